import { TypeGenerator } from 'json2jsii';
import type { ModuleName } from './models';

/** `APIServerConfig` → `ApiServerConfig`: acronyms as words, as `cdk8s import` writes them. */
export function typeName(goName: string): string {
  const name = TypeGenerator.normalizeTypeName(goName);
  return TYPE_NAMES[name] ?? name;
}

/** Types with a field of their own name, for which C# would rename the type. */
const TYPE_NAMES: { readonly [name: string]: string } = {
  ContainerPort: 'ContainerPortSpec',
};

/** Props of fields whose camel case is also that of another field. */
export const PROP_NAMES: { readonly [field: string]: string } = {
  // beside `proxyUrl`, over which it takes precedence
  'v1alpha1.HttpConfig.proxyURL': 'proxyUrlOverride',
  'v1beta1.HttpConfig.proxyURL': 'proxyUrlOverride',
};

/**
 * The name of the prop for a field: camel case, as `cdk8s import` writes it.
 *
 * jsii refuses `getX`, because Java and C# make getters of such names: these fields are called `fetchX`.
 */
export function propName(field: string): string {
  return camelCase(field.replace(/^get(?=[A-Z])/, 'fetch'));
}

/** `keep_firing_for` → `keepFiringFor`, `dnsSDConfigs` → `dnsSdConfigs`, `ec2SDConfigs` → `ec2SdConfigs`. */
function camelCase(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/(\d+)(?=[A-Za-z])/g, '$1 ')
    .split(/[\s_.\-/]+/)
    .filter((word) => word !== '');
  return words
    .map((word, i) => (i === 0 ? word.toLowerCase() : word[0].toUpperCase() + word.slice(1).toLowerCase()))
    .join('');
}

/** `ServiceMonitor` → `service-monitor`. */
export function fileName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

/**
 * The name of an enum member, from all spellings of its value: the one with the most words names it, so that
 * `labelmap` and `LabelMap` give `LABEL_MAP`.
 */
export function enumMemberName(spellings: readonly string[]): string {
  const names = spellings.map((value) =>
    value
      .replace(/\+/g, '_PLUS_')
      .replace(/-/g, '_MINUS_')
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .toUpperCase(),
  );
  const words = (name: string) => name.split('_').length;
  return names.reduce((best, name) => (words(name) > words(best) ? name : best));
}

/**
 * Names and homes of the enums that the models write out at a field instead of naming them. Fields with the same name
 * share one enum. Kubernetes' own are called as in its Go API.
 *
 * A field that is not listed gets an enum of its own, named after struct and field.
 */
