import type { Bag } from '../bag/bag';
import { Kind } from '../bag/bag-kind';
import { isMap } from '../bag/field-reader';
import type { SourcedObject } from '../kube-object';
import { listOf, type PolicyRule } from './policy-rule';
import { Roles } from './roles';

/** A service account by its namespace and name. */
export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/** Rules that a binding gives to a service account. */
export interface Grant {
  /** Namespace in which they hold; `undefined` for the whole cluster. */
  readonly namespace: string | undefined;
  readonly rules: readonly PolicyRule[];
  /** `undefined` where a release makes it. */
  readonly binding: SourcedObject | undefined;
  /** The role, where the bag holds it. */
  readonly role: SourcedObject | undefined;
  /** `ClusterRole view`. */
  readonly roleName: string;
  /** False where the role may allow more than is known. */
  readonly exact: boolean;
}

/** Rights that come with a release, whose objects the bag does not show. */
export interface ReleaseGrant {
  readonly account: Account;
  /** `undefined` where nobody can tell what the release gives it. */
  readonly rules: readonly PolicyRule[] | undefined;
}

/** Who may do what, by the bindings of a bag. */
export class Grants {
  /** Whether the bag holds any binding: without one it says nothing about who may do what. */
  public readonly shown: boolean;

  private readonly roles: Roles;
  private readonly bySubject = new Map<string, Grant[]>();
  private readonly accounts = new Map<string, readonly Grant[]>();

  constructor(bag: Bag, releases: readonly ReleaseGrant[], complete: boolean) {
    this.roles = new Roles(bag, complete);
    const bindings = [...bag.all(Kind.CLUSTER_ROLE_BINDING), ...bag.all(Kind.ROLE_BINDING)];
    this.shown = bindings.length > 0;
    for (const binding of bindings) {
      this.addBinding(binding);
    }
    for (const { account, rules } of releases) {
      this.add(accountSubject(account.namespace, account.name), {
        namespace: undefined,
        rules: rules ?? [],
        binding: undefined,
        role: undefined,
        roleName: 'the ClusterRole of its release',
        exact: rules !== undefined,
      });
    }
  }

  /** What a service account is given, itself or as a member of a group. */
  public of(account: Account): readonly Grant[] {
    const { namespace, name } = account;
    const key = accountSubject(namespace, name);
    let grants = this.accounts.get(key);
    if (grants === undefined) {
      const subjects = [key, userSubject(namespace, name), ...groupsOf(namespace).map(groupSubject)];
      grants = subjects.flatMap((subject) => this.bySubject.get(subject) ?? []);
      this.accounts.set(key, grants);
    }
    return grants;
  }

  private addBinding(binding: SourcedObject): void {
    const { kind, metadata, roleRef, subjects } = binding.object;
    const namespace = kind === 'RoleBinding' ? (metadata.namespace as string) : undefined;
    // A binding of the whole cluster cannot be to a Role.
    if (!isMap(roleRef) || typeof roleRef.name !== 'string' || (namespace === undefined && roleRef.kind === 'Role')) {
      return;
    }
    const { rules, role, exact } = this.roles.find({ kind: roleRef.kind, name: roleRef.name }, namespace ?? '');
    const grant: Grant = { namespace, rules, binding, role, roleName: `${roleRef.kind} ${roleRef.name}`, exact };
    for (const subject of new Set(listOf(subjects).flatMap((one) => subjectKey(one, namespace) ?? []))) {
      this.add(subject, grant);
    }
  }

  private add(subject: string, grant: Grant): void {
    const grants = this.bySubject.get(subject);
    if (grants === undefined) {
      this.bySubject.set(subject, [grant]);
    } else {
      grants.push(grant);
    }
  }
}

/**
 * A subject of a binding. A service account without a namespace is that of the binding's.
 *
 * Source: kubernetes v1.36 `pkg/registry/rbac/validation/rule.go`, `appliesToUser`.
 */
function subjectKey(subject: unknown, namespace: string | undefined): string | undefined {
  const { kind, name, namespace: own } = isMap(subject) ? subject : { kind: '', name: '', namespace: '' };
  switch (kind) {
    case 'ServiceAccount': {
      const where = own || namespace;
      return where === undefined ? undefined : accountSubject(where, name);
    }
    case 'User': {
      const account = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(String(name));
      return account === null ? undefined : userSubject(account[1], account[2]);
    }
    case 'Group':
      return groupSubject(String(name));
    default:
      return undefined;
  }
}

/** Groups of every service account of a namespace. Source: kubernetes v1.36 `serviceaccount/util.go`, `MakeGroupNames`. */
function groupsOf(namespace: string): string[] {
  return ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
}

function accountSubject(namespace: string, name: string): string {
  return `account ${namespace}/${name}`;
}

function userSubject(namespace: string, name: string): string {
  return `user ${namespace}/${name}`;
}

function groupSubject(name: string): string {
  return `group ${name}`;
}
