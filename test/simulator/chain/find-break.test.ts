import * as fc from 'fast-check';
import { findBreak } from '../../../lib/simulator/chain/find-break';
import type { JobBreak } from '../../../lib/simulator/chain/job-break';
import { Simulation } from '../../../lib/simulator/simulation';
import { objects } from '../arbitrary-objects';
import { deployment, endpoints, pod, ports, service, sourced } from '../discovery/fixtures';
import { prometheus } from '../operator/fixtures';

const HTTP = { name: 'http', containerPort: 8080 };
const WEB = { matchLabels: { app: 'web' } };
const labelled = (
  spec: any = { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  metadata: any = {},
) => service(spec, { labels: { app: 'web' }, ...metadata });

function monitor(kind: 'ServiceMonitor' | 'PodMonitor', endpoint: any, spec: any = {}, namespace = 'shop'): any {
  const list = kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind,
    metadata: { name: 'web', namespace },
    spec: { selector: WEB, [list]: [endpoint], ...spec },
  };
}

const serviceMonitor = (endpoint: any = { port: 'http' }, spec: any = {}, namespace?: string) =>
  monitor('ServiceMonitor', endpoint, spec, namespace);
const podMonitor = (endpoint: any = { port: 'http' }, spec: any = {}, namespace?: string) =>
  monitor('PodMonitor', endpoint, spec, namespace);

function breakOf(...all: any[]): JobBreak | undefined {
  return breakAt({}, ...all);
}

function breakAt(spec: any, ...all: any[]): JobBreak | undefined {
  const instance = { ...prometheus(spec), apiVersion: 'monitoring.coreos.com/v1' };
  const simulation = new Simulation(sourced([instance, ...all]));
  expect(simulation.jobs).toHaveLength(1);
  return findBreak(simulation, simulation.jobs[0]);
}

