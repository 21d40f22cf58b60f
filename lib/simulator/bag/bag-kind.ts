/**
 * A kind with its API group, as `kubectl` spells it: `Service`, `Deployment.apps`. The version is left out, since the
 * API server serves one object in all versions; the group is kept, since a Knative `Service` is no Service.
 */
export type BagKind = string;

/** Kinds that the simulator knows. */
export const Kind = {
  CRON_JOB: 'CronJob.batch',
  DAEMON_SET: 'DaemonSet.apps',
  DEPLOYMENT: 'Deployment.apps',
  ENDPOINTS: 'Endpoints',
  ENDPOINT_SLICE: 'EndpointSlice.discovery.k8s.io',
  JOB: 'Job.batch',
  NAMESPACE: 'Namespace',
  POD: 'Pod',
  REPLICA_SET: 'ReplicaSet.apps',
  REPLICATION_CONTROLLER: 'ReplicationController',
  SERVICE: 'Service',
  STATEFUL_SET: 'StatefulSet.apps',
  NETWORK_POLICY: 'NetworkPolicy.networking.k8s.io',
  SERVICE_ACCOUNT: 'ServiceAccount',
  ROLE: 'Role.rbac.authorization.k8s.io',
  ROLE_BINDING: 'RoleBinding.rbac.authorization.k8s.io',
  CLUSTER_ROLE: 'ClusterRole.rbac.authorization.k8s.io',
  CLUSTER_ROLE_BINDING: 'ClusterRoleBinding.rbac.authorization.k8s.io',
  CONFIG_MAP: 'ConfigMap',
  SECRET: 'Secret',
  ALERTMANAGER: 'Alertmanager.monitoring.coreos.com',
  ALERTMANAGER_CONFIG: 'AlertmanagerConfig.monitoring.coreos.com',
  POD_MONITOR: 'PodMonitor.monitoring.coreos.com',
  PROMETHEUS: 'Prometheus.monitoring.coreos.com',
  PROMETHEUS_RULE: 'PrometheusRule.monitoring.coreos.com',
  PROMETHEUS_AGENT: 'PrometheusAgent.monitoring.coreos.com',
  INGRESS: 'Ingress.networking.k8s.io',
  PROBE: 'Probe.monitoring.coreos.com',
  SCRAPE_CONFIG: 'ScrapeConfig.monitoring.coreos.com',
  SERVICE_MONITOR: 'ServiceMonitor.monitoring.coreos.com',
  THANOS_RULER: 'ThanosRuler.monitoring.coreos.com',
} as const;

/** Kind and group of an object, from its `apiVersion` and `kind`. */
export function bagKind(apiVersion: string, kind: string): BagKind {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? kind : `${kind}.${apiVersion.slice(0, slash)}`;
}

/** API group of a kind; empty for the core group. */
export function groupOf(kind: BagKind): string {
  const dot = kind.indexOf('.');
  return dot < 0 ? '' : kind.slice(dot + 1);
}

/** Whether a kind comes with Kubernetes itself, and not from a CustomResourceDefinition. */
export function isBuiltIn(kind: BagKind): boolean {
  const group = groupOf(kind);
  return !group.includes('.') || BUILT_IN_GROUPS.has(group);
}

/**
 * Whether an object has no namespace. Of a kind that is neither Kubernetes' own nor defined in the bag, only the
 * object can tell: by custom, cluster-wide variants of a kind begin with `Cluster`, and name no namespace.
 */
export function isClusterScoped(kind: BagKind, scopes: ReadonlyMap<BagKind, string>, namesNamespace: boolean): boolean {
  if (CLUSTER_SCOPED.has(kind)) {
    return true;
  }
  const scope = scopes.get(kind);
  if (scope !== undefined) {
    return scope === 'Cluster';
  }
  return !isBuiltIn(kind) && !namesNamespace && /^Cluster[A-Z]/.test(kind);
}

/** Groups with a dot in the name that Kubernetes itself serves. Many other groups in `k8s.io` are add-ons. */
const BUILT_IN_GROUPS: ReadonlySet<string> = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

/** Source: kubernetes 1.34, `kubectl api-resources --namespaced=false`, and the add-ons that are met most. */
const CLUSTER_SCOPED: ReadonlySet<BagKind> = new Set([
  'ComponentStatus',
  'Namespace',
  'Node',
  'PersistentVolume',
  'MutatingAdmissionPolicy.admissionregistration.k8s.io',
  'MutatingAdmissionPolicyBinding.admissionregistration.k8s.io',
  'MutatingWebhookConfiguration.admissionregistration.k8s.io',
  'ValidatingAdmissionPolicy.admissionregistration.k8s.io',
  'ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io',
  'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
  'CustomResourceDefinition.apiextensions.k8s.io',
  'APIService.apiregistration.k8s.io',
  'CertificateSigningRequest.certificates.k8s.io',
  'ClusterTrustBundle.certificates.k8s.io',
  'FlowSchema.flowcontrol.apiserver.k8s.io',
  'PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io',
  'IngressClass.networking.k8s.io',
  'IPAddress.networking.k8s.io',
  'ServiceCIDR.networking.k8s.io',
  'RuntimeClass.node.k8s.io',
  'PodSecurityPolicy.policy',
  'ClusterRole.rbac.authorization.k8s.io',
  'ClusterRoleBinding.rbac.authorization.k8s.io',
  'DeviceClass.resource.k8s.io',
  'ResourceSlice.resource.k8s.io',
  'PriorityClass.scheduling.k8s.io',
  'CSIDriver.storage.k8s.io',
  'CSINode.storage.k8s.io',
  'StorageClass.storage.k8s.io',
  'VolumeAttachment.storage.k8s.io',
  'VolumeAttributesClass.storage.k8s.io',
  'AdminNetworkPolicy.policy.networking.k8s.io',
  'BaselineAdminNetworkPolicy.policy.networking.k8s.io',
  'GatewayClass.gateway.networking.k8s.io',
  'VolumeSnapshotClass.snapshot.storage.k8s.io',
  'VolumeSnapshotContent.snapshot.storage.k8s.io',
]);
