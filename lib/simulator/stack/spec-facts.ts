/** What the chart does with the value of one name below `prometheusSpec`. */
export type SpecFact =
  /** A list, copied unless it is empty. */
  | 'list'
  /** A map, copied unless it is empty. */
  | 'map'
  /** Text, copied unless it is empty. */
  | 'text'
  /** A number, printed unless it is zero. */
  | 'number'
  /** True or false, printed if true. */
  | 'flag'
  /** Of any type, copied unless it is false. */
  | 'any';

/**
 * The values below `prometheus.prometheusSpec` that the chart copies into the field of the same name. Any other value is
 * either handled in a way of its own (`OWN_WAY`) or is no value of the chart, which ignores it without a word.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `values.yaml` and `templates/prometheus/prometheus.yaml`.
 */
export const COPIED: { readonly [key: string]: SpecFact } = {
  persistentVolumeClaimRetentionPolicy: 'map',
  disableCompaction: 'flag',
  automountServiceAccountToken: 'flag',
  apiserverConfig: 'map',
  additionalArgs: 'list',
  convertClassicHistogramsToNHCB: 'flag',
  scrapeClassicHistograms: 'flag',
  scrapeNativeHistograms: 'flag',
  scrapeFailureLogFile: 'text',
  scrapeInterval: 'text',
  scrapeTimeout: 'text',
  scrapeClasses: 'list',
  podTargetLabels: 'list',
  evaluationInterval: 'text',
  listenLocal: 'flag',
  enableOTLPReceiver: 'flag',
  enableAdminAPI: 'flag',
  web: 'map',
  exemplars: 'map',
  enableFeatures: 'list',
  otlp: 'map',
  serviceName: 'text',
  tolerations: 'list',
  topologySpreadConstraints: 'list',
  externalLabels: 'map',
  enableRemoteWriteReceiver: 'flag',
  externalUrl: 'text',
  nodeSelector: 'map',
  secrets: 'list',
  configMaps: 'list',
  query: 'map',
  retention: 'text',
  retentionSize: 'text',
  tsdb: 'map',
  walCompression: 'flag',
  paused: 'flag',
  replicas: 'number',
  shards: 'number',
  logLevel: 'text',
  logFormat: 'text',
  routePrefix: 'text',
  podMetadata: 'map',
  affinity: 'map',
  resources: 'map',
  volumes: 'list',
  volumeMounts: 'list',
  securityContext: 'map',
  dnsConfig: 'map',
  dnsPolicy: 'text',
  priorityClassName: 'text',
  containers: 'list',
  initContainers: 'list',
  portName: 'text',
  arbitraryFSAccessThroughSMs: 'map',
  overrideHonorLabels: 'flag',
  overrideHonorTimestamps: 'flag',
  ignoreNamespaceSelectors: 'flag',
  enforcedNamespaceLabel: 'text',
  queryLogFile: 'any',
  sampleLimit: 'number',
  targetLimit: 'number',
  labelLimit: 'number',
  labelNameLengthLimit: 'number',
  labelValueLengthLimit: 'number',
  keepDroppedTargets: 'number',
  bodySizeLimit: 'text',
  enforcedBodySizeLimit: 'text',
  enforcedKeepDroppedTargets: 'number',
  enforcedSampleLimit: 'number',
  enforcedTargetLimit: 'number',
  enforcedLabelLimit: 'number',
  enforcedLabelNameLengthLimit: 'number',
  enforcedLabelValueLengthLimit: 'number',
  allowOverlappingBlocks: 'flag',
  nameValidationScheme: 'text',
  minReadySeconds: 'number',
  terminationGracePeriodSeconds: 'number',
  hostNetwork: 'flag',
  hostUsers: 'flag',
  hostAliases: 'list',
  tracingConfig: 'map',
  serviceDiscoveryRole: 'text',
  enableServiceLinks: 'flag',
  schedulerName: 'text',
  nameEscapingScheme: 'text',
  reloadStrategy: 'text',
  ruleQueryOffset: 'text',
  runtime: 'map',
  shardingStrategy: 'map',
  shardRetentionPolicy: 'map',
  remoteWriteReceiverMessageVersions: 'list',
  podManagementPolicy: 'text',
  updateStrategy: 'map',
  maximumStartupDurationSeconds: 'number',
  scrapeProtocols: 'list',
};

/** Values below `prometheusSpec` that the model renders in a way of their own, or that do not end up in the object. */
export const OWN_WAY: readonly string[] = [
  'version',
  'image',
  'disableAlerting',
  'alertingEndpoints',
  'replicaExternalLabelName',
  'replicaExternalLabelNameClear',
  'prometheusExternalLabelName',
  'prometheusExternalLabelNameClear',
  'podAntiAffinity',
  'podAntiAffinityTopologyKey',
  'remoteRead',
  'additionalRemoteRead',
  'remoteWrite',
  'additionalRemoteWrite',
  'remoteWriteDashboards',
  'storageSpec',
  'additionalScrapeConfigs',
  'additionalScrapeConfigsSecret',
  'additionalPrometheusSecretsAnnotations',
  'additionalAlertManagerConfigs',
  'additionalAlertManagerConfigsSecret',
  'additionalAlertRelabelConfigs',
  'additionalAlertRelabelConfigsSecret',
  'thanos',
  'prometheusRulesExcludedFromEnforce',
  'excludedFromEnforcement',
  'additionalConfig',
  'additionalConfigString',
];

/** Defaults of the chart that end up in the object and matter to what is scraped. */
export const SPEC_DEFAULTS: { readonly [key: string]: any } = {
  listenLocal: false,
  paused: false,
  replicas: 1,
  shards: 1,
  routePrefix: '/',
  portName: 'http-web',
};

/** Fields that an agent has not. */
export const SERVER_ONLY: ReadonlySet<string> = new Set([
  'alerting',
  'allowOverlappingBlocks',
  'additionalAlertManagerConfigs',
  'additionalAlertRelabelConfigs',
  'disableCompaction',
  'enableAdminAPI',
  'evaluationInterval',
  'exemplars',
  'query',
  'queryLogFile',
  'remoteRead',
  'retention',
  'retentionSize',
  'ruleNamespaceSelector',
  'ruleQueryOffset',
  'ruleSelector',
  'shardRetentionPolicy',
  'thanos',
]);

/** Registry and repository of the images whose tags say which versions run. */
export const IMAGES = {
  operator: { registry: 'quay.io', repository: 'prometheus-operator/prometheus-operator' },
  prometheus: { registry: 'quay.io', repository: 'prometheus/prometheus' },
} as const;

/** The first chart whose Prometheus image has the suffix. */
export const DISTROLESS_SINCE = '85.0.0';
export const DISTROLESS = '-distroless';
