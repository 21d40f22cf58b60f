export * as k8s from '../imports/k8s';
export * as v1 from '../imports/monitoring.coreos.com/v1';
export * as v1alpha1 from '../imports/monitoring.coreos.com/v1alpha1';
export * as v1beta1 from '../imports/monitoring.coreos.com/v1beta1';
export type { AppNetworkPolicyOptions } from './app/app-network-policy';
export { AppWorkload } from './app/app-workload';
export { MonitoredApp } from './app/monitored-app';
export {
  type AppMetricsOptions,
  type AppServiceOptions,
  type MonitoredAppProps,
  MonitorKind,
} from './app/monitored-app-props';
export { NetworkPeer } from './app/network-peer';
export { BlackboxExporter } from './blackbox/blackbox-exporter';
export type { BlackboxExporterProps } from './blackbox/blackbox-exporter-props';
export { BlackboxModule } from './blackbox/blackbox-module';
export {
  type BlackboxDnsOptions,
  type BlackboxGrpcOptions,
  type BlackboxHttpOptions,
  type BlackboxIcmpOptions,
  BlackboxIpProtocol,
  type BlackboxModuleOptions,
  type BlackboxQueryResponse,
  type BlackboxTcpOptions,
} from './blackbox/module-options';
export { KeyReference } from './monitor/key-reference';
export type { MonitorOptions } from './monitor/monitor-options';
export { PodMonitor, type PodMonitorEndpoint, type PodMonitorProps } from './monitor/pod-monitor';
export {
  Relabeling,
  type RelabelingHashModOptions,
  type RelabelingMatch,
  type RelabelingReplaceOptions,
} from './monitor/relabeling';
export { type BasicAuthOptions, type OAuth2Options, ScrapeAuth } from './monitor/scrape-auth';
export type { NativeHistogramOptions, ScrapeJobOptions } from './monitor/scrape-job-options';
export type { ScrapeOptions } from './monitor/scrape-options';
export type { ScrapeRequestOptions } from './monitor/scrape-request-options';
export type { ScrapeTls } from './monitor/scrape-tls';
export { SecretKey } from './monitor/secret-key';
export { ServiceMonitor, type ServiceMonitorEndpoint, type ServiceMonitorProps } from './monitor/service-monitor';
export { Probe, type ProbeProps } from './probe/probe';
export { type ProbeIngressesOptions, ProbeTargets } from './probe/probe-targets';
export { type IProber, Prober, type ProberOptions, type ProberServiceOptions } from './probe/prober';
export type { IPrometheus } from './prometheus/i-prometheus';
export { Prometheus, type PrometheusSelectors } from './prometheus/prometheus';
export type { AlertRoute } from './proof/alert-route';
export { AlertRoutes } from './proof/alert-routes';
export type { ExpectedTarget } from './proof/expected-target';
export { Findings } from './proof/findings';
export { Proof } from './proof/proof';
export type { ProofProps } from './proof/proof-props';
export type { Target } from './proof/target';
export { Targets } from './proof/targets';
export {
  type Finding,
  type Fix,
  Level,
  type ObjectReference,
  type ObjectSource,
  type PatchOperation,
  type RelatedObject,
} from './report/finding';
export type { NamedObject, UnknownTarget } from './report/target-list';
export { KubernetesRole } from './scrape-config/kubernetes-role';
export { ScrapeConfig, type ScrapeConfigProps } from './scrape-config/scrape-config';
export { ScrapeTargets } from './scrape-config/scrape-targets';
export type {
  DiscoveryRequestOptions,
  DnsDiscoveryOptions,
  FileDiscoveryOptions,
  HttpDiscoveryOptions,
  KubernetesDiscoveryOptions,
  KubernetesDiscoverySelector,
  ScrapeAddressesOptions,
} from './scrape-config/target-options';
export { LabelOperator, type LabelRequirement } from './selection/label-requirement';
export { LabelSelector, type LabelSelectorOptions } from './selection/label-selector';
export { NamespaceSelector } from './selection/namespace-selector';
export { OperatorScope } from './selection/operator-scope';
export { StackDestination } from './stack/delivery/argo-destination';
export { type StackClusterElement, StackGenerator } from './stack/delivery/argo-generator';
export { StackIgnoreDifference, type StackIgnoreDifferenceOptions } from './stack/delivery/argo-ignore-difference';
export type { StackArgoOptions, StackGitValues } from './stack/delivery/argo-options';
export { StackChartSource } from './stack/delivery/chart-source';
export {
  StackCrdPolicy,
  type StackDependency,
  StackDriftDetection,
  type StackDriftIgnore,
  StackValuesReference,
  type StackValuesReferenceOptions,
} from './stack/delivery/flux-options';
export { StackApplication, type StackApplicationProps } from './stack/delivery/stack-application';
export { StackApplicationSet, type StackApplicationSetProps } from './stack/delivery/stack-application-set';
export { StackFailurePolicy, StackHelmChart, type StackHelmChartProps } from './stack/delivery/stack-helm-chart';
export { StackHelmRelease, type StackHelmReleaseProps } from './stack/delivery/stack-helm-release';
export { StackNamespace, type StackNamespaceProps } from './stack/delivery/stack-namespace';
export type { StackRuleGroup, StackServiceMonitor } from './stack/own-objects';
export { Platform } from './stack/platform';
export type { EksFargateOptions, EksOptions } from './stack/platforms/amazon';
export { ControlPlaneMetrics, type ControlPlaneOptions } from './stack/platforms/control-plane';
export type { DigitalOceanOptions } from './stack/platforms/digital-ocean';
export { GkeDns, type GkeOptions } from './stack/platforms/google';
export type { AksOptions } from './stack/platforms/microsoft';
export type { PlatformSetting } from './stack/platforms/platform-setting';
export type { K3sOptions } from './stack/platforms/rancher';
export type { TalosOptions } from './stack/platforms/talos';
export { StackRelease } from './stack/stack-release';
export type { StackReleaseProps } from './stack/stack-release-props';
export * from './stack/typed';
export { MonitoringValidation } from './validation/monitoring-validation';
export type { MonitoringValidationProps, MonitoringValidationStack } from './validation/monitoring-validation-props';
