import { object, podMonitor, serviceMonitor } from '../operator/fixtures';
import { brief, jobsAt, jobsOf } from './job-fixtures';

const FIRST = '$' + '{1}';
const svc = '__meta_kubernetes_service_';
const pod = '__meta_kubernetes_pod_';
const slice = '__meta_kubernetes_endpointslice_';
const ep = '__meta_kubernetes_endpoint_';

const SELECTOR = {
  matchLabels: { tier: 'a', 'app.kubernetes.io/name': 'web' },
  matchExpressions: [
    { key: 'team', operator: 'In', values: ['x', 'y'] },
    { key: 'team', operator: 'NotIn', values: ['z'] },
    { key: 'a-b', operator: 'Exists' },
    { key: 'a.c', operator: 'DoesNotExist' },
  ],
};

/** A Prometheus with everything that adds rules. */
const FULL = {
  podTargetLabels: ['version'],
  enforcedNamespaceLabel: 'tenant',
  shards: 2,
  serviceDiscoveryRole: 'EndpointSlice',
  scrapeClasses: [{ name: 'mesh', default: true, relabelings: [{ targetLabel: 'mesh', replacement: 'yes' }] }],
};

function selectorRules(prefix: string): any[] {
  const two = (key: string) => [`${prefix}label_${key}`, `${prefix}labelpresent_${key}`];
  const origin = (path: string) => `selector spec.selector.${path}`;
  return [
    {
      action: 'keep',
      sourceLabels: two('app_kubernetes_io_name'),
      regex: '(web);true',
      origin: origin('matchLabels["app.kubernetes.io/name"]'),
    },
    { action: 'keep', sourceLabels: two('tier'), regex: '(a);true', origin: origin('matchLabels.tier') },
    { action: 'keep', sourceLabels: two('team'), regex: '(x|y);true', origin: origin('matchExpressions[0]') },
    { action: 'drop', sourceLabels: two('team'), regex: '(z);true', origin: origin('matchExpressions[1]') },
    {
      action: 'keep',
      sourceLabels: [`${prefix}labelpresent_a_b`],
      regex: 'true',
      origin: origin('matchExpressions[2]'),
    },
    {
      action: 'drop',
      sourceLabels: [`${prefix}labelpresent_a_c`],
      regex: 'true',
      origin: origin('matchExpressions[3]'),
    },
  ];
}

const set = (from: string, to: string) => ({ sourceLabels: [from], targetLabel: to, origin: 'label' });
const setIfThere = (from: string, to: string, field: string) => ({
  sourceLabels: [from],
  targetLabel: to,
  regex: '(.+)',
  replacement: FIRST,
  origin: `label ${field}`,
});

const LAST_RULES = (endpoint: string) => [
  { targetLabel: 'mesh', replacement: 'yes', origin: 'class spec.scrapeClasses[0].relabelings[0]' },
  { action: 'labelmap', regex: 'x_(.+)', origin: `user ${endpoint}.relabelings[0]` },
  { targetLabel: 'tenant', replacement: 'shop', origin: 'enforced spec.enforcedNamespaceLabel' },
  { targetLabel: '__tmp_current_shard', replacement: '$(SHARD)', origin: 'shard spec.shards' },
  { action: 'keep', sourceLabels: ['__tmp_current_shard'], regex: '0|1', origin: 'shard spec.shards' },
  {
    sourceLabels: ['__address__', '__tmp_hash'],
    targetLabel: '__tmp_hash',
    regex: '(.+);',
    origin: 'shard spec.shards',
  },
  {
    action: 'hashmod',
    sourceLabels: ['__tmp_hash'],
    targetLabel: '__tmp_hash',
    modulus: 2,
    origin: 'shard spec.shards',
  },
  {
    action: 'keep',
    sourceLabels: ['__tmp_hash', '__tmp_disable_sharding'],
    regex: '$(SHARD);|.+;.+',
    origin: 'shard spec.shards',
  },
];

