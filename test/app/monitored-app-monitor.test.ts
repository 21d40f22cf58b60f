import { Protocol } from 'cdk8s-plus-27';
import { AppWorkload } from '../../lib/app/app-workload';
import { type MonitoredAppProps, MonitorKind } from '../../lib/app/monitored-app-props';
import { PodMonitor } from '../../lib/monitor/pod-monitor';
import { ServiceMonitor } from '../../lib/monitor/service-monitor';
import { synth } from '../private/synth';
import { allMonitorOptions, allScrapeOptions, newApp, stack } from './fixtures';

const IDENTITY = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' };

describe('the port', () => {
  test('is renamed everywhere at once', () => {
    const { app, all, container, manifest } = newApp({ portName: 'web-ui' });
    expect(app.metricsPortName).toBe('web-ui');
    expect(container().ports).toEqual([{ name: 'web-ui', containerPort: 8080 }]);
    expect(manifest('Service').spec.ports[0].name).toBe('web-ui');
    expect(manifest('ServiceMonitor').spec.endpoints).toEqual([{ port: 'web-ui' }]);
    expect(JSON.stringify(all())).not.toContain('"http"');
  });

  test('may be published under another number', () => {
    const { container, manifest } = newApp({ service: { port: 80 } });
    expect(container().ports[0].containerPort).toBe(8080);
    expect(manifest('Service').spec.ports).toEqual([{ name: 'http', port: 80, targetPort: 8080 }]);
  });

  test('for metrics may be another, which the monitor scrapes instead', () => {
    const { app, container, manifest } = newApp({ metrics: { port: 9090 } });
    expect(app.metricsPortName).toBe('metrics');
    expect(container().ports).toEqual([
      { name: 'http', containerPort: 8080 },
      { name: 'metrics', containerPort: 9090 },
    ]);
    expect(manifest('Service').spec.ports).toEqual([
      { name: 'http', port: 8080, targetPort: 8080 },
      { name: 'metrics', port: 9090, targetPort: 9090 },
    ]);
    expect(manifest('ServiceMonitor').spec.endpoints).toEqual([{ port: 'metrics' }]);
  });

  test('for metrics has a name of its own', () => {
    const { container, manifest } = newApp({ metrics: { port: 9090, portName: 'prom' } });
    expect(container().ports[1].name).toBe('prom');
    expect(manifest('ServiceMonitor').spec.endpoints).toEqual([{ port: 'prom' }]);
  });

  test('for metrics with the number of the app is the port of the app', () => {
    expect(newApp({ metrics: { port: 8080 } }).container().ports).toHaveLength(1);
  });

  test('may be open over UDP too, where its name is left to the one over TCP', () => {
    const { container } = newApp({ container: { ports: [{ number: 8080, protocol: Protocol.UDP }] } });
    expect(container().ports).toEqual([
      { name: 'http', containerPort: 8080 },
      { containerPort: 8080, protocol: 'UDP' },
    ]);
  });
});

describe('the monitor', () => {
  test('is a PodMonitor on request', () => {
    const { app, manifest } = newApp({ metrics: { monitor: MonitorKind.POD_MONITOR }, prometheus: stack() });
    expect(manifest('PodMonitor')).toMatchObject({
      metadata: { name: 'web', namespace: 'shop', labels: { release: 'stack' } },
      spec: { selector: { matchLabels: IDENTITY }, podMetricsEndpoints: [{ port: 'http' }] },
    });
    expect(app.service).toBeDefined();
    expect(app.serviceMonitor).toBeUndefined();
    expect(app.monitor).toBe(app.podMonitor?.apiObject);
  });

  test('is a PodMonitor where there is no Service', () => {
    const { app, all } = newApp({ service: { enabled: false } });
    expect(all().map((m) => m.kind)).toEqual(['Deployment', 'PodMonitor']);
    expect(app.service).toBeUndefined();
  });

  test('may live in another namespace, and is told where the app is', () => {
    const { manifest } = newApp({ metrics: { monitorNamespace: 'monitoring' } });
    expect(manifest('ServiceMonitor').metadata.namespace).toBe('monitoring');
    expect(manifest('ServiceMonitor').spec.namespaceSelector).toEqual({ matchNames: ['shop'] });
    expect(manifest('Deployment').metadata.namespace).toBe('shop');
  });

  test.each([MonitorKind.SERVICE_MONITOR, MonitorKind.POD_MONITOR])(
    'takes all that `metrics` says about scraping, as the %s construct does',
    (monitor) => {
      const metrics = { ...allScrapeOptions(), ...allMonitorOptions() };
      const { app, chart, manifest } = newApp({ metrics: { ...metrics, monitor } });
      const props = {
        ...allMonitorOptions(),
        endpoints: [{ ...allScrapeOptions(), port: 'http' }],
        selectorLabels: IDENTITY,
      };
      const alone =
        monitor === MonitorKind.SERVICE_MONITOR
          ? new ServiceMonitor(chart, 'Alone', { ...props, service: app })
          : new PodMonitor(chart, 'Alone', { ...props, workload: app });
      const expected = synth(chart).find((m) => m.metadata.name === alone.apiObject.name).spec;
      expect(Object.keys(expected).length).toBeGreaterThan(10);
      expect(manifest(monitor, 'web').spec).toEqual(expected);
    },
  );

  test('can be selected by a Prometheus that is known later', () => {
    const { app, manifest } = newApp();
    stack().select(app.monitor);
    expect(manifest('ServiceMonitor').metadata.labels).toMatchObject({ release: 'stack' });
  });
});

