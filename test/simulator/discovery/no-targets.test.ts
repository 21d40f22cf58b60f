import type { Discovery } from '../../../lib/simulator/discovery/discovery';
import { deployment, discoveryOf, endpoints, pod, ports, service, serviceOf, slice, workload } from './fixtures';

const HTTP = { name: 'http', containerPort: 8080 };
const SPEC = { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] };

function why(objects: any[], role: 'endpoints' | 'endpointslice' = 'endpointslice'): any {
  const discovery = discoveryOf(...objects);
  return discovery.endpoints(role).whyNone(serviceOf(discovery));
}

function targetsOf(discovery: Discovery) {
  return discovery.endpoints('endpointslice').targetsOf(serviceOf(discovery));
}

describe('why a Service has no raw target', () => {
  test('nothing is to explain where it has one', () => {
    expect(why([service(SPEC), deployment(ports(HTTP))])).toBeUndefined();
  });

  test('it is an alias of a DNS name', () => {
    expect(why([service({ type: 'ExternalName', externalName: 'db.example.org' })])).toEqual({
      reason: 'external name',
      externalName: 'db.example.org',
    });
  });

  test('it has no selector, and nobody wrote Endpoints', () => {
    expect(why([service({ ports: [{ port: 80 }] }), deployment(ports(HTTP))])).toEqual({ reason: 'no selector' });
  });

  test('its Endpoints hold no address', () => {
    const found = why([service({ ports: [{ port: 80 }] }), endpoints([{ ports: [{ port: 80 }] }])]);
    expect(found).toMatchObject({ reason: 'endpoints empty', endpoints: [{ object: { kind: 'Endpoints' } }] });
  });

  test('it has slices only, which role endpoints does not read', () => {
    const objects = [
      service({ ports: [{ port: 80 }] }),
      slice({ endpoints: [{ addresses: ['192.0.2.1'] }], ports: [{ port: 1 }] }),
    ];
    expect(why(objects, 'endpoints')).toMatchObject({
      reason: 'slices only',
      slices: [{ object: { kind: 'EndpointSlice' } }],
    });
    expect(why(objects, 'endpointslice')).toBeUndefined();
  });

  test('its Endpoints are not mirrored to slices', () => {
    const labels = { 'endpointslice.kubernetes.io/skip-mirror': 'true' };
    const objects = [
      service({ ports: [{ port: 80 }] }),
      endpoints([{ addresses: [{ ip: '192.0.2.1' }], ports: [{ port: 80 }] }], { labels }),
    ];
    expect(why(objects, 'endpointslice')).toMatchObject({ reason: 'not mirrored' });
    expect(why(objects, 'endpoints')).toBeUndefined();
  });

  test('it is headless and has no port', () => {
    const headless = service({ selector: { app: 'web' }, clusterIP: 'None' });
    expect(why([headless, deployment(ports(HTTP))])).toEqual({ reason: 'no ports', headless: true });
  });

  test('its selector differs from the labels of a pod in one pair, the most similar pod first', () => {
    const found = why([
      service({ ...SPEC, selector: { app: 'web', tier: 'front' } }),
      deployment(ports(HTTP), { name: 'a' }, { app: 'api', tier: 'front' }),
      deployment(ports(HTTP), { name: 'b' }, { app: 'web', tier: 'frontend' }),
      deployment(ports(HTTP), { name: 'c' }, { app: 'web2', tier: 'front' }),
      deployment(ports(HTTP), { name: 'd' }, { app: 'other', tier: 'back' }),
    ]);
    expect(found.reason).toBe('no pod matches');
    expect(
      found.nearest.map((near: any) => [near.pod.workload.object.metadata.name, near.key, near.wanted, near.found]),
    ).toEqual([
      ['c', 'app', 'web', 'web2'],
      ['a', 'app', 'web', 'api'],
      ['b', 'tier', 'front', 'frontend'],
    ]);
  });

  test('its selector wants a label that a pod has not', () => {
    const found = why([service({ ...SPEC, selector: { app: 'web', tier: 'front' } }), deployment(ports(HTTP))]);
    expect(found.nearest).toMatchObject([{ key: 'tier', wanted: 'front', found: undefined }]);
  });

  test('its only pair has another value on a pod', () => {
    const found = why([service(SPEC), deployment(ports(HTTP), {}, { app: 'wbe' })]);
    expect(found.nearest).toMatchObject([{ key: 'app', wanted: 'web', found: 'wbe' }]);
  });

  test('no pod of the namespace is anything like it', () => {
    expect(why([service(SPEC), deployment(ports(HTTP), {}, { x: 'y' })])).toMatchObject({
      reason: 'no pod matches',
      nearest: [],
    });
  });

  test('its pods have ended or have no address', () => {
    const found = why([
      service(SPEC),
      pod(ports(HTTP), { name: 'a' }, { phase: 'Succeeded' }),
      pod(ports(HTTP), { name: 'b' }, { phase: 'Pending' }),
    ]);
    expect(found).toMatchObject({ reason: 'pods not eligible', pods: [{ why: 'terminal' }, { why: 'no address' }] });
  });

  test('its pods have addresses of another IP family', () => {
    const six = { phase: 'Running', podIP: '2001:db8::1' };
    expect(why([service(SPEC), pod(ports(HTTP), {}, six)])).toMatchObject({
      reason: 'pods not eligible',
      pods: [{ why: 'other family' }],
    });
  });

  test.each([
    ['Deployment', 'apps/v1', { replicas: 0 }, 'spec.replicas'],
    ['StatefulSet', 'apps/v1', { replicas: 0 }, 'spec.replicas'],
    ['ReplicaSet', 'apps/v1', { replicas: 0 }, 'spec.replicas'],
    ['ReplicationController', 'v1', { replicas: 0 }, 'spec.replicas'],
    ['Job', 'batch/v1', { suspend: true }, 'spec.suspend'],
    ['Job', 'batch/v1', { parallelism: 0 }, 'spec.parallelism'],
  ])('its pods are those of a %s that has none now', (kind, apiVersion, none, idle) => {
    const object = workload(apiVersion, kind, ports(HTTP));
    const found = why([service(SPEC), { ...object, spec: { ...object.spec, ...none } }]);
    expect(found).toMatchObject({ reason: 'pods not eligible', pods: [{ pod: { idle }, why: 'no address' }] });
  });

  test('the slices that there are hold other addresses than those of the first IP family', () => {
    const headless = service({ clusterIP: 'None', ports: [{ port: 80 }] });
    const six = slice({ addressType: 'IPv6', endpoints: [{ addresses: ['2001:db8::1'] }], ports: [{ port: 1 }] });
    expect(why([headless, six], 'endpointslice')).toMatchObject({ reason: 'other family', family: 'IPv4' });
  });

  test('no pod has the port that it names; the names there are', () => {
    const found = why([service(SPEC), deployment(ports({ name: 'web', containerPort: 1 }, { containerPort: 2 }))]);
    expect(found).toMatchObject({
      reason: 'port not found',
      ports: [{ everywhere: true, port: { index: 0, targetPort: 'http' }, pods: [{ named: [{ name: 'web' }] }] }],
    });
  });
});

