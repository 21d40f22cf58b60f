import { JobGenerator } from '../../../lib/simulator/jobs/generate-jobs';
import { findInstances } from '../../../lib/simulator/operator/find-instances';
import { operatorSettings } from '../../../lib/simulator/operator/operator-settings';
import { bagOf, object, podMonitor, prometheus, relabel, serviceMonitor, version } from '../operator/fixtures';
import { brief, jobsAt, jobsOf } from './job-fixtures';

describe('a job', () => {
  test('has these defaults', () => {
    expect(jobsOf(serviceMonitor({ endpoints: [{}] }))).toMatchObject([
      {
        name: 'serviceMonitor/shop/web/0',
        prometheus: 'monitoring/k8s',
        endpoint: 0,
        discovery: { role: 'endpoints', namespaces: ['shop'], attachNodeMetadata: false },
        scheme: 'http',
        metricsPath: '/metrics',
        params: {},
        scrapeInterval: '30s',
        scrapeTimeout: '10s',
        honorLabels: false,
      },
    ]);
  });

  test('says what the endpoint says', () => {
    const endpoint = {
      scheme: 'HTTPS',
      path: '/m',
      params: { a: ['b'] },
      interval: '1m',
      scrapeTimeout: '20s',
      honorLabels: true,
    };
    expect(jobsOf(podMonitor({ podMetricsEndpoints: [{}, endpoint] }))[1]).toMatchObject({
      name: 'podMonitor/shop/web/1',
      discovery: { role: 'pod' },
      scheme: 'https',
      metricsPath: '/m',
      params: { a: ['b'] },
      scrapeInterval: '1m',
      scrapeTimeout: '20s',
      honorLabels: true,
    });
  });

  test('honors no labels where the Prometheus overrides that', () => {
    const monitor = serviceMonitor({ endpoints: [{ honorLabels: true }] });
    expect(jobsOf(monitor, { overrideHonorLabels: true })[0].honorLabels).toBe(false);
  });

  test('is there for each endpoint, and for none without endpoints', () => {
    expect(jobsOf(serviceMonitor({ endpoints: [] }))).toEqual([]);
    expect(jobsOf(podMonitor({ podMetricsEndpoints: undefined }))).toEqual([]);
    expect(jobsOf(serviceMonitor({ endpoints: [{}, {}] })).map(({ name }) => name)).toEqual([
      'serviceMonitor/shop/web/0',
      'serviceMonitor/shop/web/1',
    ]);
  });

  test.each([
    ['nothing is set', {}, {}, '30s', '10s'],
    ['the endpoint has an interval shorter than the default timeout', { interval: '5s' }, {}, '5s', '5s'],
    [
      'the endpoint has an interval shorter than the timeout of the Prometheus',
      { interval: '5s' },
      { scrapeTimeout: '20s' },
      '5s',
      '5s',
    ],
    ['the Prometheus has a timeout', {}, { scrapeTimeout: '20s' }, '30s', '20s'],
    [
      'the Prometheus has an interval shorter than the default timeout',
      { interval: '1m' },
      { scrapeInterval: '5s' },
      '1m',
      '5s',
    ],
    ['the endpoint has both', { interval: '1m', scrapeTimeout: '50s' }, {}, '1m', '50s'],
    ['the endpoint has an interval of zero', { interval: '0' }, {}, '30s', '10s'],
    ['the endpoint has empty texts', { interval: '', scrapeTimeout: '' }, {}, '30s', '10s'],
    ['the Prometheus has an interval of zero', {}, { scrapeInterval: '0' }, '1m', '10s'],
  ])('has interval and timeout where %s', (_, endpoint, spec, scrapeInterval, scrapeTimeout) => {
    expect(jobsOf(serviceMonitor({ endpoints: [endpoint] }), spec)).toMatchObject([{ scrapeInterval, scrapeTimeout }]);
  });
});

