import { ApiObject, type Chart, Duration, JsonPatch, Size } from 'cdk8s';
import {
  Cpu,
  EmptyDirMedium,
  EnvValue,
  PodManagementPolicy,
  Probe,
  Protocol,
  Service,
  ServiceType,
  Volume,
} from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import type { AppNetworkPolicyOptions } from '../../lib/app/app-network-policy';
import { AppWorkload } from '../../lib/app/app-workload';
import { MonitoredApp } from '../../lib/app/monitored-app';
import {
  type AppMetricsOptions,
  type AppServiceOptions,
  type MonitoredAppProps,
  MonitorKind,
} from '../../lib/app/monitored-app-props';
import { NetworkPeer } from '../../lib/app/network-peer';
import { PodMonitor } from '../../lib/monitor/pod-monitor';
import { ServiceMonitor } from '../../lib/monitor/service-monitor';
import { describeWithCrds, schemaProblems } from '../private/crd-schema';
import { newChart, synth } from '../private/synth';
import { allMonitorOptions, allScrapeOptions, newApp, stack } from './fixtures';

const IDENTITY = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' };

const WORKLOADS: [string, AppWorkload][] = [
  ['Deployment', AppWorkload.deployment()],
  ['StatefulSet', AppWorkload.statefulSet()],
  ['DaemonSet', AppWorkload.daemonSet()],
];

describe('an image and a port', () => {
  test('make a Deployment, a Service and a ServiceMonitor', () => {
    expect(
      newApp()
        .all()
        .map((m) => `${m.kind}/${m.metadata.name}`),
    ).toEqual(['Service/web', 'Deployment/web', 'ServiceMonitor/web']);
  });

  test('run the image with one named port, which the Service publishes and the monitor scrapes', () => {
    const { container, manifest } = newApp();
    expect(container()).toMatchObject({ image: 'web:1', ports: [{ name: 'http', containerPort: 8080 }] });
    expect(manifest('Service').spec.ports).toEqual([{ name: 'http', port: 8080, targetPort: 8080 }]);
    expect(manifest('ServiceMonitor').spec).toEqual({
      selector: { matchLabels: IDENTITY },
      endpoints: [{ port: 'http' }],
    });
  });

  test('are all that a Prometheus needs to be added to', () => {
    expect(newApp({ prometheus: stack() }).manifest('ServiceMonitor').metadata.labels).toMatchObject({
      release: 'stack',
    });
  });

  test('make nothing without a namespace where none is known', () => {
    const { all } = newApp({}, newChart());
    expect(all().map((m) => m.metadata.namespace)).toEqual([undefined, undefined, undefined]);
  });
});

describe('labels', () => {
  test('the recommended ones are on every object and on the pods', () => {
    const { all, manifest } = newApp({
      version: '1.2.3',
      component: 'front',
      partOf: 'shop',
      labels: { team: 'blue' },
      prometheus: stack(),
      networkPolicy: { isolate: true },
      discoveryRole: true,
    });
    const labels = {
      ...IDENTITY,
      'app.kubernetes.io/version': '1.2.3',
      'app.kubernetes.io/component': 'front',
      'app.kubernetes.io/part-of': 'shop',
      'app.kubernetes.io/managed-by': 'cdk8s',
      team: 'blue',
    };
    expect(all()).toHaveLength(6);
    for (const { metadata } of all()) {
      expect(metadata.labels).toMatchObject(labels);
    }
    expect(manifest('Deployment').spec.template.metadata.labels).toMatchObject(labels);
  });

  test('who manages the objects may be said', () => {
    const { manifest } = newApp({ labels: { 'app.kubernetes.io/managed-by': 'argocd' } });
    expect(manifest('Deployment').metadata.labels).toMatchObject({ 'app.kubernetes.io/managed-by': 'argocd' });
  });

  test('those of the chart are on the objects, and those of the app win', () => {
    const chart = newChart({ labels: { cluster: 'eu', 'app.kubernetes.io/name': 'shop' } });
    expect(newApp({}, chart).manifest('Service').metadata.labels).toMatchObject({
      cluster: 'eu',
      'app.kubernetes.io/name': 'web',
    });
  });

  test.each(WORKLOADS)('whatever selects pods or the Service goes by name and instance: %s', (kind, workload) => {
    const { manifest } = newApp({ workload, instance: 'blue' });
    const selector = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'blue' };
    expect(manifest(kind).spec.selector).toEqual({ matchLabels: selector });
    expect(manifest('Service').spec.selector).toEqual(selector);
    expect(manifest('ServiceMonitor').spec.selector).toEqual({ matchLabels: selector });
    expect(manifest(kind).spec.template.metadata.labels).toMatchObject(selector);
    expect(manifest('Service').metadata.labels).toMatchObject(selector);
  });

  test.each(WORKLOADS)(
    'moving the app in the tree changes nothing but the address on the pods: %s',
    (_kind, workload) => {
      const props: MonitoredAppProps = {
        image: 'web:1',
        port: 8080,
        name: 'web',
        workload,
        prometheus: stack(),
        networkPolicy: { isolate: true },
        discoveryRole: true,
      };
      const here = newChart({ namespace: 'shop' });
      new MonitoredApp(here, 'web', props);
      const there = newChart({ namespace: 'shop' });
      new MonitoredApp(new Construct(new Construct(there, 'team'), 'front'), 'other', props);
      const address = /\s*"cdk8s\.io\/metadata\.addr": "[^"]*",?/g;
      const text = (chart: Chart) => synth(chart).map((m) => JSON.stringify(m, null, 1));
      expect(text(there)).not.toEqual(text(here));
      expect(text(there).map((t) => t.replace(address, ''))).toEqual(text(here).map((t) => t.replace(address, '')));
      expect(text(here).join().match(address)).toHaveLength(1);
    },
  );
});