describe('a Service whose pods are not in the bag', () => {
  const spec = {
    selector: { app: 'db' },
    ports: [
      { name: 'a', port: 1 },
      { name: 'b', port: 2, targetPort: 'metrics' },
    ],
  };

  test('has assumed targets, one for each port, with what is known of it', () => {
    const discovery = discoveryOf(service(spec));
    const found = targetsOf(discovery);
    expect(found.map(({ assumed, pod: one, port }) => [assumed, one, port])).toEqual([
      [true, undefined, 1],
      [true, undefined, undefined],
    ]);
    expect(found[1].labels).toMatchObject({
      __address__: 'web.service.shop',
      __meta_kubernetes_endpointslice_port_name: 'b',
      __meta_kubernetes_pod_container_port_name: 'metrics',
      __meta_kubernetes_service_name: 'web',
    });
    expect(why([service(spec)])).toEqual({ reason: 'pods not in bag', makers: [], nearest: [] });
  });

  test('is told from one that selects none of the pods that are there', () => {
    const discovery = discoveryOf(service(spec), deployment(ports(HTTP)));
    expect(targetsOf(discovery)).toEqual([]);
  });

  test('pods of another namespace do not count', () => {
    expect(targetsOf(discoveryOf(service(spec), deployment(ports(HTTP), { namespace: 'other' })))).toHaveLength(2);
  });

  const cluster = { apiVersion: 'postgresql.cnpg.io/v1', kind: 'Cluster', metadata: { name: 'db', namespace: 'shop' } };

  test('an object that may make pods explains a selector that is like nothing else', () => {
    const objects = [service(spec), deployment(ports(HTTP), {}, { x: 'y' }), cluster];
    expect(targetsOf(discoveryOf(...objects)).map(({ assumed }) => assumed)).toEqual([true, true]);
    expect(why(objects)).toMatchObject({ reason: 'pods not in bag', makers: [{ object: { kind: 'Cluster' } }] });
  });

  test('it explains another value of a shared label', () => {
    const release = { 'app.kubernetes.io/instance': 'shop' };
    const objects = [
      service({ ...spec, selector: { ...release, 'app.kubernetes.io/name': 'postgres' } }),
      deployment(ports(HTTP), {}, { ...release, 'app.kubernetes.io/name': 'web' }),
      cluster,
    ];
    expect(why(objects)).toMatchObject({ reason: 'pods not in bag', nearest: [{ found: 'web' }] });
  });

  test.each([{ app: 'dbb' }, { app: 'bd' }])('it does not explain a slip of the pen such as %j', (labels) => {
    expect(why([service(spec), deployment(ports(HTTP), {}, labels), cluster])).toMatchObject({
      reason: 'no pod matches',
    });
  });

  test('an object that only configures things explains nothing', () => {
    const monitor = {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { name: 'm', namespace: 'shop' },
    };
    const objects = [service(spec), deployment(ports(HTTP), {}, { x: 'y' }), monitor];
    expect(why(objects)).toMatchObject({ reason: 'no pod matches' });
  });
});

describe('ports that some pod has not', () => {
  test('are told even where other ports give targets', () => {
    const discovery = discoveryOf(
      service({ selector: { app: 'web' }, ports: [SPEC.ports[0], { name: 'm', port: 9 }] }),
      deployment(ports(HTTP), { name: 'a' }),
      deployment(ports({ name: 'other', containerPort: 1 }), { name: 'b' }),
    );
    const view = discovery.endpoints('endpointslice');
    expect(view.whyNone(serviceOf(discovery))).toBeUndefined();
    expect(view.unresolvedPorts(serviceOf(discovery))).toMatchObject([
      { everywhere: false, port: { name: 'http' }, pods: [{ pod: { namespace: 'shop' }, named: [{ name: 'other' }] }] },
    ]);
  });
});
