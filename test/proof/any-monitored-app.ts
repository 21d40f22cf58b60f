import { ApiObject, App, Chart, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { AppWorkload } from '../../lib/app/app-workload';
import { MonitoredApp } from '../../lib/app/monitored-app';
import { type MonitoredAppProps, MonitorKind } from '../../lib/app/monitored-app-props';
import { NetworkPeer } from '../../lib/app/network-peer';
import { Relabeling } from '../../lib/monitor/relabeling';
import { ScrapeAuth } from '../../lib/monitor/scrape-auth';
import { SecretKey } from '../../lib/monitor/secret-key';
import type { IPrometheus } from '../../lib/prometheus/i-prometheus';
import { Prometheus } from '../../lib/prometheus/prometheus';
import { LabelOperator } from '../../lib/selection/label-requirement';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { OperatorScope } from '../../lib/selection/operator-scope';
import { StackRelease } from '../../lib/stack/stack-release';

/** Everything that is chosen by chance; it can be printed. */
export interface Choice {
  readonly namespace: string;
  readonly monitorNamespace: string | undefined;
  readonly props: Omit<MonitoredAppProps, 'prometheus' | 'workload' | 'metrics'>;
  readonly workload: 'deployment' | 'statefulSet' | 'daemonSet';
  readonly podMonitor: boolean;
  readonly metrics: any;
  readonly scrapeSeconds: number | undefined;
  readonly password: boolean;
  readonly prometheus: PrometheusChoice;
}

interface PrometheusChoice {
  readonly origin: 'stack' | 'description' | 'agent';
  readonly labels: 'everything' | 'equal' | 'expression';
  readonly namespaces: 'all' | 'names';
  readonly watched: 'all' | 'only' | 'allExcept';
}

const dnsLabel = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/);
const port = fc.integer({ min: 1, max: 65535 });
const portName = fc.stringMatching(/^[a-z]{1,7}(-[a-z0-9]{1,5})?$/);
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** Any props that MonitoredApp takes, and any Prometheus that reaches it. */
export const anyChoice: fc.Arbitrary<Choice> = fc
  .record({
    namespace: dnsLabel,
    monitorNamespace: optional(dnsLabel),
    name: dnsLabel,
    port,
    metricsPort: optional(port),
    servicePort: optional(port),
    names: fc.uniqueArray(portName, { minLength: 2, maxLength: 2 }),
    instance: optional(dnsLabel),
    version: optional(fc.constantFrom('1.0.0', 'v2')),
    labels: optional(fc.dictionary(fc.constantFrom('team', 'example.com/tier'), dnsLabel)),
    headless: fc.boolean(),
    serviceless: fc.boolean(),
    podMonitor: fc.boolean(),
    workload: fc.constantFrom('deployment', 'statefulSet', 'daemonSet') as fc.Arbitrary<Choice['workload']>,
    path: optional(fc.constantFrom('/metrics', '/actuator/prometheus', '/')),
    params: optional(fc.constant({ module: ['a', 'b'] })),
    scrapeSeconds: optional(fc.integer({ min: 11, max: 300 })),
    honorTimestamps: optional(fc.boolean()),
    sampleLimit: optional(fc.integer({ min: 1, max: 100_000 })),
    podTargetLabels: optional(fc.constant(['app.kubernetes.io/name'])),
    relabelings: fc.boolean(),
    password: fc.boolean(),
    access: fc.boolean(),
    prometheus: fc.record({
      origin: fc.constantFrom('stack', 'description', 'agent'),
      labels: fc.constantFrom('everything', 'equal', 'expression'),
      namespaces: fc.constantFrom('all', 'names'),
      watched: fc.constantFrom('all', 'only', 'allExcept'),
    }) as fc.Arbitrary<PrometheusChoice>,
  })
  .map(
    ({ names, name, servicePort, metricsPort, headless, serviceless, labels, access, ...choice }): Choice => ({
      ...choice,
      props: {
        image: 'app:1',
        name,
        port: choice.port,
        portName: names[0],
        instance: choice.instance,
        version: choice.version,
        labels,
        service:
          serviceless && choice.podMonitor && choice.workload !== 'statefulSet'
            ? { enabled: false }
            : { port: headless ? undefined : servicePort, headless },
        networkPolicy: access ? { allowFrom: [NetworkPeer.anyone()] } : undefined,
        discoveryRole: access || undefined,
      },
      metrics: {
        path: choice.path,
        params: choice.params,
        honorTimestamps: choice.honorTimestamps,
        sampleLimit: choice.sampleLimit,
        podTargetLabels: choice.podTargetLabels,
        relabelings: choice.relabelings ? Relabeling.rename('pod', 'instance_name') : undefined,
        ...(metricsPort !== undefined && metricsPort !== choice.port && metricsPort !== servicePort
          ? { port: metricsPort, portName: names[1] }
          : {}),
      },
    }),
  );