describe('two installations of one app in one namespace', () => {
  const matches = (selector: any, labels: any) => Object.entries(selector).every(([k, v]) => labels[k] === v);

  test.each<[string, Partial<MonitoredAppProps>, Partial<MonitoredAppProps>]>([
    ['names', { name: 'blue' }, { name: 'green' }],
    ['instances', { instance: 'blue' }, { instance: 'green' }],
  ])('with different %s never select each other’s pods and Services', (_title, blue, green) => {
    const access = { prometheus: stack(), networkPolicy: { isolate: true } };
    const here = newApp({ ...access, ...blue });
    const there = newApp({ ...access, ...green });
    for (const [one, other] of [
      [here, there],
      [there, here],
    ]) {
      const labels = ({ manifest }: typeof here) => ({
        pods: manifest('Deployment').spec.template.metadata.labels,
        service: manifest('Service').metadata.labels,
      });
      for (const selector of [
        one.manifest('Deployment').spec.selector.matchLabels,
        one.manifest('Service').spec.selector,
        one.manifest('NetworkPolicy').spec.podSelector.matchLabels,
      ]) {
        expect(matches(selector, labels(one).pods)).toBe(true);
        expect(matches(selector, labels(other).pods)).toBe(false);
      }
      const monitored = one.manifest('ServiceMonitor').spec.selector.matchLabels;
      expect(matches(monitored, labels(one).service)).toBe(true);
      expect(matches(monitored, labels(other).service)).toBe(false);
    }
  });
});

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