describe('the rules of a ServiceMonitor', () => {
  test('are these, with everything on', () => {
    const monitor = serviceMonitor({
      selector: SELECTOR,
      jobLabel: 'app.kubernetes.io/name',
      targetLabels: ['tier'],
      podTargetLabels: ['pod-role'],
      endpoints: [{ targetPort: 1 }, { port: 'http', relabelings: [{ action: 'LabelMap', regex: 'x_(.+)' }] }],
    });
    const field = 'spec.endpoints[1]';
    expect(jobsOf(monitor, FULL)[1].relabelRules.map(brief)).toEqual([
      set('job', '__tmp_prometheus_job_name'),
      ...selectorRules(svc),
      { action: 'keep', sourceLabels: [`${slice}port_name`], regex: 'http', origin: `port ${field}.port` },
      {
        sourceLabels: [`${slice}address_target_kind`, `${slice}address_target_name`],
        regex: 'Node;(.*)',
        replacement: FIRST,
        targetLabel: 'node',
        origin: 'label',
      },
      {
        sourceLabels: [`${slice}address_target_kind`, `${slice}address_target_name`],
        regex: 'Pod;(.*)',
        replacement: FIRST,
        targetLabel: 'pod',
        origin: 'label',
      },
      set('__meta_kubernetes_namespace', 'namespace'),
      set(`${svc}name`, 'service'),
      set(`${pod}name`, 'pod'),
      set(`${pod}container_name`, 'container'),
      {
        action: 'drop',
        sourceLabels: [`${pod}phase`],
        regex: '(Failed|Succeeded)',
        origin: `phase ${field}.filterRunning`,
      },
      setIfThere(`${svc}label_tier`, 'tier', 'spec.targetLabels[0]'),
      setIfThere(`${pod}label_pod_role`, 'pod_role', 'spec.podTargetLabels[0]'),
      setIfThere(`${pod}label_version`, 'version', 'spec.podTargetLabels[0]'),
      { sourceLabels: [`${svc}name`], targetLabel: 'job', replacement: FIRST, origin: 'label' },
      setIfThere(`${svc}label_app_kubernetes_io_name`, 'job', 'spec.jobLabel'),
      { targetLabel: 'endpoint', replacement: 'http', origin: `label ${field}.port` },
      ...LAST_RULES(field),
    ]);
  });

  test.each([
    ['port before targetPort', { port: 'http', targetPort: 80 }, `${ep}port_name`, 'http', 'http'],
    ['a named targetPort', { targetPort: 'http' }, `${pod}container_port_name`, 'http', 'http'],
    ['a number in quotes, which is a name', { targetPort: '80' }, `${pod}container_port_name`, '80', '80'],
    ['a numbered targetPort', { targetPort: 80 }, `${pod}container_port_number`, '80', '80'],
    ['targetPort where port is empty', { port: '', targetPort: 80 }, `${pod}container_port_number`, '80', '80'],
    [
      'a targetPort of 0, which filters nothing and still names the endpoint',
      { targetPort: 0 },
      undefined,
      undefined,
      '0',
    ],
    ['no port at all', {}, undefined, undefined, undefined],
    ['an empty targetPort', { targetPort: '' }, undefined, undefined, undefined],
    ['a portNumber, which only PodMonitors have', { portNumber: 80 }, undefined, undefined, undefined],
  ])('take %s', (_, endpoint, label, regex, endpointLabel) => {
    const rules = jobsOf(serviceMonitor({ endpoints: [endpoint] }))[0].relabelRules;
    const ports = rules.filter(({ origin }) => origin.reason === 'port');
    expect(ports.map((one) => [one.sourceLabels, one.regex])).toEqual(label ? [[[label], regex]] : []);
    expect(rules.find(({ targetLabel }) => targetLabel === 'endpoint')?.replacement).toBe(endpointLabel);
  });
});

