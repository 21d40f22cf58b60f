import type { SchemaNode } from '../lib/schema/schema-table';

/** Newest Operator whose CRDs the table was compared with: `test/codegen/schema-table.test.ts`. */
export const OPERATOR = '0.93.0';

/** Kubernetes' own quantities: apimachinery `pkg/api/resource/quantity.go`, as controller-tools writes them into CRDs. */
export const QUANTITY =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

const COUNT: SchemaNode = { min: 0 };
const SET: SchemaNode = { set: true };
const NAMED: SchemaNode = { keys: ['name'] };
const LIMITS = ['keepDropped', 'label', 'labelNameLength', 'labelValueLength', 'sample', 'target'];

function each(structs: readonly string[], fields: readonly string[], fact: SchemaNode): Array<[string, SchemaNode]> {
  return structs.flatMap((struct) => fields.map((field): [string, SchemaNode] => [`${struct}.${field}`, fact]));
}

/**
 * What the CRDs say and the models' validators do not: defaults, list keys, sets, CEL rules, bounds of unsigned numbers,
 * and fields that are newer than the models.
 *
 * The markers are lost on the way from the Go types to the models.
 *
 * Source: prometheus-operator v0.93.0 `pkg/apis/monitoring` (the `+kubebuilder`, `+listType`, `+listMapKey` and
 * `+default` comments), kubernetes v1.36 `api/core/v1/types.go` (`+default`, `+listType`).
 */
