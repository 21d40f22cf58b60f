import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IPrometheus } from '../prometheus/i-prometheus';

/** A Role and the RoleBinding that grants it. */
export interface DiscoveryRole {
  readonly role: ApiObject;
  readonly roleBinding: ApiObject;
}

/**
 * Lets one Prometheus discover targets in the namespace of the app.
 *
 * An instance that may list the whole cluster, as that of kube-prometheus-stack, does not need it. Endpoints and
 * EndpointSlices are both granted, because the instance reads the one or the other (`serviceDiscoveryRole`), and finds
 * nothing at all when the one it reads is missing. Source: prometheus `discovery/kubernetes/endpoints.go` and
 * `endpointslice.go`.
 *
 * @param podsOnly for a PodMonitor, which needs no more
 */
export function createDiscoveryRole(
  scope: Construct,
  metadata: ApiObjectMetadata,
  prometheus: IPrometheus,
  podsOnly: boolean,
): DiscoveryRole {
  const verbs = ['get', 'list', 'watch'];
  const role = new ApiObject(scope, 'DiscoveryRole', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata,
    rules: podsOnly
      ? [{ apiGroups: [''], resources: ['pods'], verbs }]
      : [
          { apiGroups: [''], resources: ['endpoints', 'pods', 'services'], verbs },
          { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs },
        ],
  });
  const roleBinding = new ApiObject(scope, 'DiscoveryRoleBinding', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: role.name },
    subjects: [{ kind: 'ServiceAccount', name: prometheus.serviceAccountName, namespace: prometheus.namespace }],
  });
  return { role, roleBinding };
}
