import type { Bag } from '../bag/bag';
import { Kind } from '../bag/bag-kind';
import { modelledFrom } from '../stack/modelled-source';
import { releaseOfStack } from '../stack/release-of-stack';
import type { ReleaseGrant } from './grants';
import type { PolicyRule } from './policy-rule';

function read(apiGroup: string, ...resources: string[]): PolicyRule {
  return { apiGroups: [apiGroup], resources, verbs: ['get', 'list', 'watch'], resourceNames: [] };
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/clusterrole.yaml`. */
const OF_PROMETHEUS: readonly PolicyRule[] = [
  read('', 'nodes', 'nodes/metrics', 'services', 'endpoints', 'pods'),
  read('discovery.k8s.io', 'endpointslices'),
  read('networking.k8s.io', 'ingresses'),
];

/** As far as it reads. Source: the same chart, `templates/prometheus-operator/clusterrole.yaml`. */
const OF_OPERATOR: readonly PolicyRule[] = [
  read('', 'configmaps', 'secrets', 'namespaces', 'nodes', 'services', 'endpoints'),
  read('discovery.k8s.io', 'endpointslices'),
  read('networking.k8s.io', 'ingresses'),
  read('monitoring.coreos.com', '*'),
];

/**
 * The rights that releases of kube-prometheus-stack give to the service accounts of their Prometheus and their Operator, in
 * the whole cluster, unless they are told to make no roles.
 */
export function releaseGrants(bag: Bag): ReleaseGrant[] {
  return [
    ...[Kind.PROMETHEUS, Kind.PROMETHEUS_AGENT].flatMap((kind) => grantsOf(bag, kind, OF_PROMETHEUS)),
    ...grantsOf(bag, Kind.DEPLOYMENT, OF_OPERATOR),
  ];
}

function grantsOf(bag: Bag, kind: string, rules: readonly PolicyRule[]): ReleaseGrant[] {
  return bag.all(kind).flatMap((object): ReleaseGrant[] => {
    const stack = modelledFrom(object);
    if (stack === undefined) {
      return [];
    }
    const { metadata, spec } = object.object;
    const name = (kind === Kind.DEPLOYMENT ? spec.template.spec : spec).serviceAccountName;
    if (kind === Kind.DEPLOYMENT && !name) {
      // An Operator of which only the flags are known: not that of a chart, which names an account of its own.
      return [];
    }
    const account = { namespace: metadata.namespace as string, name: name || 'default' };
    if (stack.partial === true) {
      return [{ account, rules: undefined }];
    }
    return releaseOfStack(stack).values.flag('global.rbac.create', true) ? [{ account, rules }] : [];
  });
}