describe('the chain of a job', () => {
  test('breaks nowhere where there is a target', () => {
    expect(breakOf(serviceMonitor(), labelled(), deployment(ports(HTTP)))).toBeUndefined();
    expect(breakOf(serviceMonitor(), labelled())).toBeUndefined();
  });

  test('breaks at another namespace', () => {
    expect(breakOf(serviceMonitor({ port: 'http' }, {}, 'ops'), labelled())).toMatchObject({
      reason: 'other namespace',
      searched: ['ops'],
      ignored: false,
    });
    expect(breakOf(podMonitor({ port: 'http' }, {}, 'ops'), deployment(ports(HTTP)))).toMatchObject({
      reason: 'other namespace',
    });
  });

  test('breaks at a namespaceSelector that is ignored, only where it would have reached', () => {
    const at = (matchNames: string[]) =>
      breakAt(
        { ignoreNamespaceSelectors: true },
        serviceMonitor({ port: 'http' }, { namespaceSelector: { matchNames } }, 'ops'),
        labelled(),
      );
    expect(at(['shop'])).toMatchObject({ reason: 'other namespace', ignored: true });
    expect(at(['bazaar'])).toMatchObject({ reason: 'other namespace', ignored: false });
  });

  test('breaks at what is not shown, where a namespace is empty to the eye', () => {
    const elsewhere = { namespaceSelector: { matchNames: ['else'] }, selector: { matchLabels: { app: 'x' } } };
    expect(breakOf(serviceMonitor({}, elsewhere), labelled())).toEqual({ reason: 'not shown', namespaces: ['else'] });
    expect(breakOf(serviceMonitor({}, { ...elsewhere, namespaceSelector: { any: true } }), labelled())).toEqual({
      reason: 'not shown',
      namespaces: [],
    });
  });

  test('breaks at labels, with what is near', () => {
    const cause = breakOf(serviceMonitor({}, { selector: { matchLabels: { app: 'wep' } } }), labelled());
    expect(cause).toMatchObject({
      reason: 'nothing selected',
      searched: ['shop'],
      near: [{ key: 'app', found: 'web', edits: 1 }],
      pods: [],
    });
  });

  test('breaks at labels of pods, with the Services before them', () => {
    const cause = breakOf(serviceMonitor(), labelled(undefined, { labels: {} }), deployment(ports(HTTP)));
    expect(cause).toMatchObject({
      reason: 'nothing selected',
      pods: [{ services: [{ object: { kind: 'Service' } }] }],
    });
  });

  test('breaks at Services without endpoints, with the reason of each', () => {
    const cause = breakOf(
      serviceMonitor(),
      labelled({ type: 'ExternalName', externalName: 'x' }),
      labelled({ selector: { app: 'x' }, ports: [{ port: 80 }] }, { name: 'b' }),
      deployment(ports(HTTP)),
    );
    expect(cause).toMatchObject({
      reason: 'no endpoints',
      services: [{ why: { reason: 'no pod matches' } }, { why: { reason: 'external name' } }],
    });
  });

  test('breaks at pods without an address', () => {
    expect(breakOf(podMonitor(), pod(ports(HTTP), {}, { phase: 'Pending' }))).toMatchObject({ reason: 'no address' });
  });

  test('breaks at the port', () => {
    expect(breakOf(serviceMonitor({ port: 'x' }), labelled(), deployment(ports(HTTP)))).toMatchObject({
      reason: 'port',
      wanted: { field: 'port', value: 'x' },
    });
    expect(breakOf(podMonitor({ portNumber: 1 }), deployment(ports(HTTP)))).toMatchObject({
      reason: 'port',
      wanted: { field: 'portNumber', value: 1 },
    });
    expect(breakOf(serviceMonitor({ targetPort: 80 }), labelled(), deployment(ports(HTTP)))).toMatchObject({
      reason: 'port',
      wanted: { field: 'targetPort', value: 80 },
    });
  });

  test('breaks at the port of the Service where that leads nowhere', () => {
    const spec = {
      selector: { app: 'web' },
      ports: [
        { name: 'http', port: 80, targetPort: 'http' },
        { name: 'metrics', port: 90, targetPort: 'gone' },
      ],
    };
    expect(breakOf(serviceMonitor({ port: 'met.*' }), labelled(spec), deployment(ports(HTTP)))).toMatchObject({
      reason: 'dead port',
      ports: [{ port: { port: { name: 'metrics' } } }],
    });
  });

  test('breaks at the phase only where the port is right', () => {
    const done = pod(ports(HTTP), {}, { phase: 'Succeeded', podIP: '10.0.0.1' });
    expect(breakOf(podMonitor(), done)).toMatchObject({ reason: 'ended' });
    const other = deployment(ports({ name: 'x', containerPort: 1 }), { name: 'other' });
    expect(breakOf(podMonitor(), done, other)).toMatchObject({ reason: 'port' });
  });

  test('breaks at the zone, where shards go by zones, before it breaks at relabelings', () => {
    const topology = { shards: 2, shardingStrategy: { mode: 'Topology', topology: { values: ['a', 'b'] } } };
    const ported = ['http', 'debug'].map((name, i) => ({ name, port: 80 + i }));
    const byHand = endpoints([{ addresses: [{ ip: '192.0.2.1' }], ports: ported }]);
    const one = { action: 'keep', sourceLabels: ['__meta_kubernetes_endpoint_port_name'], regex: 'http' };
    const monitoring = serviceMonitor({ port: 'http|debug', relabelings: [one] });
    const broken = breakAt(topology, monitoring, labelled({ ports: ported }), byHand);
    expect(broken).toMatchObject({ reason: 'no zone', lost: [{ raw: { labels: { __address__: '192.0.2.1:80' } } }] });
  });

  test('breaks at relabelings', () => {
    const rules = (...relabelings: any[]) => ({ port: 'http', relabelings });
    const keep = { action: 'keep', sourceLabels: ['__meta_kubernetes_namespace'], regex: 'x' };
    const [of, labels] = [serviceMonitor, labelled()];
    expect(breakOf(of(rules(keep)), labels, deployment(ports(HTTP)))).toMatchObject({
      reason: 'relabeled',
      rules: [{ reason: 'user', field: 'spec.endpoints[0].relabelings[0]' }],
    });
    expect(
      breakOf(of(rules({ targetLabel: '__address__', replacement: '' })), labels, deployment(ports(HTTP))),
    ).toMatchObject({ reason: 'failed', failure: { label: '__address__' } });
    expect(
      breakOf(
        of(rules({ ...keep, sourceLabels: ['__meta_kubernetes_pod_node_name'] })),
        labels,
        deployment(ports(HTTP)),
      ),
    ).toMatchObject({ reason: 'not known' });
  });

  test('breaks exactly where there is no target', () => {
    fc.assert(
      fc.property(objects, (all) => {
        const simulation = new Simulation(sourced(all));
        for (const simulated of simulation.jobs) {
          expect(findBreak(simulation, simulated) === undefined).toBe(simulated.targets.found.length > 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
