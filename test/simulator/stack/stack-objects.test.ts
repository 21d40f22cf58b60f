import fc from 'fast-check';
import { modelledFrom } from '../../../lib/simulator/stack/modelled-source';
import { stackObjects } from '../../../lib/simulator/stack/stack-objects';
import { NEWEST_CHART, versionsOf } from '../../../lib/stack/facts/chart-versions';
import { argsOf, model, objectOf, parseYaml, SPEC, specOf, stack } from './fixtures';

describe('the objects of a release', () => {
  test('are a Prometheus, an Operator and an Alertmanager by default, named as the chart names them', () => {
    const found = stackObjects(stack()).map(({ object }) => [
      object.kind,
      object.metadata.namespace,
      object.metadata.name,
    ]);
    expect(found).toEqual([
      ['Prometheus', 'monitoring', 'prometheus-stack-kube-prom-prometheus'],
      ['Deployment', 'monitoring', 'prometheus-stack-kube-prom-operator'],
      ['Alertmanager', 'monitoring', 'prometheus-stack-kube-prom-alertmanager'],
      ['Secret', 'monitoring', 'alertmanager-prometheus-stack-kube-prom-alertmanager'],
    ]);
  });

  test('leave out what is switched off, and take in what is switched on', () => {
    const values = {
      prometheus: { enabled: false },
      prometheusOperator: { enabled: false },
      alertmanager: { enabled: false },
      thanosRuler: { enabled: true },
    };
    expect(stackObjects(stack(values)).map(({ object }) => object.kind)).toEqual(['ThanosRuler']);
  });

  test('go where namespaceOverride says', () => {
    const values = { namespaceOverride: 'prom', alertmanager: { namespaceOverride: 'alerts' } };
    const namespaces = stackObjects(stack(values)).map(({ object }) => object.metadata.namespace);
    expect(namespaces).toEqual(['prom', 'prom', 'alerts', 'alerts']);
  });

  test('say which release makes them, at the place where it is declared', () => {
    const release = stack();
    for (const object of stackObjects(release)) {
      expect(modelledFrom(object)).toBe(release);
      expect(object.source).toMatchObject({ file: 'stack.yaml', line: 3 });
    }
  });

  test('have no other problem than none with default values', () => {
    expect(model().problems).toEqual([]);
  });
});

describe('the Secret of the Alertmanager', () => {
  const textOf = (alertmanager: any): any => {
    const text = specSecret({ alertmanager })?.stringData['alertmanager.yaml'];
    return text === undefined ? undefined : parseYaml(text);
  };
  const specSecret = (values: any) => objectOf('Secret', model(values))?.object;

  test('merges the values into what the chart has, lists apart', () => {
    const config = { route: { receiver: 'a' }, receivers: [{ name: 'a' }], inhibit_rules: null };
    expect(textOf({ config })).toMatchObject({
      route: { receiver: 'a', group_by: ['namespace'], routes: [{ receiver: 'null' }] },
      receivers: [{ name: 'a' }],
    });
    expect(textOf({ config })).not.toHaveProperty('inhibit_rules');
  });

  test('is not there where another one is used, or a template decides', () => {
    expect(textOf({ alertmanagerSpec: { useExistingSecret: true } })).toBeUndefined();
    expect(textOf({ enabled: false })).toBeUndefined();
    expect(textOf({ tplConfig: true, stringConfig: 'route: {receiver: {{ .Values.mine }}}' })).toBeUndefined();
    expect(textOf({ tplConfig: true, stringConfig: 'route: {receiver: b}' })).toEqual({ route: { receiver: 'b' } });
    expect(textOf({ stringConfig: 'route: {receiver: b}' })).toMatchObject({ route: { receiver: 'null' } });
  });
});

