import { type Release, type SubchartName, subchartOf, switchOf } from './release';

/** A ServiceMonitor that the chart makes for its own parts. */
export interface OwnMonitor {
  /** What it watches, as the chart calls it: `kubelet`, `node-exporter`. */
  readonly component: string;
  readonly name: string;
  readonly namespace: string;
  /** Its labels; those of sub-charts without the ones that hold versions. */
  readonly labels: { readonly [key: string]: string };
  /** Label `job` of its targets; `undefined` where the values name another label to take it from. */
  readonly job: string | undefined;
  /** Values that switch it on, the first being that of the component. */
  readonly switches: readonly string[];
  /** The value with which it gets further labels. */
  readonly labelsValue: string;
}

const ALL = 'kubernetesServiceMonitors.enabled';

/** A monitor of the parent chart, below one key of the values. */
interface Parent {
  readonly component: string;
  /** What follows the prefix in its name, and stands in its label `app`. */
  readonly suffix: string;
  readonly key: string;
  readonly enabled?: string;
  readonly byDefault?: boolean;
  /** The switch below `serviceMonitor`; `enabled` for what is not of the release itself. */
  readonly monitorSwitch: string;
  /** The switch that all monitors of Kubernetes itself share. */
  readonly kubernetes?: boolean;
  /** Where it goes when it may reach its own namespace only. */
  readonly ownNamespace?: string;
  readonly job?: string;
}

const PARENTS: readonly Parent[] = [
  { component: 'prometheus', suffix: 'prometheus', key: 'prometheus', monitorSwitch: 'selfMonitor' },
  { component: 'alertmanager', suffix: 'alertmanager', key: 'alertmanager', monitorSwitch: 'selfMonitor' },
  { component: 'operator', suffix: 'operator', key: 'prometheusOperator', monitorSwitch: 'selfMonitor' },
  {
    component: 'thanos-ruler',
    suffix: 'thanos-ruler',
    key: 'thanosRuler',
    byDefault: false,
    monitorSwitch: 'selfMonitor',
  },
  kubernetes('apiserver', 'kubeApiServer', { ownNamespace: 'default' }),
  kubernetes('kubelet', 'kubelet'),
  kubernetes('kube-controller-manager', 'kubeControllerManager'),
  kubernetes('kube-scheduler', 'kubeScheduler'),
  kubernetes('kube-etcd', 'kubeEtcd'),
  kubernetes('kube-proxy', 'kubeProxy'),
  kubernetes('coredns', 'coreDns'),
  kubernetes('kube-dns', 'kubeDns', { byDefault: false }),
];

function kubernetes(component: string, key: string, more: Partial<Parent> = {}): Parent {
  return {
    component,
    suffix: component,
    key,
    monitorSwitch: 'enabled',
    kubernetes: true,
    ownNamespace: 'kube-system',
    job: component,
    ...more,
  };
}

/** A monitor of a sub-chart, and the paths below its key. */
interface Child {
  readonly component: string;
  readonly subchart: SubchartName;
  readonly monitor: string;
  readonly labels: string;
  readonly job: (release: Release, name: string) => string | undefined;
}

const EXPORTER = { monitor: 'prometheus.monitor', labels: 'additionalLabels' } as const;

const CHILDREN: readonly Child[] = [
  {
    component: 'grafana',
    subchart: 'grafana',
    monitor: 'serviceMonitor',
    labels: 'labels',
    job: (_, name) => name,
  },
  {
    component: 'kube-state-metrics',
    subchart: 'kube-state-metrics',
    ...EXPORTER,
    job: ({ values }) =>
      values.text('kube-state-metrics.prometheus.monitor.jobLabel') === ''
        ? values.text('kube-state-metrics.nameOverride') || 'kube-state-metrics'
        : undefined,
  },
  {
    component: 'node-exporter',
    subchart: 'prometheus-node-exporter',
    ...EXPORTER,
    job: ({ values }) => jobOfLabel(values, 'prometheus-node-exporter', 'service.labels.jobLabel', 'node-exporter'),
  },
  {
    component: 'windows-exporter',
    subchart: 'prometheus-windows-exporter',
    ...EXPORTER,
    job: ({ values }) => jobOfLabel(values, 'prometheus-windows-exporter', 'podLabels.jobLabel', 'windows-exporter'),
  },
];

