import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { MonitoredApp } from '../../lib/app/monitored-app';
import { MonitorKind } from '../../lib/app/monitored-app-props';
import { Prometheus, type PrometheusSelectors } from '../../lib/prometheus/prometheus';
import { Proof } from '../../lib/proof/proof';
import { Targets } from '../../lib/proof/targets';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { OperatorScope } from '../../lib/selection/operator-scope';
import { newApp, newMonitoredApp, newStack } from './fixtures';

function prometheus(selectors: Partial<PrometheusSelectors> = {}): Prometheus {
  return Prometheus.fromSelectors({
    name: 'k8s',
    namespace: 'monitoring',
    serviceMonitorSelector: LabelSelector.matchLabels({ team: 'a' }),
    serviceMonitorNamespaceSelector: NamespaceSelector.all(),
    ...selectors,
  });
}

const jobs = (targets: Targets): string[] => targets.list.map((target) => `${target.prometheus} ${target.job}`);

test('names everything that is known of a target, and nothing that is not', () => {
  const app = newApp();
  newMonitoredApp(app, { prometheus: newStack(app) });
  const { list, unknown } = Targets.of(app);
  expect(unknown).toEqual([]);
  expect(list).toEqual([
    {
      prometheus: 'monitoring/stack-kube-prometheus-stac-prometheus',
      job: 'serviceMonitor/shop/web/0',
      monitor: { kind: 'ServiceMonitor', namespace: 'shop', name: 'web' },
      endpoint: 0,
      namespace: 'shop',
      service: 'web',
      workload: { kind: 'Deployment', namespace: 'shop', name: 'web' },
      assumed: false,
      container: 'web',
      port: 8080,
      scheme: 'http',
      path: '/metrics',
      params: {},
      interval: '30s',
      timeout: '10s',
      shards: 1,
      labels: expect.objectContaining({ namespace: 'shop', service: 'web', container: 'web' }),
    },
  ]);
});

test('leaves out what a target does not have, for no language knows null', () => {
  const app = newApp();
  newMonitoredApp(app, { prometheus: newStack(app), metrics: { monitor: MonitorKind.POD_MONITOR } });
  const [target] = Targets.of(app).list;
  expect(target.monitor.kind).toBe('PodMonitor');
  expect('service' in target).toBe(false);
});

test('can be asked of one construct', () => {
  const app = newApp();
  const stack = newStack(app);
  const shop = newMonitoredApp(app, { prometheus: stack });
  newMonitoredApp(app, { prometheus: stack, chart: 'payments' });
  expect(Targets.of(app).list).toHaveLength(2);
  expect(Targets.of(shop).list.map(({ job }) => job)).toEqual(['serviceMonitor/shop/web/0']);
  expect(Targets.of(Chart.of(shop)).list).toEqual(Targets.of(shop).list);
});

test('follows every change, and registers nothing', () => {
  const app = newApp();
  const monitored = newMonitoredApp(app, { prometheus: prometheus() });
  expect(Targets.of(app).list).toHaveLength(1);
  monitored.monitor.metadata.addLabel('team', 'b');
  expect(Targets.of(app).list).toEqual([]);
  expect(app.node.validate()).toEqual([]);
});

test('is a page and a table too', () => {
  const app = newApp();
  newMonitoredApp(app, { prometheus: newStack(app) });
  const targets = Targets.of(app);
  expect(targets.toMarkdown()).toContain('| serviceMonitor/shop/web/0 | shop | web |');
  expect(targets.toText()).toContain('1 target of 1 Prometheus instance');
});