describe('the flags of the Operator', () => {
  test.each([
    ['nothing is set', {}, []],
    ['namespaces is an empty map', { namespaces: {} }, []],
    ['only the own namespace counts', { namespaces: { releaseNamespace: true } }, ['--namespaces=monitoring']],
    [
      'the own one stands among the others too',
      { namespaces: { releaseNamespace: true, additional: ['a', 'monitoring'] } },
      ['--namespaces=monitoring,a'],
    ],
    ['the map holds no namespace', { namespaces: { releaseNamespace: false } }, ['--namespaces=']],
    ['namespaces are denied', { denyNamespaces: ['a', 'b'] }, ['--deny-namespaces=a,b']],
    ['one text stands for a list', { denyNamespaces: 'a' }, ['--deny-namespaces=a']],
    [
      'instances are restricted',
      { prometheusInstanceNamespaces: ['a'], prometheusInstanceSelector: 'team=a' },
      ['--prometheus-instance-namespaces=a', '--prometheus-instance-selector=team=a'],
    ],
    [
      'there are gates and more arguments',
      { featureGates: { PrometheusAgentDaemonSet: true }, extraArgs: ['--controller-id=x'] },
      ['--feature-gates=PrometheusAgentDaemonSet=true', '--controller-id=x'],
    ],
  ])('where %s', (_, prometheusOperator, expected) => {
    expect(argsOf({ prometheusOperator })).toEqual(expected);
  });
});

describe('the versions', () => {
  const imageOf = (chartVersion?: string, values: any = {}) =>
    specOf('Deployment', values, { chartVersion }).template.spec.containers[0].image.split(':')[1];

  test.each([
    ['88.5.3', '88.5.3', []],
    ['v88.5.3', '88.5.3', []],
    ['87.3.0', '87.3.0', []],
    ['88.x', NEWEST_CHART, ['stack/chart-version-open']],
    ['^88', NEWEST_CHART, ['stack/chart-version-open']],
    ['>=80 <82', '81.0.0', ['stack/chart-version-open']],
    ['~87.3.0', '87.3.0', ['stack/chart-version-open']],
    ['*', NEWEST_CHART, ['stack/chart-version-open']],
    ['main', NEWEST_CHART, ['stack/chart-version-open']],
    [undefined, NEWEST_CHART, ['stack/chart-version-open']],
    ['63.1.0', '65.0.0', ['stack/chart-63']],
  ])('of chart %s are those of %s', (chartVersion, as, codes) => {
    expect(imageOf(chartVersion)).toBe(`v${versionsOf(as).operator}`);
    expect(model({}, { chartVersion }).problems.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['of the chart', {}, `v${versionsOf(NEWEST_CHART).prometheus}-distroless`],
    ['of the image tag', SPEC({ image: { tag: 'v3.0.0' } }), 'v3.0.0'],
    ['of the version, which wins', SPEC({ image: { tag: 'mine' }, version: 'v3.1.0' }), 'v3.1.0'],
    ['left to the Operator where there is no image', SPEC({ image: null }), undefined],
  ])('of Prometheus are those %s', (_, values, expected) => {
    expect(specOf('Prometheus', values, { chartVersion: NEWEST_CHART }).version).toBe(expected);
  });

  test('of Prometheus have no suffix in charts before 85', () => {
    expect(specOf('Prometheus', {}, { chartVersion: '84.0.0' }).version).toBe(`v${versionsOf('84.0.0').prometheus}`);
  });

  test('of the Operator are those of the image tag', () => {
    expect(imageOf('88.5.3', { prometheusOperator: { image: { tag: 'v0.80.0' } } })).toBe('v0.80.0');
  });
});

describe('any values', () => {
  test('never make the model throw', () => {
    const places = [
      'prometheus',
      'prometheus.prometheusSpec',
      'prometheus.prometheusSpec.serviceMonitorSelector',
      'prometheus.prometheusSpec.image',
      'prometheus.prometheusSpec.thanos',
      'prometheus.prometheusSpec.additionalScrapeConfigsSecret',
      'prometheus.prometheusSpec.additionalConfig',
      'prometheus.prometheusSpec.excludedFromEnforcement',
      'prometheusOperator.namespaces',
      'prometheusOperator.image.registry',
      'prometheusOperator.featureGates',
      'alertmanager.alertmanagerSpec',
      'commonLabels',
      'namespaceOverride',
      'global',
      'thanosRuler',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const values = place.split('.').reduceRight<any>((inner, key) => ({ [key]: inner }), value);
        for (const { object } of model(values).objects) {
          expect(typeof object.metadata.name).toBe('string');
        }
      }),
      { numRuns: 500 },
    );
  });
});
