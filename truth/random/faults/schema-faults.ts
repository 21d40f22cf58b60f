import type { Draft } from '../cluster';
import { endpointsOf, type Fault, inEndpoint, inInstance, inMonitor, isPodMonitor, isServiceMonitor } from './fault';

/** What the API server refuses, so that the object does not exist. */
export const SCHEMA_FAULTS: readonly Fault[] = [
  inMonitor('schema/kind', ({ object }, { random }) => {
    object.apiVersion = random.one(['monitoring.coreos.com/v1alpha1', 'monitoring.coreos.com/v2']);
  }),
  inMonitor('schema/unknown-field', ({ object }, { random }) => {
    Object.assign(random.one([object.spec, ...endpointsOf({ object, sound: false })]), { scrapeEvery: '30s' });
  }),
  inEndpoint('schema/unknown-field', (endpoint, { random }) => {
    Object.assign(
      endpoint,
      random.one([{ scrapeintervall: '30s' }, { tlsConfig: { insecure: true } }, { Path: '/x' }]),
    );
  }),
  inMonitor('schema/misplaced-field', ({ object }) => {
    object.spec.selector.namespaceSelector = { any: true };
  }),
  inMonitor('schema/misplaced-field', ({ object: { spec } }, { random }) => {
    Object.assign(spec, random.one([{ interval: '30s' }, { path: '/metrics' }, { port: 'metrics' }]));
  }),
  inMonitor(
    'schema/misplaced-field',
    ({ object: { spec } }) => {
      spec.podMetricsEndpoints = spec.endpoints;
      delete spec.endpoints;
    },
    isServiceMonitor,
  ),
  inEndpoint('schema/wrong-type', (endpoint, { random }) => {
    Object.assign(
      endpoint,
      random.one<object>([{ port: 8080 }, { honorLabels: 'true' }, { relabelings: {} }, { params: { a: 'b' } }]),
    );
  }),
  inMonitor('schema/wrong-type', ({ object }, { random }) => {
    const endpoints = object.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
    Object.assign(
      object.spec,
      random.one<object>([{ [endpoints]: {} }, { podTargetLabels: 'app' }, { targetLimit: '5' }]),
    );
  }),
  inMonitor(
    'schema/missing-field',
    ({ object: { spec } }, { random }) => {
      delete spec[random.one(['selector', 'endpoints'])];
    },
    isServiceMonitor,
  ),
  inMonitor(
    'schema/missing-field',
    ({ object: { spec } }) => {
      delete spec.selector;
    },
    isPodMonitor,
  ),
  inEndpoint('schema/value', (endpoint, { random }) => {
    Object.assign(endpoint, random.one(BAD_VALUES));
  }),
  inMonitor('schema/value', ({ object: { spec } }, { random }) => {
    Object.assign(
      spec,
      random.one<object>([
        { selectorMechanism: 'roleSelector' },
        { scrapeClass: '' },
        { targetLimit: -1 },
        { scrapeProtocols: ['PrometheusText0.0.4', 'PrometheusText0.0.4'] },
        { bodySizeLimit: 'much' },
      ]),
    );
  }),
  inInstance('schema/rule', ({ ...spec }, _, instance) => {
    instance.spec = {
      ...spec,
      shards: 2,
      shardingStrategy: { mode: 'Topology', topology: { values: ['a', 'b', 'c'] } },
    };
  }),
  inInstance('schema/rule', (spec) => {
    spec.shardingStrategy = { mode: 'Address', topology: { values: ['zone-a'] } };
  }),
  inInstance(
    'schema/rule',
    (spec) => {
      Object.assign(spec, { mode: 'DaemonSet', serviceMonitorSelector: {} });
    },
    true,
  ),
  inInstance('schema/value', (spec, { random }) => {
    Object.assign(
      spec,
      random.one<object>([
        { scrapeInterval: '30' },
        { logLevel: 'loud' },
        { shards: -1 },
        { serviceDiscoveryRole: 'Pod' },
      ]),
    );
  }),
  inInstance('schema/unknown-field', (spec) => {
    Object.assign(spec, { serviceMonitorNamespaceSelector: { matchNames: ['shop'] } });
  }),
];

/** Fields that are null, which server-side apply refuses. */
export const NULL_FAULTS: readonly Fault[] = [
  inEndpoint('schema/server-side-apply', (endpoint, { random }) => {
    endpoint[random.one(['interval', 'path', 'params', 'relabelings', 'honorLabels', 'tlsConfig', 'basicAuth'])] = null;
  }),
  inMonitor('schema/server-side-apply', ({ object: { spec } }, { random }) => {
    spec[random.one(['namespaceSelector', 'jobLabel', 'sampleLimit', 'podTargetLabels', 'attachMetadata'])] = null;
  }),
];

const BAD_VALUES: readonly Draft['spec'][] = [
  { interval: '30' },
  { interval: '1.5m' },
  { scrapeTimeout: '5' },
  { scheme: 'tcp' },
  { relabelings: [{ action: 'rename', targetLabel: 'a' }] },
  { relabelings: [{ action: 'hashmod', modulus: -1, targetLabel: 'a' }] },
  { tlsConfig: { minVersion: '1.2' } },
];
