/** A key of older charts, and what became of it. */
export interface RenamedKey {
  /** What happened, in words that follow the path. */
  readonly what: string;
  readonly fix: string;
}

const GONE_POLICY: RenamedKey = {
  what: 'is gone since chart 73, with PodSecurityPolicy itself.',
  fix: 'remove it.',
};

const EXISTING_SECRET: RenamedKey = {
  what: 'is how charts before 52 had it; this chart drops it, and the configuration stays empty.',
  fix: 'move name and key below existingSecret: { name: …, key: … }.',
};

/**
 * Keys of older charts and habits of neighbouring places. `*` stands for one key.
 *
 * Source: helm-charts, kube-prometheus-stack `UPGRADE.md`, and `values.yaml` of 88.5.3.
 */
const RENAMED: readonly (readonly [path: string, renamed: RenamedKey])[] = [
  [
    'defaultRules.rules.k8s',
    {
      what: 'is split into groups, and switches nothing.',
      fix: 'use k8sContainerCpuUsageSecondsTotal, k8sContainerMemoryCache, k8sContainerMemoryRss, k8sContainerMemorySwap, k8sContainerMemoryWorkingSetBytes, k8sContainerResource and k8sPodOwner.',
    },
  ],
  [
    'defaultRules.rules.kubeApiserver',
    {
      what: 'is split into groups, and switches nothing.',
      fix: 'use kubeApiserverAvailability, kubeApiserverBurnrate, kubeApiserverHistogram and kubeApiserverSlos.',
    },
  ],
  [
    'defaultRules.rules.kubeScheduler',
    {
      what: 'is split into groups, and switches nothing.',
      fix: 'use kubeSchedulerAlerting and kubeSchedulerRecording.',
    },
  ],
  [
    'defaultRules.rules.nodeExporter',
    { what: 'is split into groups, and switches nothing.', fix: 'use nodeExporterAlerting and nodeExporterRecording.' },
  ],
  [
    'prometheusOperator.createCustomResource',
    { what: 'is gone: the CustomResourceDefinitions are a sub-chart.', fix: 'use crds.enabled.' },
  ],
  [
    'prometheusOperator.manageCrds',
    { what: 'is gone: the CustomResourceDefinitions are a sub-chart.', fix: 'use crds.enabled.' },
  ],
  [
    'prometheusOperator.cleanupCustomResource',
    { what: 'is gone: CustomResourceDefinitions stay when the release is removed.', fix: 'remove it.' },
  ],
  [
    'prometheusOperator.tlsProxy',
    { what: 'is gone: the Operator serves TLS itself.', fix: 'use prometheusOperator.tls.' },
  ],
  [
    'prometheusOperator.prometheusConfigReloaderImage',
    { what: 'has moved.', fix: 'use prometheusOperator.prometheusConfigReloader.image.' },
  ],
  [
    'prometheusOperator.configReloaderCpu',
    { what: 'has moved.', fix: 'use prometheusOperator.prometheusConfigReloader.resources.' },
  ],
  [
    'prometheusOperator.configReloaderMemory',
    { what: 'has moved.', fix: 'use prometheusOperator.prometheusConfigReloader.resources.' },
  ],
  ['global.rbac.pspEnabled', GONE_POLICY],
  ['global.rbac.pspAnnotations', GONE_POLICY],
  ['prometheus.podSecurityPolicy', GONE_POLICY],
  ['alertmanager.podSecurityPolicy', GONE_POLICY],
  ['prometheusOperator.podSecurityPolicy', GONE_POLICY],
  ['kube-state-metrics.podSecurityPolicy', GONE_POLICY],
  ['prometheus.prometheusSpec.storage', { what: 'is read at alertmanager only.', fix: 'use storageSpec.' }],
  ['alertmanager.alertmanagerSpec.storageSpec', { what: 'is read at prometheus only.', fix: 'use storage.' }],
  ['thanosRuler.thanosRulerSpec.storageSpec', { what: 'is read at prometheus only.', fix: 'use storage.' }],
  ['thanosRuler.thanosRulerSpec.objectStorageConfig.*', EXISTING_SECRET],
  ['thanosRuler.thanosRulerSpec.queryConfig.*', EXISTING_SECRET],
  ['thanosRuler.thanosRulerSpec.alertmanagersConfig.*', EXISTING_SECRET],
  ['thanosRuler.thanosRulerSpec.alertRelabelConfigs.*', EXISTING_SECRET],
  ['thanosRuler.thanosRulerSpec.tracingConfig.*', EXISTING_SECRET],
  ['kube-state-metrics.enabled', { what: 'switches nothing.', fix: 'use kubeStateMetrics.enabled.' }],
  ['prometheus-node-exporter.enabled', { what: 'switches nothing.', fix: 'use nodeExporter.enabled.' }],
  ['prometheus-windows-exporter.enabled', { what: 'switches nothing.', fix: 'use windowsMonitoring.enabled.' }],
  ['kubeStateMetrics.serviceMonitor', { what: 'has moved.', fix: 'use kube-state-metrics.prometheus.monitor.' }],
  ['nodeExporter.serviceMonitor', { what: 'has moved.', fix: 'use prometheus-node-exporter.prometheus.monitor.' }],
  ['nodeExporter.jobLabel', { what: 'has moved.', fix: 'use prometheus-node-exporter.prometheus.monitor.jobLabel.' }],
  [
    'kube-prometheus-stack',
    {
      what: 'is a level too many: so are values of a chart that has this one as a dependency, and this chart reads none of them.',
      fix: 'move what is below it one level up, or install the chart that these values are for.',
    },
  ],
];

/** What became of a key that this chart does not read; `undefined` where nothing is known of it. */
export function renamedKey(path: readonly (string | number)[]): RenamedKey | undefined {
  return RENAMED.find(([pattern]) => {
    const parts = pattern.split('.');
    return parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]);
  })?.[1];
}