/** The app of a choice, with the parts that a mutation changes. */
export interface Built {
  readonly app: App;
  readonly chart: Chart;
  readonly monitored: MonitoredApp;
  readonly monitor: ApiObject;
  readonly service: ApiObject | undefined;
  readonly workload: ApiObject;
}

/** @throws Error where MonitoredApp refuses the choice, with its reasons */
export function build(choice: Choice, outdir: string): Built {
  const { namespace, metrics, scrapeSeconds, podMonitor, monitorNamespace, password, workload } = choice;
  const app = new App({ outdir });
  const chart = new Chart(app, 'shop', { namespace });
  const prometheus = prometheusOf(choice, app);
  if (password) {
    new ApiObject(chart, 'password', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'scrape', namespace: monitorNamespace ?? namespace },
      stringData: { user: 'prometheus', password: 'REPLACE_ME' },
    });
  }
  const monitored = new MonitoredApp(chart, 'app', {
    ...choice.props,
    prometheus,
    workload: AppWorkload[workload](),
    metrics: {
      ...metrics,
      monitor: podMonitor ? MonitorKind.POD_MONITOR : MonitorKind.SERVICE_MONITOR,
      monitorNamespace,
      interval: scrapeSeconds === undefined ? undefined : Duration.seconds(scrapeSeconds),
      auth: password
        ? ScrapeAuth.basicAuth({
            username: SecretKey.of('scrape', 'user'),
            password: SecretKey.of('scrape', 'password'),
          })
        : undefined,
    },
  });
  return {
    app,
    chart,
    monitored,
    monitor: monitored.monitor,
    service: monitored.service && ApiObject.of(monitored.service),
    workload: ApiObject.of(monitored.workload),
  };
}

function prometheusOf({ prometheus, namespace, monitorNamespace }: Choice, scope: Construct): IPrometheus {
  const watched = [...new Set([namespace, monitorNamespace ?? namespace, 'monitoring'])];
  const selector =
    prometheus.labels === 'everything'
      ? LabelSelector.everything()
      : prometheus.labels === 'equal'
        ? LabelSelector.matchLabels({ release: 'k8s', tenant: 'a' })
        : LabelSelector.of({
            matchExpressions: [
              { key: 'tenant', operator: LabelOperator.IN, values: ['a', 'b'] },
              { key: 'ignored', operator: LabelOperator.DOES_NOT_EXIST },
            ],
          });
  const namespaces = prometheus.namespaces === 'all' ? NamespaceSelector.all() : NamespaceSelector.names(...watched);
  const selectors = {
    serviceMonitorSelector: selector,
    serviceMonitorNamespaceSelector: namespaces,
    podMonitorSelector: selector,
    podMonitorNamespaceSelector: namespaces,
  };
  if (prometheus.origin === 'stack') {
    return new StackRelease(scope, 'stack', {
      namespace: 'monitoring',
      prometheus: { selectEverything: prometheus.labels === 'everything' },
      prometheusOperator:
        prometheus.watched === 'only'
          ? { namespaces: { releaseNamespace: true, additional: watched.filter((name) => name !== 'monitoring') } }
          : prometheus.watched === 'allExcept'
            ? { denyNamespaces: ['0-denied'] }
            : {},
    });
  }
  return Prometheus.fromSelectors({
    name: 'k8s',
    namespace: 'monitoring',
    agent: prometheus.origin === 'agent',
    operatorScope:
      prometheus.watched === 'all'
        ? OperatorScope.all()
        : prometheus.watched === 'only'
          ? OperatorScope.only(...watched)
          : OperatorScope.allExcept('0-denied'),
    ...selectors,
  });
}
