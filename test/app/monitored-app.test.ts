import { ApiObject, type Chart, JsonPatch } from 'cdk8s';
import { type Service, ServiceType } from 'cdk8s-plus-27';
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
