import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { checkMonitorOptions } from '../monitor/render-monitor-options';
import { checkScrapeOptions } from '../monitor/render-scrape-options';
import { whyNoDnsLabel, whyNoLabelKey, whyNoLabelValue } from '../private/kubernetes-names';
import { Problems } from '../private/problems';
import { planSelection } from '../prometheus/select';
import { appOfName, rememberName } from './app-names';
import { AppWorkload } from './app-workload';
import { checkPorts, checkService } from './check-app-ports';
import { type MonitoredAppProps, MonitorKind } from './monitored-app-props';
import type { NamedPort } from './named-port';

/**
 * A label value has at most 63 characters, and the label `controller-revision-hash` takes the name, a hyphen and a hash
 * of up to 10. Source: kubernetes issue 64023.
 */
const LONGEST_STATEFUL_SET_NAME = 52;

/** What a `MonitoredApp` has worked out from its props. */
export interface AppFacts {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly labels: { [key: string]: string };
  readonly appPort: NamedPort;
  readonly metricsPort: NamedPort;
  readonly monitorKind: MonitorKind;
}

/**
 * What TypeScript would have refused; plain JavaScript comes here with it.
 *
 * @throws Error with all props that are of another type
 */
export function checkTypes(app: Construct, { workload, prometheus, image }: MonitoredAppProps): void {
  const problems = new Problems(() => `MonitoredApp ${app.node.path}`);
  if (workload !== undefined && !(workload instanceof AppWorkload)) {
    problems.add('workload', 'is no AppWorkload.', 'workload: AppWorkload.statefulSet({ … }), for example.');
  }
  if (prometheus !== undefined && typeof prometheus.select !== 'function') {
    problems.add('prometheus', 'is no IPrometheus.', 'pass a StackRelease, or Prometheus.fromSelectors({ … }).');
  }
  if (image !== undefined && typeof image !== 'string') {
    problems.add('image', 'is no text.', "image: 'registry/name:tag'");
  }
  problems.throwIfAny();
}

/** @throws Error with all problems of the props */
export function checkMonitoredApp(app: Construct, facts: AppFacts, props: MonitoredAppProps): void {
  const problems = new Problems(() => `MonitoredApp ${app.node.path}`);
  checkNames(facts, props, problems);
  checkUnique(app, facts, problems);
  checkMetadata(facts, props, problems);
  checkPorts(facts, props, problems);
  checkMetrics(app, facts, props, problems);
  checkService(props, problems);
  checkWorkload(props, problems);
  checkAccess(facts, props, problems);
  problems.throwIfAny();
  rememberName(app, facts.namespace, facts.name);
}

function checkUnique(app: Construct, { name, namespace }: AppFacts, problems: Problems): void {
  const other = appOfName(app, namespace, name);
  if (other) {
    problems.add(
      'name',
      `"${name}" is the name of ${other.constructor.name} ${other.node.path} too, in the same chart and namespace, so the objects of one would overwrite those of the other.`,
      'give each app a `name` of its own.',
    );
  }
}

function checkNames(facts: AppFacts, props: MonitoredAppProps, problems: Problems): void {
  if (!props.image?.trim()) {
    problems.add(
      'image',
      'is empty, and Kubernetes refuses a container without an image.',
      "image: 'registry/name:tag'",
    );
  }
  const why = whyNoDnsLabel(facts.name, props.service?.enabled !== false);
  if (why) {
    problems.add(
      'name',
      `"${facts.name}" ${why}. It names the workload, the Service and the monitor${props.name === undefined ? ' and is the construct id' : ''}.`,
      "name: 'my-app'",
    );
  }
  if (!why && props.workload?.kind === 'StatefulSet' && facts.name.length > LONGEST_STATEFUL_SET_NAME) {
    problems.add(
      'name',
      `"${facts.name}" has ${facts.name.length} characters, and a StatefulSet takes at most ${LONGEST_STATEFUL_SET_NAME}: its pods carry the name and a hash in one label, and are never created when that grows too long.`,
      'shorten the name.',
    );
  }
  for (const [field, namespace] of [
    ['namespace', facts.namespace],
    ['metrics.monitorNamespace', props.metrics?.monitorNamespace],
  ] as const) {
    const whyNot = namespace === undefined ? undefined : whyNoDnsLabel(namespace);
    if (whyNot) {
      problems.add(field, `"${namespace}" ${whyNot}.`, 'use the name of the namespace.');
    }
  }
  for (const [key, value] of Object.entries(facts.labels)) {
    const whyNot = whyNoLabelValue(value);
    // The name, which is the instance too unless another is given, has been checked above with a stricter rule.
    if (whyNot && value !== facts.name) {
      problems.add(labelField(key), `"${value}" ${whyNot}.`, `shorten or rewrite the value of label "${key}".`);
    }
  }
  for (const key of Object.keys(props.labels ?? {})) {
    const whyNot = whyNoLabelKey(key);
    if (whyNot) {
      problems.add('labels', `the key "${key}" ${whyNot}.`, 'rewrite the key, for example "example.com/team".');
    }
    if (props.labels?.[key] !== facts.labels[key]) {
      problems.add(
        'labels',
        `"${key}" is a label that the app sets itself, to "${facts.labels[key]}".`,
        `use the prop ${labelField(key)} instead.`,
      );
    }
  }
}

