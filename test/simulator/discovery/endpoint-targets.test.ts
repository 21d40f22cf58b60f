import { addresses, allLabels, deployment, discoveryOf, ports, service, serviceOf } from './fixtures';

function of(role: 'endpoints' | 'endpointslice', objects: any[], prometheus?: string) {
  const discovery = discoveryOf(...objects);
  return discovery.endpoints(role, { prometheus }).targetsOf(serviceOf(discovery));
}

const SELECT = { app: 'web' };
const TWO = ports({ name: 'http', containerPort: 8080 }, { name: 'metrics', containerPort: 9090 });

describe.each(['endpoints', 'endpointslice'] as const)('raw targets, role %s', (role) => {
  test('a declared port that the Service does not publish is an extra target, without port name and target kind', () => {
    const found = of(role, [service({ selector: SELECT, ports: [{ name: 'web', port: 8080 }] }), deployment(TWO)]);
    expect(found.map(({ via, port }) => [via, port])).toEqual([
      ['endpoint', 8080],
      ['container', 9090],
    ]);
    const [, extra] = found;
    expect(extra.labels).toMatchObject({
      __address__: 'web.deployment.shop:9090',
      __meta_kubernetes_service_name: 'web',
      __meta_kubernetes_pod_container_port_name: 'metrics',
    });
    expect(Object.keys(allLabels(extra.labels)).filter((label) => /port_name|target_kind|ready$/.test(label))).toEqual([
      '__meta_kubernetes_pod_container_port_name',
      '__meta_kubernetes_pod_ready',
    ]);
  });

  test('a Service with no port that the pod has gives nothing, not even declared ports', () => {
    expect(of(role, [service({ selector: SELECT, ports: [{ port: 1, targetPort: 'no' }] }), deployment(TWO)])).toEqual(
      [],
    );
  });

  test('an undeclared port has no container labels', () => {
    const [target] = of(role, [service({ selector: SELECT, ports: [{ port: 5 }] }), deployment(TWO)]);
    expect(Object.keys(target.labels).filter((label) => label.includes('_container_'))).toEqual([]);
  });

  test('of two containers that declare a number the last one wins, and within one container the first port', () => {
    const spec = {
      containers: [
        { name: 'first', ports: [{ name: 'a', containerPort: 80 }] },
        {
          name: 'last',
          ports: [
            { name: 'b', containerPort: 80 },
            { name: 'c', containerPort: 80, protocol: 'UDP' },
          ],
        },
      ],
    };
    const [target, ...rest] = of(role, [service({ selector: SELECT, ports: [{ port: 80 }] }), deployment(spec)]);
    expect(target.container).toBe('last');
    expect(target.labels.__meta_kubernetes_pod_container_port_name).toBe('b');
    expect(rest).toEqual([]);
  });

  test('the number decides, whatever the protocol', () => {
    const [target] = of(role, [
      service({ selector: SELECT, ports: [{ port: 53 }] }),
      deployment(ports({ name: 'dns', containerPort: 53, protocol: 'UDP' })),
    ]);
    expect(target.container).toBe('app');
  });

  test('two Service ports on one container port are two targets', () => {
    const twice = [
      { name: 'a', port: 1, targetPort: 8080 },
      { name: 'b', port: 2, targetPort: 8080 },
    ];
    const found = of(role, [service({ selector: SELECT, ports: twice }), deployment(ports({ containerPort: 8080 }))]);
    expect(addresses(found)).toEqual(['web.deployment.shop:8080', 'web.deployment.shop:8080']);
  });

  describe('init containers', () => {
    const spec = {
      ...ports({ containerPort: 8080 }),
      initContainers: [
        {
          name: 'init',
          ports: [
            { name: 'late', containerPort: 8080 },
            { name: 'x', containerPort: 7 },
          ],
        },
      ],
    };
    const objects = [service({ selector: SELECT, ports: [{ port: 8080 }] }), deployment(spec)];

    test('count since Prometheus 3.0, and win over containers', () => {
      const found = of(role, objects, 'v3.0.0');
      expect(
        found.map(({ container, port, labels }) => [container, port, labels.__meta_kubernetes_pod_container_init]),
      ).toEqual([
        ['init', 8080, 'true'],
        ['init', 7, 'true'],
      ]);
    });

    test('do not count before', () => {
      const found = of(role, objects, 'v2.55.1');
      expect(found.map(({ container, port }) => [container, port])).toEqual([['app', 8080]]);
      expect(found[0].labels.__meta_kubernetes_pod_container_init).toBeUndefined();
    });
  });

  test('carries every label of the Service, the pod and the container', () => {
    const [target] = of(role, [
      service(
        { selector: SELECT, ports: [{ name: 'web', port: 80, targetPort: 'http', appProtocol: 'http' }] },
        { labels: { 'app.kubernetes.io/name': 'Web', empty: '' }, annotations: { 'a/b-c': 'x' } },
      ),
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web', namespace: 'shop', labels: { not: 'the pods' } },
        spec: { template: { metadata: { labels: SELECT, annotations: { 'prometheus.io/scrape': 'yes' } }, spec: TWO } },
      },
    ]);
    expect(allLabels(target.labels)).toMatchSnapshot();
    expect(target).toMatchObject({ namespace: 'shop', container: 'app', port: 8080, assumed: false });
  });
});
