import { Level } from '../../report/finding';
import type { Account, Grant } from '../../simulator/access/grants';
import { nameOf } from '../../simulator/operator/problem';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { setField } from '../field-edit';
import { withValue } from '../instance-drafts';
import { listText, namespacesText, quoted } from '../list-text';
import { type DiscoveryRefusal, discoveryRefusals } from './discovery-refusals';
import { accountText, grantText, missingRules, nearRight, rightsText, ruleText } from './rights-text';

/**
 * A Prometheus whose service account may not read what its jobs discover, where there is something to discover.
 *
 * Mirrors: Prometheus `discovery/kubernetes`, which finds nothing in a namespace until it has listed all resources of its
 * role there; kubernetes v1.36 `plugin/pkg/auth/authorizer/rbac`.
 *
 * Stays silent where no binding here is about the service account, unless the objects are all that there is and hold
 * bindings: its rights then are somewhere else.
 */
export const discoveryForbidden: Check = {
  id: 'access/discovery-forbidden',
  level: Level.ERROR,
  summary: 'Prometheus may not read what it has to discover',
  why: 'Prometheus finds no targets there, and says so in its log alone: nothing is down, and no alert on `up` fires.',
  *run(context) {
    for (const one of discoveryRefusals(context)) {
      yield one.refusal.missing.length === 0 ? withoutToken(one) : withoutRights(one, context);
    }
  },
};

const STALE =
  'Prometheus finds what there is when it starts. What comes and goes later it never hears of, and says so in its log alone.';

function withoutToken({ instances: [{ object }], monitors }: DiscoveryRefusal): Draft {
  const field = 'spec.automountServiceAccountToken';
  return {
    object,
    field,
    message: `The pods of ${nameOf(object)} get no token of their service account, so Prometheus cannot ask the API server for targets. It finds nothing for ${monitorsText(monitors)}.`,
    basis: 'present',
    fix: {
      text: withValue('automountServiceAccountToken: true', object, field),
      ...(modelledFrom(object) === undefined ? { patch: setField(object, field, true) } : {}),
    },
  };
}

function withoutRights(one: DiscoveryRefusal, { simulation: { access } }: CheckContext): Draft {
  const { refusal, instances, monitors, namespaces } = one;
  const { account, missing, blocks } = refusal;
  const grants = access.grantsOf(account);
  const [{ object }] = instances;
  const where = namespaces === undefined ? 'in all namespaces at once' : `in ${namespacesText(namespaces)}`;
  const consequence = blocks ? 'finds nothing there' : 'hears of no changes there';
  const draft: Draft = {
    object,
    field: object.object.spec?.serviceAccountName === undefined ? 'spec' : 'spec.serviceAccountName',
    message: `${namesOf(one)} ${instances.length === 1 ? 'runs' : 'run'} as ${accountText(account)}, which may not ${rightsText(missing)} ${where}. It ${consequence} for ${monitorsText(monitors)}.`,
    basis: 'absent',
    // Another binding may be elsewhere.
    level: Level.WARNING,
    ...(blocks ? {} : { why: STALE }),
    related: grants.slice(0, 3).flatMap(({ binding, roleName, namespace }) =>
      binding === undefined
        ? []
        : [
            {
              object: binding,
              message: `gives it ${roleName} in ${namespace === undefined ? 'all namespaces' : `namespace ${quoted(namespace)}`}`,
            },
          ],
    ),
  };
  const clusterOnly = namespaces === undefined || missing.some(({ cluster }) => cluster);
  const near = nearestGrant(grants, namespaces, clusterOnly);
  if (near?.role !== undefined) {
    const rules = missingRules(missing);
    const hint = nearRight(near, missing);
    return {
      ...draft,
      object: near.role,
      field: 'rules',
      message: `${draft.message} ${nameOf(near.role)}, which ${grantText(near)} gives it, does not allow it${hint === undefined ? '' : `: ${hint}`}.`,
      fix: {
        text: `add ${ruleText(rules)} to the rules of ${nameOf(near.role)}${otherRole(one)}.`,
        ...(Array.isArray(near.role.object.rules)
          ? { patch: rules.map((value) => ({ op: 'add' as const, path: '/rules/-', value })) }
          : {}),
      },
      related: [{ object, message: 'runs as that service account' }, ...(draft.related ?? [])],
    };
  }
  return { ...draft, message: draft.message + boundOnly(grants, clusterOnly), fix: { text: fixText(one, account) } };
}