describe('the workload', () => {
  test('is a Deployment with what cdk8s-plus can say about one', () => {
    const { manifest } = newApp({
      workload: AppWorkload.deployment({
        replicas: 3,
        minReady: Duration.seconds(5),
        metadata: { annotations: { why: 'workload' } },
        podMetadata: { annotations: { why: 'pod' }, labels: { tier: 'front' } },
        automountServiceAccountToken: true,
      }),
    });
    expect(manifest('Deployment')).toMatchObject({
      metadata: { name: 'web', annotations: { why: 'workload' } },
      spec: {
        replicas: 3,
        minReadySeconds: 5,
        template: {
          metadata: { annotations: { why: 'pod' }, labels: { tier: 'front', ...IDENTITY } },
          spec: { automountServiceAccountToken: true },
        },
      },
    });
  });

  test('takes the number of pods', () => {
    expect(newApp({ replicas: 0 }).manifest('Deployment').spec.replicas).toBe(0);
    expect(newApp({ replicas: 3, workload: AppWorkload.statefulSet() }).manifest('StatefulSet').spec.replicas).toBe(3);
  });

  test('as a StatefulSet is governed by the Service, which is headless then', () => {
    const { manifest, all } = newApp({
      workload: AppWorkload.statefulSet({ podManagementPolicy: PodManagementPolicy.PARALLEL }),
    });
    expect(all().filter((m) => m.kind === 'Service')).toHaveLength(1);
    expect(manifest('Service').spec.clusterIP).toBe('None');
    expect(manifest('StatefulSet').spec).toMatchObject({ serviceName: 'web', podManagementPolicy: 'Parallel' });
  });

  test('as a StatefulSet may be governed by another Service, and the own one is as usual', () => {
    const chart = newChart({ namespace: 'shop' });
    const governing = new Service(chart, 'Governing', {
      metadata: { name: 'peers' },
      clusterIP: 'None',
      ports: [{ port: 7000 }],
    });
    newApp({ workload: AppWorkload.statefulSet({ service: governing }) }, chart);
    const manifests = synth(chart);
    expect(manifests.find((m) => m.kind === 'StatefulSet').spec.serviceName).toBe('peers');
    expect(manifests.find((m) => m.kind === 'Service' && m.metadata.name === 'web').spec.clusterIP).toBeUndefined();
  });

  test('as a DaemonSet has no number of pods', () => {
    expect(newApp({ workload: AppWorkload.daemonSet() }).manifest('DaemonSet').spec.replicas).toBeUndefined();
  });

  test('takes whatever cdk8s-plus can do with a container', () => {
    const volume = Volume.fromEmptyDir(newChart(), 'Volume', 'cache', { medium: EmptyDirMedium.MEMORY });
    const { container, manifest } = newApp({
      container: {
        name: 'main',
        command: ['serve'],
        args: ['--verbose'],
        workingDir: '/srv',
        envVariables: { MODE: EnvValue.fromValue('test') },
        readiness: Probe.fromHttpGet('/ready'),
        resources: { cpu: { request: Cpu.millis(100) }, memory: { limit: Size.mebibytes(64) } },
        ports: [{ name: 'grpc', number: 9000 }],
        volumeMounts: [{ path: '/cache', volume }],
      },
    });
    expect(container()).toMatchObject({
      name: 'main',
      image: 'web:1',
      command: ['serve'],
      args: ['--verbose'],
      workingDir: '/srv',
      env: [{ name: 'MODE', value: 'test' }],
      // Without a number of its own, the probe asks the port of the app.
      readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
      startupProbe: { tcpSocket: { port: 8080 } },
      resources: { requests: { cpu: '100m' }, limits: { memory: '64Mi' } },
      ports: [
        { name: 'http', containerPort: 8080 },
        { name: 'grpc', containerPort: 9000 },
      ],
      volumeMounts: [{ mountPath: '/cache', name: 'cache' }],
    });
    expect(manifest('Deployment').spec.template.spec.volumes).toEqual([
      { name: 'cache', emptyDir: { medium: 'Memory' } },
    ]);
  });

  test('has further containers behind its own, and others that are added later', () => {
    const { app, manifest } = newApp({
      workload: AppWorkload.deployment({ containers: [{ name: 'proxy', image: 'proxy:1' }] }),
    });
    app.workload.addContainer({ name: 'late', image: 'late:1' });
    expect(manifest('Deployment').spec.template.spec.containers.map((c: any) => c.name)).toEqual([
      'web',
      'proxy',
      'late',
    ]);
    expect(app.workload.containers[0]).toBe(app.container);
  });

  test('has init containers', () => {
    const { manifest } = newApp({
      workload: AppWorkload.deployment({ initContainers: [{ name: 'migrate', image: 'web:1' }] }),
    });
    expect(manifest('Deployment').spec.template.spec.initContainers[0].name).toBe('migrate');
  });
});

