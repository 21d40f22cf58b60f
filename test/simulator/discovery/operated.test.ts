import type { SimulationOptions } from '../../../lib/simulator/simulation';
import { operatedDiscoveryOf, service, serviceOf } from './fixtures';

/** An object of which the Operator makes something. */
function custom(kind: string, spec: any = {}, metadata: any = {}): any {
  return {
    apiVersion: kind === 'PrometheusAgent' ? 'monitoring.coreos.com/v1alpha1' : 'monitoring.coreos.com/v1',
    kind,
    metadata: { name: 'k8s', namespace: 'shop', labels: { not: 'on pods' }, ...metadata },
    spec,
  };
}

/** All that there ever was. */
const CLUSTER: SimulationOptions = { complete: true, wholeCluster: true };
const MANAGED = { serviceMonitorSelector: {} };
const CONTROLLER = { 'operator.prometheus.io/controller-id': 'other' };

function operator(...args: string[]): any {
  const containers = [{ name: 'operator', image: 'quay.io/prometheus-operator/prometheus-operator:v0.93.0', args }];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'operator', namespace: 'operator' },
    spec: { template: { metadata: { labels: { app: 'operator' } }, spec: { containers } } },
  };
}

/** Names of Services in `shop`. */
function servicesOf(objects: readonly any[], options: SimulationOptions = CLUSTER): string[] {
  return operatedDiscoveryOf(objects, options)
    .services.in('shop')
    .map(({ object }) => object.metadata.name);
}

/** Ports of the pods in `shop`, init containers last. */
function portsOf(kind: string, spec: any): [name: string, number: number][] {
  const [pod] = operatedDiscoveryOf([custom(kind, spec)]).pods.in('shop');
  return [...pod.spec.containers, ...pod.spec.initContainers].flatMap(({ ports }: any) =>
    ports.map(({ name, containerPort }: any) => [name, containerPort]),
  );
}

const RELOADERS = [
  ['reloader-web', 8080],
  ['reloader-init', 8081],
];

describe('pods that the Operator makes', () => {
  test.each([
    [
      'Prometheus',
      { 'app.kubernetes.io/name': 'prometheus', prometheus: 'k8s', 'operator.prometheus.io/name': 'k8s' },
      9090,
    ],
    ['PrometheusAgent', { 'app.kubernetes.io/name': 'prometheus-agent', 'operator.prometheus.io/name': 'k8s' }, 9090],
    ['Alertmanager', { 'app.kubernetes.io/name': 'alertmanager', alertmanager: 'k8s' }, 9093],
    ['ThanosRuler', { 'app.kubernetes.io/name': 'thanos-ruler', 'thanos-ruler': 'k8s' }, 10902],
  ])('a Service reaches those of a %s by its labels and port', (kind, selector, number) => {
    const discovery = operatedDiscoveryOf([
      custom(kind),
      service({ selector, ports: [{ name: 'web', port: 1, targetPort: 'web' }] }),
    ]);
    const found = discovery.endpoints('endpointslice').targetsOf(serviceOf(discovery));
    expect(
      found.filter(({ via }) => via === 'endpoint').map(({ port, pod: one }) => [port, one?.workload.object.kind]),
    ).toEqual([[number, kind]]);
  });

  test('have the ports of what reloads the configuration', () => {
    expect(portsOf('Prometheus', {})).toEqual([['web', 9090], ...RELOADERS]);
    expect(portsOf('PrometheusAgent', {})).toEqual([['web', 9090], ...RELOADERS]);
    expect(portsOf('Alertmanager', {})).toEqual([['web', 9093], ['mesh-tcp', 9094], ['mesh-udp', 9094], ...RELOADERS]);
    expect(portsOf('ThanosRuler', {})).toEqual([
      ['web', 10902],
      ['grpc', 10901],
      ['reloader-web', 8080],
    ]);
  });

  test('portName, listenLocal and thanos count', () => {
    expect(portsOf('Prometheus', { portName: 'http-web' })).toEqual([['http-web', 9090], ...RELOADERS]);
    expect(portsOf('Prometheus', { listenLocal: true })).toEqual([RELOADERS[1]]);
    expect(portsOf('Prometheus', { listenLocal: true, reloadStrategy: 'ProcessSignal' })).toEqual(RELOADERS);
    expect(portsOf('Prometheus', { thanos: {} })).toEqual([
      ['web', 9090],
      RELOADERS[0],
      ['http', 10902],
      ['grpc', 10901],
      RELOADERS[1],
    ]);
  });

  test('own containers are added, or merged into those of the same name', () => {
    const [sidecar, more, renamed, init] = [
      { containers: [{ name: 'proxy', ports: [{ name: 'https', containerPort: 1 }] }] },
      { containers: [{ name: 'prometheus', image: 'own', ports: [{ name: 'x', containerPort: 1 }] }] },
      { containers: [{ name: 'prometheus', ports: [{ name: 'own', containerPort: 9090 }] }] },
      { initContainers: [{ name: 'init-config-reloader', ports: [{ name: 'y', containerPort: 2 }] }] },
    ];
    expect(portsOf('Prometheus', sidecar)).toEqual([['web', 9090], RELOADERS[0], ['https', 1], RELOADERS[1]]);
    expect(portsOf('Prometheus', more)).toEqual([['web', 9090], ['x', 1], ...RELOADERS]);
    expect(portsOf('Prometheus', renamed)).toEqual([['own', 9090], ...RELOADERS]);
    expect(portsOf('Prometheus', init)).toEqual([['web', 9090], ...RELOADERS, ['y', 2]]);
  });

  test('carry the labels of podMetadata, of the version and of the Operator, and none of the object', () => {
    const objects = [
      custom('Prometheus', { version: 'v2.53', podMetadata: { labels: { team: 'x' } } }),
      operator('--labels=a=b'),
    ];
    const [pod] = operatedDiscoveryOf(objects).pods.in('shop');
    expect(pod.labels).toMatchObject({ team: 'x', a: 'b', 'app.kubernetes.io/version': '2.53.0' });
    expect(pod.opaqueLabels.has('app.kubernetes.io/version')).toBe(false);
    expect(pod.labels).not.toHaveProperty('not');
  });

  test('have no address without replicas', () => {
    for (const kind of ['Prometheus', 'Alertmanager']) {
      const [pod] = operatedDiscoveryOf([custom(kind, { replicas: 0 })]).pods.in('shop');
      expect(pod).toMatchObject({ ip: '', idle: 'spec.replicas' });
    }
  });
});

