import type { PolicyRule } from './policy-rule';

/** A ClusterRole that every cluster has. */
export interface WellKnownRole {
  readonly labels: { readonly [key: string]: string };
  readonly rules: readonly PolicyRule[];
  /** Label of the ClusterRoles whose rules it takes over. */
  readonly gathers?: string;
}

const TO = 'rbac.authorization.k8s.io/aggregate-to-';

function read(apiGroup: string, ...resources: string[]): PolicyRule {
  return { apiGroups: [apiGroup], resources, verbs: ['get', 'list', 'watch'], resourceNames: [] };
}

/**
 * The ClusterRoles of every cluster that people bind, with those of their rules that are about what the Operator and
 * Prometheus read.
 *
 * Source: kubernetes v1.36 `plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go`, `ClusterRoles`, `viewRules` and
 * `editRules`.
 */
export const WELL_KNOWN_ROLES: ReadonlyMap<string, WellKnownRole> = new Map<string, WellKnownRole>([
  ['cluster-admin', { labels: {}, rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'], resourceNames: [] }] }],
  ['admin', { labels: {}, rules: [], gathers: `${TO}admin` }],
  ['edit', { labels: { [`${TO}admin`]: 'true' }, rules: [read('', 'secrets')], gathers: `${TO}edit` }],
  [
    'view',
    {
      labels: { [`${TO}edit`]: 'true' },
      rules: [
        read('', 'pods', 'services', 'endpoints', 'configmaps', 'serviceaccounts', 'namespaces'),
        read('discovery.k8s.io', 'endpointslices'),
        read('networking.k8s.io', 'ingresses', 'networkpolicies'),
      ],
      gathers: `${TO}view`,
    },
  ],
]);
