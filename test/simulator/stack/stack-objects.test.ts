import * as fs from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { modelledFrom, valuePathOf } from '../../../lib/simulator/stack/modelled-source';
import { COPIED, IMAGES, OWN_WAY, SPEC_DEFAULTS } from '../../../lib/simulator/stack/spec-facts';
import { stackObjects } from '../../../lib/simulator/stack/stack-objects';
import { NEWEST_CHART, versionsOf } from '../../../lib/stack/facts/chart-versions';
import { SELECTED_KINDS, selectionKeys } from '../../../lib/stack/facts/selection';
import { valueAt } from '../../../lib/stack/values';
import { describeWithData } from '../../shared-data';
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

describe('the selectors', () => {
  const release = { matchLabels: { release: 'prometheus-stack' } };
  const rows = SELECTED_KINDS.flatMap((kind) => {
    const absent = kind === 'rule' || kind === 'scrapeConfig' ? undefined : {};
    return [
      [kind, 'nothing is set', {}, release],
      [kind, 'the selector is empty', { selector: {} }, release],
      [kind, 'the selector is null', { selector: null }, release],
      [kind, 'the switch is off', { nilUsesHelmValues: false }, {}],
      [kind, 'the switch is null', { nilUsesHelmValues: null }, {}],
      [kind, 'the switch is 0', { nilUsesHelmValues: 0 }, {}],
      [kind, 'the switch is the text "false", which is true', { nilUsesHelmValues: 'false' }, release],
      [kind, 'the switch is off and the selector null', { selector: null, nilUsesHelmValues: false }, absent],
      [kind, 'a selector is given', { selector: { matchLabels: { a: 'b' } } }, { matchLabels: { a: 'b' } }],
      [kind, 'matchLabels is empty', { selector: { matchLabels: {} } }, { matchLabels: {} }],
      [
        kind,
        'a template names the release',
        { selector: { matchLabels: { release: '{{ .Release.Name }}' } } },
        release,
      ],
    ] as const;
  });

  test.each(rows)('of %s where %s', (kind, _, given: any, expected) => {
    const keys = selectionKeys(kind);
    const values = Object.fromEntries(Object.entries(given).map(([key, value]) => [(keys as any)[key], value]));
    expect(specOf('Prometheus', SPEC(values))[keys.selector]).toEqual(expected);
  });

  test.each(SELECTED_KINDS)('of the namespaces of %s take all, but where null means the own one', (kind) => {
    const { namespaceSelector } = selectionKeys(kind);
    const given = { matchLabels: { team: 'a' } };
    expect(specOf('Prometheus')[namespaceSelector]).toEqual({});
    expect(specOf('Prometheus', SPEC({ [namespaceSelector]: given }))[namespaceSelector]).toEqual(given);
    const forNull = specOf('Prometheus', SPEC({ [namespaceSelector]: null }))[namespaceSelector];
    expect(forNull).toEqual(kind === 'scrapeConfig' ? undefined : {});
  });

  test.each([
    ['a list', ['release'], 'stack/wrong-type'],
    ['a text', 'release=x', 'stack/wrong-type'],
    ['with a number as label', { matchLabels: { a: 1 } }, 'stack/wrong-type'],
    ['a template that only Helm knows', { matchLabels: { a: '{{ .Values.a }}' } }, 'stack/template'],
  ])('that are %s leave no Prometheus, and say why', (_, serviceMonitorSelector, code) => {
    const found = model(SPEC({ serviceMonitorSelector }));
    expect(objectOf('Prometheus', found)).toBeUndefined();
    expect(found.problems).toMatchObject([
      { code, inValues: true, field: expect.stringContaining('prometheus.prometheusSpec.serviceMonitorSelector') },
    ]);
  });

  test('with a field that no selector has keep the rest, as the API server does', () => {
    const found = model(SPEC({ serviceMonitorNamespaceSelector: { any: true } }));
    expect(objectOf('Prometheus', found)?.object.spec.serviceMonitorNamespaceSelector).toEqual({ any: true });
    expect(found.problems).toMatchObject([{ field: 'prometheus.prometheusSpec.serviceMonitorNamespaceSelector.any' }]);
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

describe('the Prometheus object', () => {
  test('is a PrometheusAgent without rules in agent mode', () => {
    const values = { prometheus: { agentMode: true, prometheusSpec: { retention: '5d', evaluationInterval: '1m' } } };
    const object = objectOf('PrometheusAgent', model(values))?.object;
    expect(object).toMatchObject({
      apiVersion: 'monitoring.coreos.com/v1alpha1',
      metadata: { name: 'prometheus-stack-kube-prom-prometheus' },
      spec: { serviceMonitorSelector: { matchLabels: { release: 'prometheus-stack' } } },
    });
    for (const field of ['ruleSelector', 'ruleNamespaceSelector', 'retention', 'evaluationInterval', 'alerting']) {
      expect(object?.spec).not.toHaveProperty(field);
    }
    expect(objectOf('Prometheus', model(values))).toBeUndefined();
  });

  test.each([
    ['takes a field from it', { foo: { bar: 1 } }, { foo: { bar: 1 } }, []],
    ['prefers it to the value of the same name', { replicas: 4 }, { replicas: 4 }, ['stack/field-twice']],
    ['takes a selector from it', { serviceMonitorSelector: {} }, { serviceMonitorSelector: {} }, ['stack/field-twice']],
    ['takes nothing of the wrong type from it', { shards: 'many' }, { shards: 1 }, ['stack/wrong-type']],
    [
      'takes no selector from it that is none',
      { serviceMonitorSelector: 'x' },
      { serviceMonitorSelector: { matchLabels: {} } },
      ['stack/wrong-type'],
    ],
  ])('%s where additionalConfig is given', (_, additionalConfig, expected, codes) => {
    const found = model(SPEC({ additionalConfig, serviceMonitorSelector: { matchLabels: {} } }));
    expect(objectOf('Prometheus', found)?.object.spec).toMatchObject(expected);
    expect(found.problems.map(({ code }) => code)).toEqual(codes);
  });

  test('is a DaemonSet agent where additionalConfig says so', () => {
    const values = { prometheus: { agentMode: true, prometheusSpec: { additionalConfig: { mode: 'DaemonSet' } } } };
    const object = objectOf('PrometheusAgent', model(values));
    expect(object?.object.spec.mode).toBe('DaemonSet');
    expect(object && valuePathOf(object, 'spec.mode')).toBe('prometheus.prometheusSpec.additionalConfig.mode');
  });

  test('takes over what decides about targets', () => {
    const spec = {
      scrapeInterval: '1m',
      scrapeTimeout: '30s',
      shards: 3,
      scrapeClasses: [{ name: 'mtls', default: true }],
      enforcedNamespaceLabel: 'tenant',
      enforcedSampleLimit: 1000,
      excludedFromEnforcement: [{ group: 'monitoring.coreos.com', resource: 'servicemonitors', namespace: 'a' }],
      ignoreNamespaceSelectors: true,
      serviceDiscoveryRole: 'EndpointSlice',
      podTargetLabels: ['team'],
      paused: true,
      podMetadata: { labels: { a: 'b' } },
      arbitraryFSAccessThroughSMs: { deny: true },
    };
    expect(specOf('Prometheus', SPEC(spec))).toMatchObject(spec);
  });

  test('prints flags and numbers, so that text of that look becomes one', () => {
    expect(specOf('Prometheus', SPEC({ paused: 'false', enforcedSampleLimit: '1000' }))).toMatchObject({
      paused: false,
      enforcedSampleLimit: 1000,
    });
  });

  test('refers to a Secret of the chart for scrape configs, which the model holds too', () => {
    const found = model(SPEC({ additionalScrapeConfigs: [{ job_name: 'a' }] }));
    const { name, key } = specOf(
      'Prometheus',
      SPEC({ additionalScrapeConfigs: [{ job_name: 'a' }] }),
    ).additionalScrapeConfigs;
    const secret = objectOf('Secret', found)?.object;
    expect(secret?.metadata.name).toBe(name);
    expect(parseYaml(secret?.stringData[key])).toEqual([{ job_name: 'a' }]);
  });

  test('refers to the Secret of the user for scrape configs', () => {
    const found = model(SPEC({ additionalScrapeConfigsSecret: { enabled: true, name: 'mine', key: 'k' } }));
    expect(objectOf('Prometheus', found)?.object.spec.additionalScrapeConfigs).toEqual({ name: 'mine', key: 'k' });
    expect(objectOf('Secret', found)?.object.metadata.name).toMatch(/^alertmanager-/);
  });

  test.each([
    [{}, 'prometheus-stack-kube-prom-prometheus'],
    [{ name: 'mine' }, 'mine'],
    [{ create: false }, 'default'],
    [{ create: false, name: 'mine' }, 'mine'],
  ])('has the ServiceAccount of %j', (serviceAccount, expected) => {
    expect(specOf('Prometheus', { prometheus: { serviceAccount } }).serviceAccountName).toBe(expected);
  });

  test('has no field for a value that the chart does not know, and says so', () => {
    const found = model(SPEC({ serviceMonitorSelectors: {}, scrapeInterval: '1m' }));
    expect(objectOf('Prometheus', found)?.object.spec).not.toHaveProperty('serviceMonitorSelectors');
    expect(found.problems).toMatchObject([
      { code: 'stack/unknown-value', field: 'prometheus.prometheusSpec.serviceMonitorSelectors' },
    ]);
  });

  test('has a field for such a value of a chart newer than those known, which may know it', () => {
    const found = model(SPEC({ newField: 'x' }), { chartVersion: '999.0.0' });
    expect(objectOf('Prometheus', found)?.object.spec.newField).toBe('x');
    expect(found.problems.map(({ code }) => code)).toEqual(['stack/unchecked-values', 'stack/chart-newer']);
  });

  test('lacks a field of the wrong type, which the problems name', () => {
    const found = model(SPEC({ podTargetLabels: 'team' }));
    expect(objectOf('Prometheus', found)?.object.spec).not.toHaveProperty('podTargetLabels');
    expect(found.problems).toMatchObject([{ code: 'stack/wrong-type', certainty: 'certain' }]);
  });

  test('is not there where a map of the chart is something else, for the rendering fails', () => {
    const found = model({ prometheus: { prometheusSpec: null } });
    expect(found.objects).toEqual([]);
    expect(found.problems).toMatchObject([{ code: 'stack/wrong-type', field: 'prometheus.prometheusSpec' }]);
  });

  test('exists where its switch is the text "false", which the problems say', () => {
    const found = model({ prometheus: { enabled: 'false' } });
    expect(objectOf('Prometheus', found)).toBeDefined();
    expect(found.problems).toMatchObject([{ code: 'stack/wrong-type', fix: 'false, without quotes.' }]);
  });
});

describe('valuePathOf', () => {
  test.each([
    ['spec.serviceMonitorSelector', 'prometheus.prometheusSpec.serviceMonitorSelector'],
    [
      'spec.serviceMonitorSelector.matchLabels.release',
      'prometheus.prometheusSpec.serviceMonitorSelector.matchLabels.release',
    ],
    ['spec.scrapeClasses[0].name', 'prometheus.prometheusSpec.scrapeClasses[0].name'],
    ['spec.storage.volumeClaimTemplate', 'prometheus.prometheusSpec.storageSpec.volumeClaimTemplate'],
    ['spec.serviceAccountName', 'prometheus.serviceAccount.name'],
    ['spec.version', 'prometheus.prometheusSpec.version'],
    ['metadata.namespace', 'namespaceOverride'],
    ['metadata.labels', 'prometheus.additionalLabels'],
    ['kind', undefined],
    ['specification', undefined],
  ])('turns %s of a Prometheus into %s', (field, expected) => {
    const object = objectOf('Prometheus', model());
    expect(object && valuePathOf(object, field)).toBe(expected);
  });

  test('turns an argument of the Operator into the value behind it', () => {
    const operator = objectOf('Deployment', model({ prometheusOperator: { denyNamespaces: ['kube-system'] } }));
    const args: string[] = operator?.object.spec.template.spec.containers[0].args;
    const field = `spec.template.spec.containers[0].args[${args.indexOf('--deny-namespaces=kube-system')}]`;
    expect(operator && valuePathOf(operator, field)).toBe('prometheusOperator.denyNamespaces');
  });

  test('knows nothing of an object that was given', () => {
    const object: any = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } };
    expect(valuePathOf({ object, source: {} }, 'spec.ports')).toBeUndefined();
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

describeWithData('kube-prometheus-stack-88.5.3', 'the facts about the values of the chart', (directory) => {
  const defaults = parseYaml(fs.readFileSync(path.join(directory, 'values.yaml'), 'utf8'));
  const spec = defaults.prometheus.prometheusSpec;
  const selection = SELECTED_KINDS.flatMap((kind) => Object.values(selectionKeys(kind)));

  test('name each value below prometheusSpec, and no other', () => {
    expect([...Object.keys(COPIED), ...OWN_WAY, ...selection].sort()).toEqual(Object.keys(spec).sort());
  });

  test('agree with the types of the defaults', () => {
    for (const [key, fact] of Object.entries(COPIED)) {
      const value = spec[key];
      // The default of some values is false, whatever type they take; others have none.
      if (value === null || value === false || value === undefined) {
        continue;
      }
      const type: string = Array.isArray(value) ? 'list' : typeof value;
      expect([key, fact]).toEqual([
        key,
        new Map([
          ['string', 'text'],
          ['boolean', 'flag'],
          ['object', 'map'],
        ]).get(type) ?? type,
      ]);
    }
  });

  test('agree with the defaults', () => {
    expect(spec).toMatchObject(SPEC_DEFAULTS);
    expect(spec.image).toMatchObject({ ...IMAGES.prometheus, tag: specOf('Prometheus').version });
    expect(defaults.prometheusOperator.image).toMatchObject(IMAGES.operator);
    for (const [flag, value] of Object.entries({
      'prometheus.enabled': true,
      'prometheus.agentMode': false,
      'prometheus.serviceAccount.create': true,
      'prometheusOperator.enabled': true,
      'prometheusOperator.tls.enabled': true,
      'prometheusOperator.tls.internalPort': 10250,
      'prometheusOperator.serviceAccount.create': true,
      'alertmanager.enabled': true,
      'alertmanager.apiVersion': 'v2',
      'alertmanager.alertmanagerSpec.portName': 'http-web',
      'alertmanager.alertmanagerSpec.routePrefix': '/',
      'thanosRuler.enabled': false,
      'thanosRuler.thanosRulerSpec.portName': 'web',
      'thanosRuler.thanosRulerSpec.ruleSelectorNilUsesHelmValues': true,
      cleanPrometheusOperatorObjectNames: false,
    })) {
      expect([flag, valueAt(defaults, flag)]).toEqual([flag, value]);
    }
  });

  test('make the same model of the defaults, written out, as of nothing', () => {
    const written = model(defaults);
    expect(written.problems).toEqual([]);
    // The defaults also hold what plays no part for targets, such as the resources.
    for (const kind of ['Prometheus', 'Deployment', 'Alertmanager']) {
      expect(objectOf(kind, written)?.object).toMatchObject(objectOf(kind, model())?.object as any);
    }
  });
});