export const FACTS: ReadonlyArray<readonly [path: string, fact: SchemaNode]> = [
  // defaults
  ...each(
    [
      'ConfigMapEnvSource',
      'ConfigMapKeySelector',
      'ConfigMapProjection',
      'ConfigMapVolumeSource',
      'LocalObjectReference',
      'SecretEnvSource',
      'SecretKeySelector',
      'SecretProjection',
    ].map((name) => `k8s.${name}`),
    ['name'],
    { default: '' },
  ),
  ['k8s.GrpcAction.service', { default: '' }],
  ['k8s.FileKeySelector.optional', { default: false }],
  ['k8s.ContainerPortSpec.protocol', { default: 'TCP' }],
  ['k8s.AzureDiskVolumeSource.fsType', { default: 'ext4' }],
  ['k8s.AzureDiskVolumeSource.readOnly', { default: false }],
  ['k8s.IscsiVolumeSource.iscsiInterface', { default: 'default' }],
  ['k8s.RbdVolumeSource.keyring', { default: '/etc/ceph/keyring' }],
  ['k8s.RbdVolumeSource.pool', { default: 'rbd' }],
  ['k8s.RbdVolumeSource.user', { default: 'admin' }],
  ['k8s.ScaleIoVolumeSource.fsType', { default: 'xfs' }],
  ['k8s.ScaleIoVolumeSource.storageMode', { default: 'ThinProvisioned' }],
  ['v1.AlertmanagerConfigMatcherStrategy.type', { default: 'OnNamespace' }],
  ['v1.RelabelConfig.action', { default: 'replace' }],
  ['v1.ObjectReference.group', { default: 'monitoring.coreos.com' }],
  ['v1.ProberSpec.path', { default: '/probe' }],
  ['v1.ThanosSpec.blockSize', { default: '2h' }],
  ...each(
    ['v1.AlertmanagerSpec', 'v1.PrometheusSpec', 'v1.ThanosRulerSpec', 'v1alpha1.PrometheusAgentSpec'],
    ['portName'],
    {
      default: 'web',
    },
  ),
  ...each(['v1.PrometheusSpec', 'v1alpha1.PrometheusAgentSpec'], ['scrapeInterval'], { default: '30s' }),
  // the scale subresource brings the bound: apiextensions `pkg/registry/customresource/validator.go`
  ...each(['v1.PrometheusSpec', 'v1alpha1.PrometheusAgentSpec'], ['shards'], { default: 1, min: 0 }),
  ['v1.AlertmanagerSpec.replicas', { min: 0 }],
  ['v1.AlertmanagerSpec.retention', { default: '120h' }],
  ['v1.PrometheusSpec.evaluationInterval', { default: '30s' }],
  ['v1.ThanosRulerSpec.evaluationInterval', { default: '15s' }],
  ['v1.ThanosRulerSpec.retention', { default: '24h' }],

  // lists whose items have keys
  ...each(['k8s.Container'], ['env'], NAMED),
  ...each(['k8s.Container'], ['volumeDevices'], { keys: ['devicePath'] }),
  ...each(['k8s.Container'], ['volumeMounts'], { keys: ['mountPath'] }),
  ...each(['k8s.Container'], ['ports'], { keys: ['containerPort', 'protocol'] }),
  ['k8s.ResourceRequirements.claims', NAMED],
  ['k8s.PersistentVolumeClaimStatus.conditions', { keys: ['type'] }],
  ['v1.PodDnsConfig.options', NAMED],
  ...each(
    ['v1.AlertmanagerSpec', 'v1.PrometheusSpec', 'v1.ThanosRulerSpec', 'v1alpha1.PrometheusAgentSpec'],
    ['hostAliases'],
    { keys: ['ip'] },
  ),
  ...each(['v1.PrometheusSpec', 'v1alpha1.PrometheusAgentSpec'], ['scrapeClasses'], NAMED),
  ['v1.ProbeSpec.params', NAMED],
  ['v1.PrometheusRuleSpec.groups', NAMED],
  ['v1alpha1.AlertmanagerConfigSpec.receivers', NAMED],
  ...each(['v1alpha1.DockerSdConfig', 'v1alpha1.DockerSwarmSdConfig', 'v1alpha1.Ec2SdConfig'], ['filters'], NAMED),
  ['v1alpha1.KubernetesSdConfig.selectors', { keys: ['role'] }],

  // sets
  ['k8s.ContainerRestartRuleOnExitCodes.values', SET],
  ...each(['v1.PodDnsConfig'], ['nameservers', 'searches'], SET),
  ...each(['v1.PrometheusSpec', 'v1.ThanosRulerSpec', 'v1alpha1.PrometheusAgentSpec'], ['enableFeatures'], SET),
  ...each(
    [
      'v1.PodMonitorSpec',
      'v1.ProbeSpec',
      'v1.PrometheusSpec',
      'v1.ServiceMonitorSpec',
      'v1alpha1.PrometheusAgentSpec',
      'v1alpha1.ScrapeConfigSpec',
    ],
    ['scrapeProtocols'],
    SET,
  ),
  ...each(
    ['v1.PrometheusSpec', 'v1alpha1.PrometheusAgentSpec'],
    ['remoteWriteReceiverMessageVersions', 'secrets'],
    SET,
  ),
  ...each(['v1.OtlpConfig'], ['ignoreResourceAttributes', 'promoteResourceAttributes'], SET),
  ...each(['v1.GrpcServerTlsConfig'], ['cipherSuites', 'curves'], SET),
  ...each(['v1alpha1.Route'], ['activeTimeIntervals', 'groupBy', 'muteTimeIntervals'], SET),
  ...each(['v1alpha1.ConsulSdConfig'], ['services', 'tags'], SET),
  ['v1alpha1.Filter.values', SET],
  ['v1alpha1.FileSdConfig.files', SET],
  ['v1alpha1.NamespaceDiscovery.names', SET],
  ['v1alpha1.ScalewaySdConfig.tagsFilter', SET],
  ['v1alpha1.StaticConfig.targets', SET],

  // unsigned numbers
  ['v1.RelabelConfig.modulus', COUNT],
  ...each(
    ['v1.PodMonitorSpec', 'v1.ProbeSpec', 'v1.ServiceMonitorSpec', 'v1alpha1.ScrapeConfigSpec'],
    LIMITS.map((name) => (name === 'keepDropped' ? 'keepDroppedTargets' : `${name}Limit`)),
    COUNT,
  ),
  ...each(
    ['v1.PrometheusSpec', 'v1alpha1.PrometheusAgentSpec'],
    LIMITS.flatMap((name) =>
      name === 'keepDropped'
        ? ['keepDroppedTargets', 'enforcedKeepDroppedTargets']
        : [`${name}Limit`, `enforced${name[0].toUpperCase()}${name.slice(1)}Limit`],
    ),
    COUNT,
  ),
  ...each(
    ['v1.PodMonitorSpec', 'v1.ProbeSpec', 'v1.ServiceMonitorSpec', 'v1alpha1.ScrapeConfigSpec'],
    ['nativeHistogramBucketLimit'],
    COUNT,
  ),
  ...each(['v1.AlertmanagerWebSpec'], ['getConcurrency', 'timeout'], COUNT),

  // values that the models leave open
  ['v1.OAuth2.tokenUrl', { pattern: '^(http|https)://.+$', minLength: undefined }],
  ['v1.RemoteReadSpec.url', { pattern: '^(http|https)://.+$' }],
  ['v1alpha1.OpsGenieConfig.description', { minLength: 1 }],
  ...each(['v1alpha1.PagerDutyConfig', 'v1beta1.PagerDutyConfig'], ['description'], { minLength: 1 }),
  ...each(
    ['v1.AlertmanagerSpec', 'v1.PrometheusSpec', 'v1.ThanosRulerSpec', 'v1alpha1.PrometheusAgentSpec'],
    ['imagePullPolicy'],
    { enum: ['', 'Always', 'Never', 'IfNotPresent'] },
  ),
  ...each(['v1alpha1.Route', 'v1beta1.Route'], ['routes[]'], { open: true, type: undefined }),
  // controller-tools leaves the metadata of embedded objects without fields, so that all of them are pruned
  ['k8s.PersistentVolumeClaimTemplate.metadata', { type: 'object', ref: undefined }],
  // the models give each embedded struct the constants of a custom resource of its own name
  ['v1.EmbeddedPersistentVolumeClaim', { required: undefined }],
  ...each(['v1.EmbeddedPersistentVolumeClaim'], ['apiVersion', 'kind'], { enum: undefined }),

  // whatever managers of fields write
  ['k8s.ManagedFieldsEntry.fieldsV1', { open: true }],

  // kubernetes v1.36 apimachinery `pkg/util/validation/validation.go`, `IsValidLabelValue`
  ['k8s.ObjectMeta.labels{}', { pattern: '^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$' }],

  // CEL
  ['v1.Sigv4', { rules: ['external-id-needs-role'] }],
  ['v1.StatefulSetUpdateStrategy', { rules: ['rolling-update-needs-its-type'] }],
  ['v1.ShardingStrategy', { rules: ['topology-needs-its-mode'] }],
  ['v1.PrometheusSpec', { rules: ['shards-cover-topology'] }],
  ['v1alpha1.PrometheusAgentSpec', { rules: ['daemon-set-mode', 'shards-cover-topology'] }],
  ['v1alpha1.ScrapeConfigSpec', { rules: ['one-authentication'] }],

  // newer than the models
  ...each(['v1.OtlpConfig'], ['labelNamePreserveMultipleUnderscores', 'labelNameUnderscoreSanitization'], {
    type: 'boolean',
    since: OPERATOR,
  }),
  ['v1.TsdbSpec.staleSeriesCompactionThreshold', { type: 'integer-or-string', pattern: QUANTITY, since: OPERATOR }],
  [
    'v1.TsdbSpec.chunkEncoding',
    { type: 'object', fields: { floats: { type: 'string', enum: ['Xor', 'Xor2'] } }, since: OPERATOR },
  ],
  ...['v1alpha1', 'v1beta1'].flatMap(
    (version): Array<[string, SchemaNode]> => [
      [`${version}.SlackConfig.updateMessage`, { type: 'boolean', since: OPERATOR }],
      [`${version}.SnsConfig.useAWSHTTPClient`, { type: 'boolean', since: OPERATOR }],
      [`${version}.WebhookConfig.payload`, { type: 'string', minLength: 1, since: OPERATOR }],
    ],
  ),
];