/** A grant that holds wherever something is missing, so that its role only lacks rules. */
function nearestGrant(
  grants: readonly Grant[],
  namespaces: readonly string[] | undefined,
  clusterOnly: boolean,
): Grant | undefined {
  const holding = grants.filter(
    ({ namespace, role, rules }) =>
      role !== undefined &&
      role.object.aggregationRule === undefined &&
      rules.some(({ resources }) => resources.some((resource) => READ.has(resource))) &&
      (namespace === undefined || (!clusterOnly && namespaces?.every((one) => one === namespace))),
  );
  return holding.find(({ namespace }) => namespace !== undefined) ?? holding[0];
}

const READ: ReadonlySet<string> = new Set(['endpoints', 'endpointslices', 'pods', 'services', 'nodes', 'ingresses']);

function boundOnly(grants: readonly Grant[], clusterOnly: boolean): string {
  const only = grants.flatMap(({ namespace }) => namespace ?? []);
  if (only.length === 0) {
    return '';
  }
  return clusterOnly
    ? ` RoleBindings, as in ${namespacesText(only)}, are not enough for that, be there one in each namespace.`
    : ` It has rights in ${namespacesText(only)}.`;
}

function fixText(one: DiscoveryRefusal, { namespace, name }: Account): string {
  const { namespaces, refusal } = one;
  const rules = ruleText(missingRules(refusal.missing));
  const clusterOnly = namespaces === undefined || refusal.missing.some(({ cluster }) => cluster);
  const subject = `subjects: [{ kind: ServiceAccount, name: ${name}, namespace: ${namespace} }]`;
  if (clusterOnly) {
    const other = namespaces === undefined && refusal.missing.some(({ cluster }) => !cluster) ? namesInstead(one) : '';
    return `add a ClusterRoleBinding with ${subject} to a ClusterRole with the rules ${rules}${other}.`;
  }
  return `add to ${namespacesText(namespaces)} a Role with the rules ${rules}, and a RoleBinding to it with ${subject}${otherRole(one)}.`;
}

/** Names of namespaces take no right in the whole cluster. */
function namesInstead({ monitors }: DiscoveryRefusal): string {
  const configs = monitors.every(({ object }) => object.kind === 'ScrapeConfig');
  return configs
    ? ', or name the namespaces in the kubernetesSDConfigs of the ScrapeConfigs'
    : ', or name the namespaces in the namespaceSelector of the monitors';
}

/** The other role of discovery, where the account may read that. */
function otherRole({ refusal: { missing }, instances: [{ kind }], monitors }: DiscoveryRefusal): string {
  const [{ resource }] = missing;
  // A ScrapeConfig names the role itself.
  const isOwn = monitors.some(({ object }) => object.kind === 'ScrapeConfig');
  const other =
    missing.length > 1 || isOwn ? undefined : { endpointslices: 'Endpoints', endpoints: 'EndpointSlice' }[resource];
  return other === undefined ? '' : `, or set serviceDiscoveryRole: ${other} at the ${kind}`;
}

function namesOf({ instances }: DiscoveryRefusal): string {
  return listText(
    instances.map(({ object }) => nameOf(object)),
    3,
  );
}

function monitorsText(monitors: DiscoveryRefusal['monitors']): string {
  return listText(
    monitors.map((monitor) => nameOf(monitor)),
    3,
  );
}