describe('the rules of a PodMonitor', () => {
  test('are these, with everything on', () => {
    const monitor = podMonitor({
      selector: SELECTOR,
      jobLabel: 'app.kubernetes.io/name',
      podTargetLabels: ['pod-role'],
      podMetricsEndpoints: [{ port: 'http', relabelings: [{ action: 'LabelMap', regex: 'x_(.+)' }] }],
    });
    const field = 'spec.podMetricsEndpoints[0]';
    expect(jobsOf(monitor, FULL)[0].relabelRules.map(brief)).toEqual([
      set('job', '__tmp_prometheus_job_name'),
      {
        action: 'drop',
        sourceLabels: [`${pod}phase`],
        regex: '(Failed|Succeeded)',
        origin: `phase ${field}.filterRunning`,
      },
      ...selectorRules(pod),
      { action: 'keep', sourceLabels: [`${pod}container_port_name`], regex: 'http', origin: `port ${field}.port` },
      set('__meta_kubernetes_namespace', 'namespace'),
      set(`${pod}container_name`, 'container'),
      set(`${pod}name`, 'pod'),
      setIfThere(`${pod}label_pod_role`, 'pod_role', 'spec.podTargetLabels[0]'),
      setIfThere(`${pod}label_version`, 'version', 'spec.podTargetLabels[0]'),
      { targetLabel: 'job', replacement: 'shop/web', origin: 'label' },
      setIfThere(`${pod}label_app_kubernetes_io_name`, 'job', 'spec.jobLabel'),
      { targetLabel: 'endpoint', replacement: 'http', origin: `label ${field}.port` },
      ...LAST_RULES(field),
    ]);
  });

  test.each([
    ['port before portNumber', { port: 'http', portNumber: 80 }, `${pod}container_port_name`, 'http', 'http'],
    ['portNumber, which names no endpoint', { portNumber: 80 }, `${pod}container_port_number`, '80', undefined],
    [
      'portNumber before targetPort, which names the endpoint',
      { portNumber: 80, targetPort: 'x' },
      `${pod}container_port_number`,
      '80',
      'x',
    ],
    ['a named targetPort', { targetPort: 'x' }, `${pod}container_port_name`, 'x', 'x'],
    ['a numbered targetPort', { targetPort: 81 }, `${pod}container_port_number`, '81', '81'],
    ['no port at all', {}, undefined, undefined, undefined],
  ])('take %s', (_, endpoint, label, regex, endpointLabel) => {
    const rules = jobsOf(podMonitor({ podMetricsEndpoints: [endpoint] }))[0].relabelRules;
    const ports = rules.filter(({ origin }) => origin.reason === 'port');
    expect(ports.map((one) => [one.sourceLabels, one.regex])).toEqual(label ? [[[label], regex]] : []);
    expect(rules.find(({ targetLabel }) => targetLabel === 'endpoint')?.replacement).toBe(endpointLabel);
  });

  test('share nothing out among agents on every node', () => {
    const agent = object('PrometheusAgent', 'k8s', { mode: 'DaemonSet' });
    const flags = ['--feature-gates=PrometheusAgentDaemonSet=true'];
    const [job] = jobsAt(agent, podMonitor(), flags);
    expect(job.relabelRules.filter(({ origin }) => origin.reason === 'shard')).toEqual([]);
    expect(job.discovery.podFieldSelector).toBe('spec.nodeName=$(NODE_NAME)');
    expect(jobsAt(agent, serviceMonitor(), flags)).toEqual([]);
  });
});

describe.each([
  ['ServiceMonitor', 'endpoints', serviceMonitor],
  ['PodMonitor', 'podMetricsEndpoints', podMonitor],
])('the rules of a %s', (kind, list, monitor) => {
  const reasons = (object: any, spec: any = {}) =>
    jobsOf(object, spec)[0].relabelRules.map(({ origin }) => origin.reason);

  test('leave out the phase where filterRunning is false', () => {
    expect(reasons(monitor({ [list]: [{}] }))).toContain('phase');
    expect(reasons(monitor({ [list]: [{ filterRunning: false }] }))).not.toContain('phase');
  });

  test('leave out the selector where the API server applies it', () => {
    const roleSelector = monitor({ selector: SELECTOR, selectorMechanism: 'RoleSelector' });
    expect(reasons(roleSelector)).not.toContain('selector');
    expect(jobsOf(roleSelector)[0].discovery.roleSelector).toEqual(SELECTOR);
    expect(jobsOf(monitor({ selector: SELECTOR }))[0].discovery.roleSelector).toBeUndefined();
  });

  const resource = `${kind.toLowerCase()}s`;
  test.each([
    ['another monitor', { resource, namespace: 'shop', name: 'db' }, true],
    ['another namespace', { resource, namespace: 'other' }, true],
    ['another kind', { resource: 'probes', namespace: 'shop' }, true],
    ['no namespace', { resource, namespace: '', name: 'web' }, true],
    ['this monitor', { resource, namespace: 'shop', name: 'web' }, false],
    ['every monitor of the namespace', { group: 'monitoring.coreos.com', resource, namespace: 'shop' }, false],
  ])('enforce the namespace with an exception for %s: %p is %s', (_, reference, enforced) => {
    const spec = { enforcedNamespaceLabel: 'tenant', excludedFromEnforcement: [reference] };
    expect(reasons(monitor(), spec).includes('enforced')).toBe(enforced);
  });
});
