import { addresses, deployment, discoveryOf, pod, ports, service, serviceOf, workload } from './fixtures';

const HTTP = { name: 'http', containerPort: 8080 };
const NAMED = { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] };

function targets(objects: any[], versions = {}, role: 'endpoints' | 'endpointslice' = 'endpointslice') {
  const discovery = discoveryOf(...objects);
  return discovery.endpoints(role, versions).targetsOf(serviceOf(discovery));
}

describe.each(['endpoints', 'endpointslice'] as const)('endpoints of a Service, role %s', (role) => {
  const find = (...objects: any[]) => targets(objects, {}, role);

  test('an ExternalName Service has none, even with a selector', () => {
    expect(find(service({ ...NAMED, type: 'ExternalName', externalName: 'x.org' }), deployment(ports(HTTP)))).toEqual(
      [],
    );
  });

  test.each([undefined, null, {}])('a Service with the selector %p has none of the controller', (selector) => {
    expect(find(service({ ...NAMED, selector }), deployment(ports(HTTP)))).toEqual([]);
  });

  test('a selector takes pods of the same namespace only', () => {
    const found = find(
      service(NAMED),
      deployment(ports(HTTP)),
      deployment(ports(HTTP), { namespace: 'other' }),
      deployment(ports(HTTP), { name: 'second' }),
    );
    expect(addresses(found)).toEqual(['second.deployment.shop:8080', 'web.deployment.shop:8080']);
  });

  test('all pairs of the selector must hold', () => {
    const found = find(
      service({ ...NAMED, selector: { app: 'web', tier: 'front' } }),
      deployment(ports(HTTP), { name: 'a' }, { app: 'web', tier: 'back' }),
      deployment(ports(HTTP), { name: 'b' }, { app: 'web', tier: 'front', more: 'x' }),
    );
    expect(addresses(found)).toEqual(['b.deployment.shop:8080']);
  });

  test.each(['ClusterIP', 'NodePort', 'LoadBalancer'])('type %s makes no difference', (type) => {
    expect(addresses(find(service({ ...NAMED, type }), deployment(ports(HTTP))))).toEqual(['web.deployment.shop:8080']);
  });

  test('a headless Service with ports is like any other, and is marked', () => {
    const [target] = find(service({ ...NAMED, clusterIP: 'None' }), deployment(ports(HTTP)));
    expect(target.labels).toMatchObject({
      __address__: 'web.deployment.shop:8080',
      [`__meta_kubernetes_${role}_labelpresent_service_kubernetes_io_headless`]: 'true',
    });
  });

  test('a headless Service without ports gives no target', () => {
    expect(find(service({ selector: { app: 'web' }, clusterIP: 'None' }), deployment(ports(HTTP)))).toEqual([]);
  });

  test.each([undefined, 0, ''])('targetPort %p means the number of the Service port', (targetPort) => {
    const found = find(
      service({ selector: { app: 'web' }, ports: [{ port: 8080, targetPort }] }),
      deployment(ports(HTTP)),
    );
    expect(addresses(found)).toEqual(['web.deployment.shop:8080']);
  });

  test('a number counts whether or not a container declares it', () => {
    const found = find(
      service({ selector: { app: 'web' }, ports: [{ port: 80, targetPort: 9999 }] }),
      deployment(ports()),
    );
    expect(addresses(found)).toEqual(['web.deployment.shop:9999']);
    expect(found[0].container).toBeUndefined();
  });

  test('a name needs the same protocol', () => {
    const udp = { name: 'dns', containerPort: 53, protocol: 'UDP' };
    const named = (protocol?: string) =>
      find(
        service({ selector: { app: 'web' }, ports: [{ name: 'd', port: 53, targetPort: 'dns', protocol }] }),
        deployment(ports(udp)),
      );
    expect(named()).toEqual([]);
    expect(addresses(named('UDP'))).toEqual(['web.deployment.shop:53']);
  });

  test('a quoted number is a name, which no container port can have', () => {
    const quoted = { selector: { app: 'web' }, ports: [{ port: 80, targetPort: '8080' }] };
    expect(find(service(quoted), deployment(ports(HTTP)))).toEqual([]);
  });

  test('a name that a pod has not is skipped for that pod, and its other ports survive', () => {
    const found = find(
      service({
        selector: { app: 'web' },
        ports: [
          { name: 'http', port: 80, targetPort: 'http' },
          { name: 'm', port: 90 },
        ],
      }),
      deployment(ports(HTTP), { name: 'a' }),
      deployment(ports(), { name: 'b' }),
    );
    expect(addresses(found)).toEqual(['a.deployment.shop:8080', 'a.deployment.shop:90', 'b.deployment.shop:90']);
  });

  test('a name can be another number in another pod', () => {
    const found = find(
      service(NAMED),
      deployment(ports(HTTP), { name: 'a' }),
      deployment(ports({ name: 'http', containerPort: 3000 }), { name: 'b' }),
    );
    expect(addresses(found)).toEqual(['a.deployment.shop:8080', 'b.deployment.shop:3000']);
  });

  test.each(['UDP', 'SCTP'])('a %s port is published like any other', (protocol) => {
    const found = find(
      service({ selector: { app: 'web' }, ports: [{ name: 'p', port: 53, protocol }] }),
      deployment(ports({ containerPort: 53, protocol })),
    );
    expect(addresses(found)).toEqual(['web.deployment.shop:53']);
  });

  test('the published port has the name of the Service port, not that of the container port', () => {
    const [target] = find(
      service({ selector: { app: 'web' }, ports: [{ name: 'metrics', port: 80, targetPort: 'http' }] }),
      deployment(ports(HTTP)),
    );
    const prefix = role === 'endpoints' ? '__meta_kubernetes_endpoint' : '__meta_kubernetes_endpointslice';
    expect(target.labels[`${prefix}_port_name`]).toBe('metrics');
    expect(target.labels.__meta_kubernetes_pod_container_port_name).toBe('http');
  });

  test.each(['Succeeded', 'Failed'])('a pod in phase %s is left out', (phase) => {
    expect(find(service(NAMED), pod(ports(HTTP), {}, { phase }))).toEqual([]);
  });

  test('a pod without an address is left out', () => {
    expect(find(service(NAMED), pod(ports(HTTP), {}, { phase: 'Pending' }))).toEqual([]);
  });

  test('a pod that is not ready is there, with a mark', () => {
    const status = { phase: 'Running', podIP: '10.0.0.1', conditions: [{ type: 'Ready', status: 'False' }] };
    const [target] = find(service(NAMED), pod(ports(HTTP), {}, status));
    const label = role === 'endpoints' ? 'endpoint_ready' : 'endpointslice_endpoint_conditions_ready';
    expect(target.labels).toMatchObject({
      __address__: '10.0.0.1:8080',
      [`__meta_kubernetes_${label}`]: 'false',
      __meta_kubernetes_pod_ready: 'false',
    });
  });

  test('a pod that is being deleted stays in slices, and in Endpoints only on demand', () => {
    const dying = pod(ports(HTTP), { deletionTimestamp: '2026-01-01T00:00:00Z' });
    expect(find(service(NAMED), dying)).toHaveLength(role === 'endpoints' ? 0 : 1);
    expect(find(service({ ...NAMED, publishNotReadyAddresses: true }), dying)).toHaveLength(1);
  });
});