describe('the discovery of a job', () => {
  test.each([
    ['without a namespace selector', {}, {}, ['shop']],
    ['with an empty list', { matchNames: [] }, {}, ['shop']],
    ['with a list, to which its own does not belong by itself', { matchNames: ['a', 'b'] }, {}, ['a', 'b']],
    ['with any', { any: true }, {}, undefined],
    ['with any and a list', { any: true, matchNames: ['a'] }, {}, undefined],
    ['with any that is false', { any: false }, {}, ['shop']],
    ['at a Prometheus that ignores the selector', { any: true }, { ignoreNamespaceSelectors: true }, ['shop']],
  ])('looks in these namespaces %s', (_, namespaceSelector, spec, namespaces) => {
    expect(jobsOf(serviceMonitor({ namespaceSelector }), spec)[0].discovery.namespaces).toEqual(namespaces);
    expect(jobsOf(podMonitor({ namespaceSelector }), spec)[0].discovery.namespaces).toEqual(namespaces);
  });

  test.each([
    ['of the Prometheus', {}, { serviceDiscoveryRole: 'EndpointSlice' }, '0.93.0', 'endpointslice'],
    ['of the monitor', { serviceDiscoveryRole: 'EndpointSlice' }, {}, '0.93.0', 'endpointslice'],
    [
      'of the monitor before that of the Prometheus',
      { serviceDiscoveryRole: 'Endpoints' },
      { serviceDiscoveryRole: 'EndpointSlice' },
      '0.93.0',
      'endpoints',
    ],
    [
      'of the Prometheus, since an older Operator does not know that of the monitor',
      { serviceDiscoveryRole: 'EndpointSlice' },
      {},
      '0.85.0',
      'endpoints',
    ],
    [
      'that an old Prometheus can',
      { serviceDiscoveryRole: 'EndpointSlice' },
      { version: 'v2.20.0' },
      '0.93.0',
      'endpoints',
    ],
  ])('has the role %s', (_, monitor, spec, operator, role) => {
    const [job] = jobsOf(serviceMonitor(monitor), spec, [], { version: version(operator) });
    expect(job.discovery.role).toBe(role);
  });

  const NODE_CLASS = { scrapeClasses: [{ name: 'a', default: true, attachMetadata: { node: true } }] };
  const TOPOLOGY = { shardingStrategy: { mode: 'Topology', topology: { values: ['z1'] } } };
  test.each([
    ['the monitor asks for it', { attachMetadata: { node: true } }, {}, '1.36.0', true],
    ['the class asks for it', {}, NODE_CLASS, '1.36.0', true],
    ['the monitor says no and the class yes', { attachMetadata: { node: false } }, NODE_CLASS, '1.36.0', false],
    ['the Prometheus is too old', { attachMetadata: { node: true } }, { version: 'v2.30.0' }, '1.36.0', false],
    ['zones are needed and pods do not know theirs', {}, TOPOLOGY, '1.34.0', true],
    ['zones are needed and pods know theirs', {}, TOPOLOGY, '1.35.0', false],
    ['nobody asks', {}, {}, '1.34.0', false],
  ])('attaches nodes or not where %s', (_, monitor, spec, kubernetes, expected) => {
    const [job] = jobsOf(serviceMonitor(monitor), spec, [], { kubernetesVersion: version(kubernetes) });
    expect(job.discovery.attachNodeMetadata).toBe(expected);
  });

  test('attaches nodes to pods two versions before it does to endpoints', () => {
    const attaches = (monitor: typeof podMonitor, of: string) =>
      jobsOf(monitor({ attachMetadata: { node: true } }), { version: of })[0].discovery.attachNodeMetadata;
    const versions = ['v2.34.0', 'v2.35.0', 'v2.36.2', 'v2.37.0'];
    expect(versions.map((of) => attaches(podMonitor, of))).toEqual([false, true, true, true]);
    expect(versions.map((of) => attaches(serviceMonitor, of))).toEqual([false, false, false, true]);
  });
});