function jobOfLabel(values: Release['values'], key: string, label: string, byDefault: string): string | undefined {
  const jobLabel = values.textOr(`${key}.prometheus.monitor.jobLabel`, 'jobLabel');
  return jobLabel === 'jobLabel' ? values.textOr(`${key}.${label}`, byDefault) : undefined;
}

/**
 * The ServiceMonitors that a release makes for its own parts.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/exporters/*`, the `servicemonitor.yaml` of each part, and
 * those of the sub-charts. With `ignoreNamespaceSelectors` the chart puts them where their Services are.
 */
export function ownMonitors(release: Release): OwnMonitor[] {
  return [
    ...PARENTS.flatMap((one) => parentMonitor(release, one)),
    ...sidecarMonitor(release),
    ...CHILDREN.flatMap((one) => childMonitor(release, one)),
  ];
}

function parentMonitor(release: Release, parent: Parent): OwnMonitor[] {
  const { values, names, objectNamespace, labels } = release;
  const { component, suffix, key, byDefault = true } = parent;
  const monitor = `${key}.serviceMonitor`;
  const switches = [`${key}.enabled`, `${monitor}.${parent.monitorSwitch}`, ...(parent.kubernetes ? [ALL] : [])];
  const on = switches.every((path, index) => values.flag(path, index === 0 ? byDefault : true));
  if (!on) {
    return [];
  }
  const name =
    component === 'operator'
      ? names.operator
      : component === 'thanos-ruler'
        ? names.thanosRulerService
        : `${names.fullname}-${suffix}`;
  const jobLabel = values.given(`${monitor}.jobLabel`);
  return [
    {
      component,
      name,
      namespace: namespaceOf(release, parent) ?? objectNamespace,
      labels: { app: `${names.app}-${suffix}`, ...values.labels(`${monitor}.additionalLabels`), ...labels },
      job: jobLabel ? undefined : (parent.job ?? name),
      switches,
      labelsValue: `${monitor}.additionalLabels`,
    },
  ];
}

/** The Thanos sidecar of Prometheus, whose values are not below one key. */
function sidecarMonitor({ values, names, objectNamespace: namespace, labels }: Release): OwnMonitor[] {
  const switches = ['prometheus.thanosService.enabled', 'prometheus.thanosServiceMonitor.enabled'];
  const labelsValue = 'prometheus.thanosServiceMonitor.additionalLabels';
  return switches.every((path) => values.flag(path, false))
    ? [
        {
          component: 'thanos-sidecar',
          name: `${names.fullname}-thanos-sidecar`,
          namespace,
          labels: { app: `${names.app}-thanos-sidecar`, ...values.labels(labelsValue), ...labels },
          job: `${names.fullname}-thanos-discovery`,
          switches,
          labelsValue,
        },
      ]
    : [];
}

function namespaceOf({ values }: Release, { component, ownNamespace }: Parent): string | undefined {
  if (ownNamespace === undefined || !values.flag('prometheus.prometheusSpec.ignoreNamespaceSelectors', false)) {
    return undefined;
  }
  return component === 'kubelet' ? values.textOr('kubelet.namespace', ownNamespace) || ownNamespace : ownNamespace;
}

function childMonitor(release: Release, { component, subchart, monitor, labels, job }: Child): OwnMonitor[] {
  const { values } = release;
  const { enabled, name, namespace } = subchartOf(release, subchart);
  const path = `${subchart}.${monitor}`;
  if (!enabled || !values.flag(`${path}.enabled`, true)) {
    return [];
  }
  // Grafana always carries it; the others have a switch for it, which this chart turns on.
  const released = subchart === 'grafana' || values.flag(`${subchart}.releaseLabel`, true);
  return [
    {
      component,
      name,
      namespace: values.text(`${path}.namespace`) || namespace,
      labels: {
        'app.kubernetes.io/managed-by': 'Helm',
        'app.kubernetes.io/instance': release.release,
        'app.kubernetes.io/name': values.text(`${subchart}.nameOverride`) || subchart,
        ...(released ? { release: release.release } : {}),
        ...values.labels(`${path}.${labels}`),
      },
      job: job(release, name),
      switches: [switchOf(subchart), `${path}.enabled`],
      labelsValue: `${path}.${labels}`,
    },
  ];
}