describe('ports of native sidecars', () => {
  const sidecar = (restartPolicy?: string) => ({
    containers: [{ name: 'app' }],
    initContainers: [{ name: 'proxy', restartPolicy, ports: [HTTP] }],
  });
  const none = { prometheus: '2.55.0' };

  test.each([
    ['endpoints', '1.31', 0],
    ['endpoints', 'v1.32.4', 1],
    ['endpointslice', '1.32', 0],
    ['endpointslice', '1.33', 1],
  ] as const)('role %s with Kubernetes %s: %d targets by name', (role, kubernetes, count) => {
    const found = targets([service(NAMED), deployment(sidecar('Always'))], { ...none, kubernetes }, role);
    expect(found).toHaveLength(count);
  });

  test('a container goes before a sidecar', () => {
    const both = { ...sidecar('Always'), containers: [{ name: 'app', ports: [{ name: 'http', containerPort: 1 }] }] };
    expect(addresses(targets([service(NAMED), deployment(both)], none))).toEqual(['web.deployment.shop:1']);
  });

  test('an init container that ends is no sidecar', () => {
    expect(targets([service(NAMED), deployment(sidecar())])).toEqual([]);
  });
});

describe('per-pod Services of a StatefulSet', () => {
  const select = (selector: any) =>
    targets([service({ ...NAMED, selector }), workload('apps/v1', 'StatefulSet', ports(HTTP))]);

  test('a Service that selects one pod by name finds it', () => {
    expect(select({ 'statefulset.kubernetes.io/pod-name': 'web-2' })).toHaveLength(1);
    expect(select({ 'apps.kubernetes.io/pod-index': '1' })).toHaveLength(1);
  });

  test('a Service that selects a pod of another StatefulSet does not', () => {
    expect(select({ 'statefulset.kubernetes.io/pod-name': 'api-0' })).toEqual([]);
  });
});