describe('the shards of a job', () => {
  const shards = (spec: any, kubernetes = '1.36.0', flags: string[] = []) =>
    jobsOf(podMonitor(), spec, flags, { kubernetesVersion: version(kubernetes) })[0]
      .relabelRules.filter(({ origin }) => origin.reason === 'shard')
      .map(brief);

  test('are counted even where there is one', () => {
    expect(shards({}).find(({ action }) => action === 'hashmod')).toMatchObject({ modulus: 1 });
  });

  test('are not held back without the gate, nor for an agent', () => {
    const held = (rules: any[]) => rules.some(({ targetLabel }) => targetLabel === '__tmp_current_shard');
    expect(held(shards({}))).toBe(true);
    expect(held(shards({}, '1.36.0', ['--feature-gates=PrometheusShardRetentionPolicy=false']))).toBe(false);
    const [job] = jobsAt(object('PrometheusAgent', 'k8s', {}), podMonitor());
    expect(held([...job.relabelRules])).toBe(false);
  });

  test.each([
    [5, 2],
    [4, 2],
    [1, 1],
  ])('are %d in two zones, so %d in each', (count, modulus) => {
    const spec = { shards: count, shardingStrategy: { mode: 'Topology', topology: { values: ['z1', 'z2'] } } };
    expect(shards(spec).find(({ action }) => action === 'hashmod')).toMatchObject({ modulus });
  });

  test.each([
    ['1.35.0', 'pod'],
    ['1.34.0', 'node'],
  ])('know the zone on Kubernetes %s from the %s', (kubernetes, of) => {
    const label = `__meta_kubernetes_${of}_label`;
    const origin = 'shard spec.shardingStrategy.topology';
    const spec = { shardingStrategy: { mode: 'Topology', topology: { values: ['z1'] } } };
    expect(shards(spec, kubernetes).filter((rule) => rule.origin === origin)).toEqual([
      {
        sourceLabels: ['__meta_kubernetes_endpointslice_endpoint_zone', '__tmp_topology'],
        targetLabel: '__tmp_topology',
        regex: '(.+);',
        origin,
      },
      {
        sourceLabels: [
          `${label}_topology_kubernetes_io_zone`,
          `${label}present_topology_kubernetes_io_zone`,
          '__tmp_topology',
        ],
        targetLabel: '__tmp_topology',
        regex: '(.+);true;',
        origin,
      },
      {
        action: 'keep',
        sourceLabels: ['__tmp_topology', '__tmp_disable_sharding'],
        regex: '$(TOPOLOGY_ZONE);|.+;.+',
        origin,
      },
    ]);
    expect(shards(spec, kubernetes).pop()).toMatchObject({ regex: '$(INZONE_SHARD);|.+;.+' });
  });
});

describe('JobGenerator', () => {
  function jobsOfTwo(first: any, second: any) {
    const instances = [first, second].map((spec, i) => {
      const one = prometheus(spec);
      return { ...one, metadata: { ...one.metadata, name: `p${i}` } };
    });
    const bag = bagOf(...instances, serviceMonitor());
    const generator = new JobGenerator(relabel);
    const [monitor] = bag.byKind('ServiceMonitor');
    const operator = operatorSettings(undefined, [], '', undefined);
    return findInstances(bag, [operator], relabel).map((instance) => generator.jobsOf(monitor, instance)[0]);
  }

  test('shares rules and discovery between instances that ask the same', () => {
    const [a, b] = jobsOfTwo({ scrapeInterval: '10s' }, { scrapeInterval: '20s' });
    expect(a.relabelRules).toBe(b.relabelRules);
    expect(a.discovery).toBe(b.discovery);
    expect([a.scrapeInterval, b.scrapeInterval]).toEqual(['10s', '20s']);
  });

  test.each([
    ['shards', { shards: 2 }],
    ['an enforced label', { enforcedNamespaceLabel: 'x' }],
    ['a scrape class', { scrapeClasses: [{ name: 'a', default: true, relabelings: [{ targetLabel: 'x' }] }] }],
    ['another role', { serviceDiscoveryRole: 'EndpointSlice' }],
    ['labels of pods', { podTargetLabels: ['x'] }],
  ])('does not share them where one has %s', (_, spec) => {
    const [a, b] = jobsOfTwo({}, spec);
    expect(a.relabelRules).not.toEqual(b.relabelRules);
  });
});