export const INLINE_ENUMS: { readonly [field: string]: readonly [home: ModuleName, name: string] } = {
  'v1.AlertmanagerSpec.imagePullPolicy': ['k8s', 'PullPolicy'],
  'v1.AlertmanagerSpec.logFormat': ['v1', 'LogFormat'],
  'v1.AlertmanagerSpec.logLevel': ['v1', 'LogLevel'],
  'v1.AzureAd.cloud': ['v1', 'AzureCloud'],
  'v1.CommonPrometheusFields.imagePullPolicy': ['k8s', 'PullPolicy'],
  'v1.CommonPrometheusFields.logFormat': ['v1', 'LogFormat'],
  'v1.CommonPrometheusFields.logLevel': ['v1', 'LogLevel'],
  'v1.ObjectReference.resource': ['v1', 'MonitoringResource'],
  'v1.RelabelConfig.action': ['v1', 'RelabelAction'],
  'v1.ThanosRulerSpec.imagePullPolicy': ['k8s', 'PullPolicy'],
  'v1.ThanosRulerSpec.logFormat': ['v1', 'LogFormat'],
  'v1.ThanosRulerSpec.logLevel': ['v1', 'LogLevel'],
  'v1.ThanosSpec.logFormat': ['v1', 'LogFormat'],
  'v1.ThanosSpec.logLevel': ['v1', 'LogLevel'],
  'v1.TracingConfig.clientType': ['v1', 'TracingClientType'],
  'v1.TracingConfig.compression': ['v1', 'TracingCompression'],
  'v1.WebHttpHeaders.xContentTypeOptions': ['v1', 'XContentTypeOptions'],
  'v1.WebHttpHeaders.xFrameOptions': ['v1', 'XFrameOptions'],
  'v1alpha1.DockerSwarmSdConfig.role': ['v1alpha1', 'DockerSwarmRole'],
  'v1alpha1.HetznerSdConfig.role': ['v1alpha1', 'HetznerRole'],
  'v1alpha1.OpenStackSdConfig.availability': ['v1alpha1', 'OpenStackAvailability'],
  'v1alpha1.OpsGenieConfigResponder.type': ['v1', 'OpsGenieResponderType'],
  'v1beta1.OpsGenieConfigResponder.type': ['v1', 'OpsGenieResponderType'],
  'v1alpha1.TelegramConfig.parseMode': ['v1', 'TelegramParseMode'],
  'v1beta1.TelegramConfig.parseMode': ['v1', 'TelegramParseMode'],
  'k8s.AppArmorProfile.type': ['k8s', 'AppArmorProfileType'],
  'k8s.AzureDiskVolumeSource.cachingMode': ['k8s', 'AzureDataDiskCachingMode'],
  'k8s.AzureDiskVolumeSource.kind': ['k8s', 'AzureDataDiskKind'],
  'k8s.Container.imagePullPolicy': ['k8s', 'PullPolicy'],
  'k8s.Container.terminationMessagePolicy': ['k8s', 'TerminationMessagePolicy'],
  'k8s.ContainerPortSpec.protocol': ['k8s', 'Protocol'],
  'k8s.HostPathVolumeSource.type': ['k8s', 'HostPathType'],
  'k8s.HttpGetAction.scheme': ['k8s', 'UriScheme'],
  'k8s.ImageVolumeSource.pullPolicy': ['k8s', 'PullPolicy'],
  'k8s.Lifecycle.stopSignal': ['k8s', 'Signal'],
  'k8s.ModifyVolumeStatus.status': ['k8s', 'PersistentVolumeClaimModifyVolumeStatus'],
  'k8s.NodeSelectorRequirement.operator': ['k8s', 'NodeSelectorOperator'],
  'k8s.PersistentVolumeClaimSpec.accessModes': ['k8s', 'PersistentVolumeAccessMode'],
  'k8s.PersistentVolumeClaimSpec.volumeMode': ['k8s', 'PersistentVolumeMode'],
  'k8s.PersistentVolumeClaimStatus.accessModes': ['k8s', 'PersistentVolumeAccessMode'],
  'k8s.PersistentVolumeClaimStatus.allocatedResourceStatuses': ['k8s', 'ClaimResourceStatus'],
  'k8s.PersistentVolumeClaimStatus.phase': ['k8s', 'PersistentVolumeClaimPhase'],
  'k8s.PodSecurityContext.fsGroupChangePolicy': ['k8s', 'PodFsGroupChangePolicy'],
  'k8s.PodSecurityContext.supplementalGroupsPolicy': ['k8s', 'SupplementalGroupsPolicy'],
  'k8s.SeccompProfile.type': ['k8s', 'SeccompProfileType'],
  'k8s.SecurityContext.procMount': ['k8s', 'ProcMountType'],
  'k8s.Toleration.effect': ['k8s', 'TaintEffect'],
  'k8s.Toleration.operator': ['k8s', 'TolerationOperator'],
  'k8s.TopologySpreadConstraint.nodeAffinityPolicy': ['k8s', 'NodeInclusionPolicy'],
  'k8s.TopologySpreadConstraint.nodeTaintsPolicy': ['k8s', 'NodeInclusionPolicy'],
  'k8s.TopologySpreadConstraint.whenUnsatisfiable': ['k8s', 'UnsatisfiableConstraintAction'],
  'k8s.VolumeMount.mountPropagation': ['k8s', 'MountPropagationMode'],
};

/** Enums that the models declare once per version, with the same values and meaning, and where the one is kept. */
export const SHARED_ENUMS: { readonly [enumId: string]: string } = {
  'v1alpha1.ThreadByDateType': 'v1.ThreadByDateType',
  'v1beta1.ThreadByDateType': 'v1.ThreadByDateType',
};
