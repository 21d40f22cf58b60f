import { bagOf, instanceIn, object, prometheus, version } from './fixtures';

const NO_SELECTORS = {
  serviceMonitorSelector: undefined,
  podMonitorSelector: undefined,
  serviceMonitorNamespaceSelector: undefined,
  podMonitorNamespaceSelector: undefined,
};

function agent(spec: any = {}) {
  return object('PrometheusAgent', 'k8s', spec, { metadata: { namespace: 'monitoring' } });
}

describe('findInstances', () => {
  test('has a managed instance where all is well', () => {
    expect(instanceIn(bagOf(prometheus()))).toMatchObject({ key: 'monitoring/k8s', state: 'managed', problems: [] });
  });

  test.each([
    [
      'its namespace is not watched',
      prometheus(),
      ['--prometheus-instance-namespaces=other'],
      'instance/unwatched-namespace',
    ],
    ['its namespace is denied', prometheus(), ['--deny-namespaces=monitoring'], 'instance/unwatched-namespace'],
    ['its labels do not fit', prometheus(), ['--prometheus-instance-selector=team=web'], 'instance/instance-selector'],
    ['its controller id is another', prometheus(), ['--controller-id=mine'], 'instance/controller-id'],
    [
      'it has a controller id and the Operator none',
      prometheus({}, { annotations: { 'operator.prometheus.io/controller-id': 'mine' } }),
      [],
      'instance/controller-id',
    ],
  ])('is unseen where %s', (_, object, flags, code) => {
    expect(instanceIn(bagOf(object), flags)).toMatchObject({
      state: 'unseen',
      operator: undefined,
      problems: [{ code }],
    });
  });

  test('is seen where label and controller id fit', () => {
    const fitting = prometheus(
      {},
      { labels: { team: 'web' }, annotations: { 'operator.prometheus.io/controller-id': 'mine' } },
    );
    const flags = ['--controller-id=mine', '--prometheus-instance-selector=team=web'];
    expect(instanceIn(bagOf(fitting), flags).state).toBe('managed');
  });

  test('says in whole sentences why an instance is unseen', () => {
    const { problems } = instanceIn(bagOf(prometheus()), ['--prometheus-instance-namespaces=other']);
    expect(problems[0].message).toBe(
      'The Operator does not look for Prometheus objects in namespace "monitoring", so Prometheus monitoring/k8s does not exist for it.',
    );
  });

  test('is paused, whatever else is wrong with it', () => {
    const instance = instanceIn(bagOf(prometheus({ paused: true, version: 'latest' })));
    expect(instance).toMatchObject({ state: 'paused', problems: [{ code: 'instance/paused', field: 'spec.paused' }] });
  });

  test('is unmanaged where its selectors are null', () => {
    const nulls = Object.fromEntries(Object.keys(NO_SELECTORS).map((selector) => [selector, null]));
    expect(instanceIn(bagOf(prometheus(nulls)))).toMatchObject({ state: 'unmanaged' });
  });

  test('is unmanaged without any of the four selectors, of which rules are none', () => {
    const instance = instanceIn(bagOf(prometheus({ ...NO_SELECTORS, ruleSelector: {} })));
    expect(instance).toMatchObject({ state: 'unmanaged', problems: [{ code: 'instance/unmanaged' }] });
  });

  test.each([
    ['one of the selectors is there', prometheus({ ...NO_SELECTORS, probeSelector: {} }), []],
    ['the Operator forbids it', prometheus(NO_SELECTORS), ['--disable-unmanaged-prometheus-configuration']],
    ['it is an agent', agent(), []],
  ])('is managed where %s', (_, object, flags) => {
    expect(instanceIn(bagOf(object), flags).state).toBe('managed');
  });
});

describe('instanceSettings', () => {
  test('fill in what the API server and the Operator would', () => {
    expect(instanceIn(bagOf(prometheus({ version: undefined }))).settings).toMatchObject({
      versionText: '3.13.1',
      scrapeInterval: '30s',
      scrapeTimeout: '',
      shards: 1,
      zones: undefined,
      role: 'endpoints',
      serviceAccountName: 'default',
    });
  });

  test('know that an older Operator runs an older Prometheus', () => {
    const bag = bagOf(prometheus({ version: undefined }));
    expect(instanceIn(bag, [], { version: version('0.85.0') }).settings.versionText).toBe('3.5.0');
  });

  test.each([
    ['EndpointSlice is wanted', {}, '1.34.0', 'endpointslice'],
    ['Prometheus is too old for slices', { version: 'v2.20.0' }, '1.34.0', 'endpoints'],
    ['Kubernetes is too old for slices', {}, '1.20.0', 'endpoints'],
  ])('have a role where %s', (_, spec, kubernetes, role) => {
    const bag = bagOf(prometheus({ serviceDiscoveryRole: 'EndpointSlice', ...spec }));
    expect(instanceIn(bag, [], { kubernetesVersion: version(kubernetes) }).settings.role).toBe(role);
  });

  test.each([
    [0, 1],
    [undefined, 1],
    [3, 3],
  ])('count %p shards as %d', (shards, expected) => {
    expect(instanceIn(bagOf(prometheus({ shards }))).settings.shards).toBe(expected);
  });

  test('have zones only in topology mode, with its gate on', () => {
    const bag = bagOf(prometheus({ shardingStrategy: { mode: 'Topology', topology: { values: ['a', 'b'] } } }));
    expect(instanceIn(bag).settings.zones).toEqual(['a', 'b']);
    expect(instanceIn(bag, ['--feature-gates=PrometheusTopologySharding=false']).settings.zones).toBeUndefined();
    const classic = prometheus({ shardingStrategy: { mode: 'Classic', topology: { values: ['a'] } } });
    expect(instanceIn(bagOf(classic)).settings.zones).toBeUndefined();
  });

  test('never hold back the shards of an agent, which has no such rules', () => {
    expect(instanceIn(bagOf(prometheus())).settings.shardRetention).toBe(true);
    expect(instanceIn(bagOf(agent())).settings.shardRetention).toBe(false);
  });
});