describe('the Role by which a Prometheus discovers the app', () => {
  const verbs = ['get', 'list', 'watch'];
  const prometheus = stack({ serviceAccountName: 'stack-prometheus' });

  test('is for the ServiceAccount of that Prometheus, in the namespace of the app', () => {
    const { app, manifest } = newApp({ prometheus, discoveryRole: true, metrics: { monitorNamespace: 'monitoring' } });
    expect(manifest('Role').metadata).toMatchObject({ name: 'web-discovery', namespace: 'shop' });
    expect(manifest('RoleBinding')).toMatchObject({
      metadata: { name: 'web-discovery', namespace: 'shop' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'web-discovery' },
      subjects: [{ kind: 'ServiceAccount', name: 'stack-prometheus', namespace: 'monitoring' }],
    });
    expect(app.role?.name).toBe('web-discovery');
    expect(app.roleBinding?.kind).toBe('RoleBinding');
  });

  test('covers both ways to find the pods behind a Service', () => {
    expect(newApp({ prometheus, discoveryRole: true }).manifest('Role').rules).toEqual([
      { apiGroups: [''], resources: ['endpoints', 'pods', 'services'], verbs },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs },
    ]);
  });

  test.each<[string, Partial<MonitoredAppProps>]>([
    ['without a Service', { service: { enabled: false } }],
    ['beside a Service', { metrics: { monitor: MonitorKind.POD_MONITOR } }],
  ])('covers pods alone for a PodMonitor %s', (_title, props) => {
    expect(newApp({ prometheus, discoveryRole: true, ...props }).manifest('Role').rules).toEqual([
      { apiGroups: [''], resources: ['pods'], verbs },
    ]);
  });
});

describe('an exporter beside the app', () => {
  const metrics = { port: 9121 };
  const exporter = (ports: any[], more = {}) =>
    AppWorkload.deployment({ containers: [{ name: 'exporter', image: 'exporter:1', ports, ...more }] });

  test('declares the metrics port itself, and the Service and the monitor take its name', () => {
    const { manifest } = newApp({ metrics, workload: exporter([{ name: 'exporter', number: 9121 }]) });
    const [web, beside] = manifest('Deployment').spec.template.spec.containers;
    expect(web.ports).toEqual([{ name: 'http', containerPort: 8080 }]);
    expect(beside.ports).toEqual([{ name: 'exporter', containerPort: 9121 }]);
    expect(manifest('Service').spec.ports[1]).toEqual({ name: 'exporter', port: 9121, targetPort: 9121 });
    expect(manifest('ServiceMonitor').spec.endpoints).toEqual([{ port: 'exporter' }]);
  });

  test.each([
    ['without a name', [{ number: 9121 }], {}, 'declares the metrics port 9121 without a name'],
    ['as its main port', [], { portNumber: 9121 }, 'declares the metrics port 9121 without a name'],
  ])('is told to name the port that it declares %s', (_title, ports, more, said) => {
    expect(() => newApp({ metrics, workload: exporter(ports, more) })).toThrow(said);
  });

  test('is told when the app calls the port by another name', () => {
    const workload = exporter([{ name: 'exporter', number: 9121 }]);
    expect(() => newApp({ metrics: { ...metrics, portName: 'prom' }, workload })).toThrow(
      'declares the metrics port 9121 as "exporter", but its name is "prom"',
    );
  });

  test('shares the security defaults, or their absence', () => {
    const workload = AppWorkload.deployment({
      containers: [{ name: 'exporter', image: 'exporter:1', securityContext: { readOnlyRootFilesystem: true } }],
      initContainers: [{ name: 'init', image: 'init:1' }],
    });
    const { spec } = newApp({ workload, securityDefaults: false }).manifest('Deployment').spec.template;
    expect(spec.containers[1].securityContext).toMatchObject({ runAsNonRoot: false, readOnlyRootFilesystem: true });
    expect(spec.initContainers[0].securityContext).toMatchObject({
      runAsNonRoot: false,
      readOnlyRootFilesystem: false,
    });
  });
});