describe('the security defaults of cdk8s-plus', () => {
  const pod = (props: Partial<MonitoredAppProps>) => newApp(props).manifest('Deployment').spec.template.spec;

  test('hold unless lifted: no root, nothing written to the file system', () => {
    expect(newApp().container().securityContext).toMatchObject({ runAsNonRoot: true, readOnlyRootFilesystem: true });
    expect(pod({}).securityContext).toMatchObject({ runAsNonRoot: true });
  });

  test('are lifted by one prop', () => {
    const { container } = newApp({ securityDefaults: false });
    expect(container().securityContext).toMatchObject({ runAsNonRoot: false, readOnlyRootFilesystem: false });
    expect(pod({ securityDefaults: false }).securityContext).toMatchObject({ runAsNonRoot: false });
  });

  test('can be set one by one, lifted or not', () => {
    const one = newApp({ container: { securityContext: { readOnlyRootFilesystem: false } } });
    expect(one.container().securityContext).toMatchObject({ runAsNonRoot: true, readOnlyRootFilesystem: false });
    const back = newApp({
      securityDefaults: false,
      container: { securityContext: { ensureNonRoot: true, user: 1000 } },
    });
    expect(back.container().securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 1000,
      readOnlyRootFilesystem: false,
    });
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

describe('what is changed underneath', () => {
  function broken(
    change: (app: MonitoredApp, chart: Chart) => void,
    props: Partial<MonitoredAppProps> = {},
  ): () => any {
    const chart = newChart({ namespace: 'shop' });
    change(new MonitoredApp(chart, 'web', { image: 'web:1', port: 8080, prometheus: stack(), ...props }), chart);
    return () => synth(chart);
  }

  test('is found when it renames the port of the Service', () => {
    const rename = JsonPatch.replace('/spec/ports/0/name', 'ui');
    expect(broken((app) => ApiObject.of(app.service as Service).addJsonPatch(rename))).toThrow(
      '"http" is no port name of Service/web, which has: ui (8080).',
    );
  });

  test('is found when it changes a label that the monitor selects by', () => {
    const label = 'app.kubernetes.io/name';
    const said = `the monitor selects by "${label}: web", which Service/web does not carry`;
    expect(broken((app) => app.service?.metadata.addLabel(label, 'renamed'))).toThrow(said);
    const patch = JsonPatch.replace('/metadata/labels/app.kubernetes.io~1name', 'renamed');
    expect(broken((app) => ApiObject.of(app.service as Service).addJsonPatch(patch))).toThrow(said);
  });

  test('is found when it changes the label that the Prometheus selects by', () => {
    expect(broken((app) => app.monitor.metadata.addLabel('release', 'other'))).toThrow(
      'but the label "release" is "other", so the object would not be selected.',
    );
  });

  test('is found when it puts a second Service before the same pods', () => {
    const second = (_app: MonitoredApp, chart: Chart) =>
      new ApiObject(chart, 'second', {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'second', labels: IDENTITY },
        spec: { ports: [{ name: 'http', port: 8080 }] },
      });
    expect(broken(second)).toThrow(
      'the labels of Service/web are all on Service/second too, so both would be scraped.',
    );
  });

  test('is fine where nothing of the wiring is touched', () => {
    const patch = JsonPatch.add('/spec/sessionAffinity', 'ClientIP');
    expect(broken((app) => ApiObject.of(app.service as Service).addJsonPatch(patch))).not.toThrow();
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

test('everything underneath can be reached and changed', () => {
  const { app, manifest } = newApp();
  ApiObject.of(app.workload).addJsonPatch(JsonPatch.add('/spec/paused', true));
  ApiObject.of(app.service as Service).addJsonPatch(JsonPatch.add('/spec/sessionAffinity', 'ClientIP'));
  app.monitor.addJsonPatch(JsonPatch.add('/spec/sampleLimit', 7));
  app.serviceMonitor?.addEndpoint({ port: 'http', path: '/more' });
  expect(manifest('Deployment').spec.paused).toBe(true);
  expect(manifest('Service').spec.sessionAffinity).toBe('ClientIP');
  expect(manifest('ServiceMonitor').spec).toMatchObject({ sampleLimit: 7, endpoints: [{}, { path: '/more' }] });
});

describe('every prop of the app reaches its manifests', () => {
  function allProps(): MonitoredAppProps {
    const props: Required<MonitoredAppProps> = {
      image: 'web:1',
      port: 8080,
      prometheus: stack(),
      name: 'web',
      instance: 'blue',
      namespace: 'shop',
      version: '1.2.3',
      component: 'front',
      partOf: 'suite',
      labels: { team: 'blue' },
      portName: 'ui',
      metrics: allMetrics(),
      workload: AppWorkload.deployment(),
      replicas: 3,
      container: { name: 'main' },
      securityDefaults: false,
      service: {
        enabled: true,
        port: 80,
        type: ServiceType.NODE_PORT,
        headless: false,
        metadata: { annotations: { why: 'service' } },
      } satisfies Required<AppServiceOptions>,
      networkPolicy: {
        isolate: true,
        allowFrom: [NetworkPeer.sameNamespace()],
      } satisfies Required<AppNetworkPolicyOptions>,
      discoveryRole: true,
    };
    return props;
  }

  function allMetrics(): Required<AppMetricsOptions> {
    return {
      ...allScrapeOptions(),
      ...allMonitorOptions(),
      // Goes with no discoveryRole; the monitors' own tests cover it.
      attachNodeMetadata: false,
      port: 9090,
      portName: 'prom',
      targetLabels: ['tier'],
      monitor: MonitorKind.SERVICE_MONITOR,
      monitorNamespace: 'monitoring',
    };
  }

  test('in one story', () => {
    const chart = newChart();
    new MonitoredApp(chart, 'app', allProps());
    const text = JSON.stringify(synth(chart), null, 2).replace(/("cdk8s.io\/metadata.addr": ")[^"]*/g, '$1<hash>');
    expect(JSON.parse(text)).toMatchSnapshot();
  });

  describeWithCrds('and the CRD', () => {
    test.each([MonitorKind.SERVICE_MONITOR, MonitorKind.POD_MONITOR])('accepts the %s', (monitor) => {
      const { targetLabels, ...metrics } = allMetrics();
      const ofServices = monitor === MonitorKind.SERVICE_MONITOR ? { targetLabels } : {};
      const chart = newChart();
      new MonitoredApp(chart, 'app', { ...allProps(), metrics: { ...metrics, ...ofServices, monitor } });
      const manifest = synth(chart).find((m) => m.kind === monitor);
      expect(manifest.spec).toBeDefined();
      expect(schemaProblems(manifest)).toEqual([]);
    });
  });
});