/** Names, namespaces and labels of single objects that the app would overwrite. */
function checkMetadata(facts: AppFacts, { service, workload }: MonitoredAppProps, problems: Problems): void {
  for (const [field, metadata] of [
    ['service.metadata', service?.metadata],
    ['workload.metadata', workload?._props.metadata],
    ['workload.podMetadata', workload?._props.podMetadata],
  ] as const) {
    for (const name of ['name', 'namespace'] as const) {
      if (metadata?.[name] !== undefined && field !== 'workload.podMetadata') {
        problems.add(
          `${field}.${name}`,
          `"${metadata[name]}" would not take effect, since the app gives one ${name} to all of its objects.`,
          `use the prop ${name} of the app.`,
        );
      }
    }
    for (const [key, value] of Object.entries(metadata?.labels ?? {})) {
      if (facts.labels[key] !== undefined && facts.labels[key] !== value) {
        problems.add(
          `${field}.labels`,
          `"${key}: ${value}" would not take effect, since the app sets it to "${facts.labels[key]}".`,
          'leave it out, or use another key.',
        );
      }
    }
  }
}

/** The prop that sets a recommended label. */
function labelField(key: string): string {
  switch (key) {
    case 'app.kubernetes.io/name':
      return 'name';
    case 'app.kubernetes.io/instance':
      return 'instance';
    case 'app.kubernetes.io/version':
      return 'version';
    case 'app.kubernetes.io/component':
      return 'component';
    case 'app.kubernetes.io/part-of':
      return 'partOf';
    default:
      return 'labels';
  }
}

function checkMetrics(app: Construct, facts: AppFacts, props: MonitoredAppProps, problems: Problems): void {
  const { metrics = {}, prometheus, service } = props;
  const namespace = metrics.monitorNamespace ?? facts.namespace;
  checkScrapeOptions(metrics, 'metrics.', problems, { namespace, defaultInterval: prometheus?.scrapeInterval });
  checkMonitorOptions(metrics, 'metrics.', problems);
  const { monitorKind } = facts;
  if (monitorKind === MonitorKind.SERVICE_MONITOR && service?.enabled === false) {
    problems.add(
      'metrics.monitor',
      'is SERVICE_MONITOR, but service.enabled is false, so it would find nothing.',
      'leave metrics.monitor out for a PodMonitor, or keep the Service.',
    );
  }
  if (monitorKind === MonitorKind.POD_MONITOR && metrics.targetLabels !== undefined) {
    problems.add(
      'metrics.targetLabels',
      'copies labels of the Service, which a PodMonitor does not know.',
      'use metrics.podTargetLabels.',
    );
  }
  if (metrics.monitorNamespace !== undefined && facts.namespace === undefined) {
    problems.add(
      'metrics.monitorNamespace',
      `puts the monitor into "${metrics.monitorNamespace}", but the namespace of the app is left to the deploying tool, so the monitor cannot be told where to look.`,
      "set namespace of the app or of its chart, for example 'default'.",
    );
  }
  if (prometheus) {
    if (prometheus.ignoreNamespaceSelectors && namespace !== facts.namespace) {
      problems.add(
        'metrics.monitorNamespace',
        `Prometheus ${prometheus.namespace}/${prometheus.prometheusName} has ignoreNamespaceSelectors, so a monitor in "${namespace}" cannot reach the app in "${facts.namespace}".`,
        'leave monitorNamespace out.',
      );
    }
    const plan = planSelection(prometheus, {
      apiGroup: 'monitoring.coreos.com',
      kind: monitorKind,
      namespace,
      label: (key) => facts.labels[key] ?? Chart.of(app).labels[key],
      node: app.node,
      asker: app,
    });
    problems.addAll(
      plan.problems.map(({ field, message, fix }) => ({ field: `prometheus (${monitorKind} ${field})`, message, fix })),
    );
  }
}

function checkWorkload({ workload, replicas }: MonitoredAppProps, problems: Problems): void {
  if (replicas !== undefined && workload?.kind === 'DaemonSet') {
    problems.add('replicas', 'has no meaning for a DaemonSet, which runs one pod on each node.', 'leave it out.');
  }
  if (replicas !== undefined && workload?._replicas !== undefined && workload._replicas !== replicas) {
    problems.add('replicas', `is ${replicas} here and ${workload._replicas} in workload.`, 'set it once.');
  }
  if (replicas !== undefined && (!Number.isInteger(replicas) || replicas < 0)) {
    problems.add('replicas', `${replicas} is not a whole number of at least 0.`, 'replicas: 2, for example.');
  }
}

function checkAccess({ appPort, metricsPort }: AppFacts, props: MonitoredAppProps, problems: Problems): void {
  const { networkPolicy, prometheus, discoveryRole, workload } = props;
  for (const [field, asked] of [
    ['networkPolicy', networkPolicy !== undefined],
    ['discoveryRole', discoveryRole === true],
  ] as const) {
    if (asked && !prometheus) {
      problems.add(field, 'admits a Prometheus, but prometheus is not given.', 'prometheus: stack');
    }
  }
  if (discoveryRole && props.metrics?.attachNodeMetadata) {
    problems.add(
      'discoveryRole',
      'cannot grant what metrics.attachNodeMetadata needs: nodes belong to no namespace, so only a ClusterRole can.',
      'leave out one of the two, and grant list and watch on nodes by a ClusterRole.',
    );
  }
  if (networkPolicy && metricsPort === appPort && !networkPolicy.isolate && networkPolicy.allowFrom === undefined) {
    problems.add(
      'networkPolicy.allowFrom',
      `app and metrics share port ${appPort.number}, so a policy that admits Prometheus shuts out everybody who uses the app.`,
      'allowFrom: [NetworkPeer.anyone()] or those who use the app; a metrics.port of its own; or isolate: true for nobody but Prometheus.',
    );
  }
  if (networkPolicy && workload?._props.hostNetwork) {
    problems.add(
      'networkPolicy',
      'cannot protect pods with hostNetwork: Kubernetes leaves undefined what a policy does to them.',
      'leave out networkPolicy, or hostNetwork.',
    );
  }
}
