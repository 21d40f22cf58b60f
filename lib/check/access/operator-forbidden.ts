import { Level } from '../../report/finding';
import type { MissingRight } from '../../simulator/access/access';
import type { Need } from '../../simulator/access/discovery-needs';
import type { Account, Grant } from '../../simulator/access/grants';
import { isMap } from '../../simulator/bag/field-reader';
import type { SourcedObject } from '../../simulator/kube-object';
import { type OperatorSettings, watchesMonitors } from '../../simulator/operator/operator-settings';
import { nameOf, namespaceOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { namespacesText } from '../list-text';
import { accountText, missingRules, rightsText, ruleText } from './rights-text';

/**
 * An Operator whose service account may not read what it goes by: namespaces, monitors, and the Secrets and ConfigMaps that
 * monitors name.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/listwatch/listwatch.go`, `NewNamespaceListWatchFromClient`;
 * `pkg/assets/store.go`, which reads references one by one; `Documentation/platform/rbac.md`.
 *
 * Stays silent where no binding here gives the service account something of the Operator's kinds, unless the objects are all
 * that there is and hold bindings. The rig has the Operator run with all rights: this is read, not tried out.
 */
export const operatorForbidden: Check = {
  id: 'access/operator-forbidden',
  level: Level.ERROR,
  summary: 'Operator that may not read what it goes by',
  why: 'The Operator says so in its log alone: what it cannot read does not exist for it, and a monitor whose Secret it cannot read is skipped.',
  *run(context) {
    for (const operator of context.simulation.operators) {
      const object = operator.object;
      if (object !== undefined) {
        yield* ofOperator(context, operator, object);
      }
    }
  },
};

const MONITORS: readonly Need[] = ['servicemonitors', 'podmonitors'].map((resource) => ({
  ...{ group: 'monitoring.coreos.com', resource, cluster: false },
}));
const NAMESPACES: readonly Need[] = [{ group: '', resource: 'namespaces', cluster: true }];

function* ofOperator(context: CheckContext, operator: OperatorSettings, object: SourcedObject): Iterable<Draft> {
  const { access } = context.simulation;
  const account = accountOf(object);
  const lacks = (needs: readonly Need[], verbs: readonly string[], namespace?: string): readonly MissingRight[] =>
    access.missing(account, needs, verbs, namespace, isAboutOperator) ?? [];
  if (operator.namespaces === undefined) {
    const missing = [...lacks(NAMESPACES, ['list', 'watch']), ...lacks(MONITORS, ['list', 'watch'])];
    if (missing.length > 0) {
      const starts = missing.some(({ resource }) => resource === 'namespaces') ? 'does not start' : 'sees none of them';
      yield draft(context, object, account, missing, ' in all namespaces, which it watches', `it ${starts}`, true);
    }
  } else {
    const watched = operator.namespaces.filter((namespace) => namespace !== '');
    yield* ofNamespaces(watched, (namespace) => lacks(MONITORS, ['list', 'watch'], namespace), 'it sees none of them');
  }
  const named = references(context, operator);
  yield* ofNamespaces(
    [...named.keys()],
    (namespace) => lacks(named.get(namespace)?.needs ?? [], ['get'], namespace),
    'it skips the monitors that name one',
  );

  function* ofNamespaces(
    namespaces: readonly string[],
    missingIn: (namespace: string) => readonly MissingRight[],
    consequence: string,
  ): Iterable<Draft> {
    const groups = new Map<string, { missing: readonly MissingRight[]; namespaces: string[] }>();
    for (const namespace of namespaces) {
      const missing = missingIn(namespace);
      if (missing.length > 0) {
        const key = rightsText(missing);
        const group = groups.get(key) ?? { missing, namespaces: [] };
        groups.set(key, group);
        group.namespaces.push(namespace);
      }
    }
    for (const { missing, namespaces: where } of groups.values()) {
      yield draft(context, object, account, missing, ` in ${namespacesText(where.sort())}`, consequence, false);
    }
  }
}

function draft(
  { simulation: { access } }: CheckContext,
  object: SourcedObject,
  account: Account,
  missing: readonly MissingRight[],
  where: string,
  consequence: string,
  everywhere: boolean,
): Draft {
  const rules = missingRules(missing);
  const kind = everywhere ? 'ClusterRoleBinding' : 'RoleBinding there';
  return {
    object,
    field: `${object.object.kind === 'Pod' ? 'spec' : 'spec.template.spec'}.serviceAccountName`,
    message: `The Operator (${nameOf(object)}) runs as ${accountText(account)}, which may not ${rightsText(missing)}${where}: ${consequence}.`,
    basis: 'absent',
    // Another binding may be elsewhere.
    level: Level.WARNING,
    fix: {
      text: `give it the rules ${ruleText(rules)} by a ${kind}, with subjects: [{ kind: ServiceAccount, name: ${account.name}, namespace: ${account.namespace} }].`,
    },
    related: access
      .grantsOf(account)
      .flatMap(({ binding, roleName }) =>
        binding === undefined ? [] : [{ object: binding, message: `gives it ${roleName}` }],
      )
      .slice(0, 3),
  };
}

function accountOf({ object }: SourcedObject): Account {
  const spec = object.kind === 'Pod' ? object.spec : object.spec?.template?.spec;
  return {
    namespace: namespaceOf(object),
    name: String(spec?.serviceAccountName || spec?.serviceAccount || 'default'),
  };
}

/** Whether a grant is about the kinds of the Operator: then its rights are among these objects. */
function isAboutOperator({ rules }: Grant): boolean {
  return rules.some(({ apiGroups }) => apiGroups.includes('monitoring.coreos.com') || apiGroups.includes('*'));
}

interface Referring {
  readonly needs: readonly Need[];
}

/** Kinds of things that monitors name, by namespace. */
function references({ simulation }: CheckContext, operator: OperatorSettings): Map<string, Referring> {
  const kinds = new Map<string, Set<string>>();
  for (const { object } of simulation.monitors) {
    const namespace = namespaceOf(object);
    if (watchesMonitors(operator, namespace)) {
      const own = kinds.get(namespace) ?? new Set();
      kinds.set(namespace, own);
      collect(object.spec, 'secrets', own);
    }
  }
  return new Map(
    [...kinds].map(([namespace, resources]) => [
      namespace,
      { needs: [...resources].sort().map((resource) => ({ group: '', resource, cluster: false })) },
    ]),
  );
}

/** A reference has a name and a key, wherever it is. */
function collect(value: unknown, resource: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, resource, found);
    }
  } else if (isMap(value)) {
    if (typeof value.name === 'string' && typeof value.key === 'string') {
      found.add(resource);
    }
    for (const [key, inner] of Object.entries(value)) {
      collect(inner, key === 'configMap' ? 'configmaps' : 'secrets', found);
    }
  }
}