describe('Services that the Operator makes', () => {
  test.each([
    ['Prometheus', 'prometheus-operated', 'operated-prometheus'],
    ['PrometheusAgent', 'prometheus-agent-operated', 'operated-prometheus'],
    ['Alertmanager', 'alertmanager-operated', 'operated-alertmanager'],
    ['ThanosRuler', 'thanos-ruler-operated', 'operated-thanos-ruler'],
  ])('stand before all pods of the same kind in the namespace: %s', (kind, name, label) => {
    const discovery = operatedDiscoveryOf([custom(kind), custom(kind, {}, { name: 'other' })], CLUSTER);
    const made = serviceOf(discovery, name);
    expect(made.object.metadata.labels).toMatchObject({ [label]: 'true', 'managed-by': 'prometheus-operator' });
    const found = discovery.endpoints('endpoints').targetsOf(made);
    expect(
      found
        .filter(({ labels }) => labels.__meta_kubernetes_endpoint_port_name === 'web')
        .map(({ pod }) => pod?.workload.object.metadata.name),
    ).toEqual(['k8s', 'other']);
    expect(discovery.bag.kinds).not.toContain('Service');
  });

  test('have the port of the instance, and the labels of the Operator', () => {
    const discovery = operatedDiscoveryOf([custom('Prometheus', { portName: 'own' }), operator('--labels=a=b')]);
    const { metadata, spec } = serviceOf(discovery, 'prometheus-operated').object;
    expect(metadata.labels).toMatchObject({ a: 'b' });
    expect(spec).toMatchObject({ clusterIP: 'None', ports: [{ name: 'own', port: 9090, targetPort: 'own' }] });
  });

  test('are not made where an instance names one itself, nor for a DaemonSet of agents', () => {
    const own = service({ selector: { 'operator.prometheus.io/name': 'k8s' }, ports: [] });
    expect(servicesOf([custom('Prometheus', { ...MANAGED, serviceName: 'web' }), own])).toEqual(['web']);
    const gate = operator('--feature-gates=PrometheusAgentDaemonSet=true');
    expect(servicesOf([custom('PrometheusAgent', { mode: 'DaemonSet' }), gate])).toEqual([]);
  });

  test('give way to those of the same name that are given', () => {
    const given = service({ selector: {}, ports: [] }, { name: 'prometheus-operated', labels: { given: 'yes' } });
    const discovery = operatedDiscoveryOf([custom('Prometheus', MANAGED), given]);
    expect(discovery.services.in('shop')).toHaveLength(1);
    expect(serviceOf(discovery, 'prometheus-operated').object.metadata.labels).toEqual({ given: 'yes' });
  });

  test('are sorted among the others', () => {
    const others = ['a', 'z'].map((name) => service({ selector: {}, ports: [] }, { name }));
    const discovery = operatedDiscoveryOf([
      custom('Prometheus', MANAGED),
      custom('Prometheus', MANAGED, { namespace: 'bar' }),
      ...others,
    ]);
    expect(discovery.services.all.map(({ object }) => `${object.metadata.namespace}/${object.metadata.name}`)).toEqual([
      'bar/prometheus-operated',
      'shop/a',
      'shop/prometheus-operated',
      'shop/z',
    ]);
  });

  test.each([
    ['is managed', custom('Prometheus', MANAGED), true],
    ['is left to people', custom('Prometheus'), true],
    ['is paused', custom('Prometheus', { ...MANAGED, paused: true }), false],
    ['has a version that is none', custom('Prometheus', { ...MANAGED, version: 'x' }), false],
    ['names a controller that is not there', custom('Prometheus', MANAGED, { annotations: CONTROLLER }), false],
    ['is a paused Alertmanager', custom('Alertmanager', { paused: true }), false],
    ['is an Alertmanager of another controller', custom('Alertmanager', {}, { annotations: CONTROLLER }), false],
  ])('of one that %s, where the objects are all that there is', (_title, object, made) => {
    const objects = [object, operator()];
    expect(servicesOf(objects)).toHaveLength(made ? 1 : 0);
    expect(operatedDiscoveryOf(objects, CLUSTER).pods.in('shop')).toHaveLength(made ? 1 : 0);
    // Elsewhere, pods of before may run on.
    expect(servicesOf(objects, {})).toHaveLength(1);
    expect(servicesOf(objects, { complete: true })).toHaveLength(1);
  });

  test('come without pods where the Operator fails on those', () => {
    const stuck = custom('Prometheus', { ...MANAGED, additionalArgs: [{ name: 'config.file', value: 'x' }] });
    const discovery = operatedDiscoveryOf([stuck], CLUSTER);
    expect(discovery.services.in('shop')).toHaveLength(1);
    expect(discovery.pods.in('shop')).toEqual([]);
    expect(operatedDiscoveryOf([stuck]).pods.in('shop')).toHaveLength(1);
  });
});
