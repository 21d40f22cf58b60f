import { discoveryOf, pod, ports, workload } from './fixtures';

function of(object: any) {
  const discovery = discoveryOf(object);
  return discovery.pods.all.flatMap((one) => discovery.podTargets(one));
}

describe('role pod', () => {
  test.each(['Pending', 'Failed'])('a pod in phase %s without an address gives nothing', (phase) => {
    expect(of(pod(ports({ containerPort: 1 }), {}, { phase }))).toEqual([]);
  });

  test('each declared port is a target, whatever its protocol', () => {
    const found = of(pod(ports({ containerPort: 80 }, { containerPort: 53, protocol: 'UDP' })));
    expect(found.map(({ labels }) => labels.__address__)).toEqual(['web.pod.shop:80', 'web.pod.shop:53']);
  });

  test('a container without ports is one target with a bare address', () => {
    const [target, ...rest] = of(pod(ports()));
    expect(rest).toEqual([]);
    expect(target.labels.__address__).toBe('web.pod.shop');
    expect(Object.keys(target.labels).filter((label) => label.includes('_port_'))).toEqual([]);
  });

  test('a bare IPv6 address has no brackets', () => {
    const [target] = of(pod(ports(), {}, { phase: 'Running', podIP: 'fd00::1' }));
    expect(target.labels.__address__).toBe('fd00::1');
  });

  test('init containers and sidecars count, with a mark', () => {
    const initContainers = [
      { name: 'migrate', ports: [{ containerPort: 1 }] },
      { name: 'proxy', restartPolicy: 'Always', ports: [{ containerPort: 2 }] },
    ];
    const found = of(pod({ ...ports({ containerPort: 3 }), initContainers }));
    expect(found.map(({ container, labels }) => [container, labels.__meta_kubernetes_pod_container_init])).toEqual([
      ['app', 'false'],
      ['migrate', 'true'],
      ['proxy', 'true'],
    ]);
  });

  test.each(['Succeeded', 'Failed'])('phase %s is not filtered, but told', (phase) => {
    const [target] = of(pod(ports({ containerPort: 1 }), {}, { phase, podIP: '10.0.0.1' }));
    expect(target.labels.__meta_kubernetes_pod_phase).toBe(phase);
  });

  test('readiness is not filtered, but told', () => {
    const status = { phase: 'Running', podIP: '10.0.0.1', conditions: [{ type: 'Ready', status: 'False' }] };
    expect(of(pod(ports({ containerPort: 1 }), {}, status))[0].labels.__meta_kubernetes_pod_ready).toBe('false');
  });

  test('two containers may share the name of a port, and both are targets', () => {
    const containers = ['a', 'b'].map((name, i) => ({ name, ports: [{ name: 'metrics', containerPort: 80 + i }] }));
    expect(of(pod({ containers }))).toHaveLength(2);
  });

  test('carries every label of the pod and the container', () => {
    const object = workload('apps/v1', 'StatefulSet', {
      ...ports({ name: 'http', containerPort: 80 }),
      nodeName: 'n1',
    });
    object.spec.template.metadata.annotations = { 'a.b/c': 'd' };
    const [target] = of(object);
    expect({ ...target.labels }).toMatchSnapshot();
    expect(target.via).toBe('container');
  });
});
