import { valuePathOf } from '../../../lib/simulator/stack/modelled-source';
import { SELECTED_KINDS, selectionKeys } from '../../../lib/stack/facts/selection';
import { model, objectOf, parseYaml, SPEC, specOf } from './fixtures';

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