test('fails as cdk8s does where an object cannot be rendered', () => {
  const app = newApp();
  const object = new ApiObject(new Chart(app, 'shop'), 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
  object.toJson = () => {
    throw new Error('not known yet');
  };
  expect(() => Targets.of(app)).toThrow('not known yet');
});

describe('a Prometheus that is described by what it selects', () => {
  test('counts where a construct uses it', () => {
    const app = newApp();
    newMonitoredApp(app, { prometheus: prometheus() });
    expect(jobs(Targets.of(app))).toEqual(['monitoring/k8s serviceMonitor/shop/web/0']);
  });

  test('counts once, however many constructs and descriptions there are', () => {
    const app = newApp();
    newMonitoredApp(app, { prometheus: prometheus() });
    newMonitoredApp(app, { prometheus: prometheus(), chart: 'payments' });
    expect(Targets.of(app).list).toHaveLength(2);
  });

  test('takes what any of its descriptions takes', () => {
    const app = newApp();
    newMonitoredApp(app, { prometheus: prometheus() });
    const forPods = prometheus({
      serviceMonitorSelector: undefined,
      podMonitorSelector: LabelSelector.matchLabels({ team: 'b' }),
      podMonitorNamespaceSelector: NamespaceSelector.all(),
    });
    newMonitoredApp(app, { prometheus: forPods, chart: 'payments', metrics: { monitor: MonitorKind.POD_MONITOR } });
    expect(Targets.of(app).list.map(({ monitor }) => monitor.kind)).toEqual(['PodMonitor', 'ServiceMonitor']);
  });

  test('gives way to an object of the same name', () => {
    const app = newApp();
    const monitored = newMonitoredApp(app, { prometheus: prometheus() });
    new ApiObject(new Chart(app, 'monitoring', { namespace: 'monitoring' }), 'k8s', {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'Prometheus',
      metadata: { name: 'k8s' },
      spec: { serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {}, scrapeInterval: '15s' },
    });
    expect(Targets.of(monitored).list).toMatchObject([{ prometheus: 'monitoring/k8s', interval: '15s' }]);
  });

  test('may be an agent', () => {
    const app = newApp();
    newMonitoredApp(app, { prometheus: prometheus({ agent: true }) });
    expect(Targets.of(app).list).toHaveLength(1);
  });

  test('keeps its own Operator beside a stack whose Operator watches other namespaces', () => {
    const app = newApp();
    const stack = newStack(app, { prometheusOperator: { namespaces: { additional: ['shop', 'monitoring'] } } });
    newMonitoredApp(app, { prometheus: stack });
    newMonitoredApp(app, {
      prometheus: prometheus({ namespace: 'tenants', operatorScope: OperatorScope.only('payments', 'tenants') }),
      chart: 'payments',
    });
    expect(jobs(Targets.of(app))).toEqual([
      'monitoring/stack-kube-prometheus-stac-prometheus serviceMonitor/shop/web/0',
      'tenants/k8s serviceMonitor/payments/web/0',
    ]);
  });

  test('does not take what its Operator does not watch', () => {
    const app = newApp();
    const narrow = prometheus({ operatorScope: OperatorScope.allExcept('payments') });
    const { monitor } = newMonitoredApp(app, { prometheus: narrow });
    expect(Targets.of(app).list).toHaveLength(1);
    const elsewhere = newMonitoredApp(app, { chart: 'payments' });
    elsewhere.monitor.metadata.addLabel('team', 'a');
    expect(monitor.metadata.getLabel('team')).toBe('a');
    expect(Targets.of(app).list.map(({ namespace }) => namespace)).toEqual(['shop']);
  });
});

describe('parts of an app for one cluster each', () => {
  const clusters = () => {
    const app = newApp();
    const stack = newStack(app);
    const [eu, us] = ['eu', 'us'].map((id) => {
      const cluster = new Construct(app, id);
      const chart = new Chart(cluster, 'shop', { namespace: 'shop' });
      new MonitoredApp(chart, 'web', { image: 'web:1', port: id === 'eu' ? 8080 : 9090, prometheus: stack });
      Proof.of(cluster);
      return cluster;
    });
    return { app, eu, us };
  };

  test('see the Prometheus that they use, wherever it is', () => {
    const { eu, us } = clusters();
    expect(Targets.of(eu).list.map(({ port }) => port)).toEqual([8080]);
    expect(Targets.of(us).list.map(({ port }) => port)).toEqual([9090]);
  });

  test('add up to the targets of the app', () => {
    expect(Targets.of(clusters().app).list.map(({ port }) => port)).toEqual([8080, 9090]);
  });

  test('are told apart by the construct that is asked', () => {
    const { us } = clusters();
    const web = us.node.findAll().find((construct) => construct instanceof MonitoredApp) as MonitoredApp;
    expect(Targets.of(web).list.map(({ port }) => port)).toEqual([9090]);
  });
});
