import type { Bag } from '../bag/bag';
import { Kind } from '../bag/bag-kind';
import { isMap } from '../bag/field-reader';
import type { KubeSelector } from '../bag/kube-selector';
import { parseSelector } from '../bag/kube-selector';
import type { SourcedObject } from '../kube-object';
import { listOf, type PolicyRule, readRules } from './policy-rule';
import { WELL_KNOWN_ROLES } from './well-known-roles';

/** What a role that a binding names allows. */
export interface RoleRules {
  readonly rules: readonly PolicyRule[];
  /** The role, where the bag holds it. */
  readonly role: SourcedObject | undefined;
  /** False where it may allow more than is known: it is not in the bag, or gathers rules of others. */
  readonly exact: boolean;
}

/** A role as a binding names it. */
export interface RoleReference {
  readonly kind: string;
  readonly name: string;
}

/** Finds roles, with the rules that ClusterRoles take over from each other. */
export class Roles {
  private readonly known = new Map<string, RoleRules>();

  /** @param complete whether the bag holds all that people put into the cluster */
  constructor(
    private readonly bag: Bag,
    private readonly complete: boolean,
  ) {}

  /** The role that a binding names; in the namespace of the binding where it is a Role. */
  public find({ kind, name }: RoleReference, namespace: string): RoleRules {
    if (kind !== 'Role' && kind !== 'ClusterRole') {
      return NOTHING;
    }
    const key = kind === 'Role' ? `${namespace}/${name}` : name;
    let found = this.known.get(key);
    if (found === undefined) {
      // A ClusterRole may gather rules of one that gathers its own.
      this.known.set(key, NOTHING);
      found = kind === 'Role' ? this.role(namespace, name) : this.clusterRole(name);
      this.known.set(key, found);
    }
    return found;
  }

  private role(namespace: string, name: string): RoleRules {
    const role = this.bag.find(Kind.ROLE, namespace, name);
    return role === undefined
      ? { rules: [], role, exact: this.complete }
      : { rules: readRules(role.object.rules), role, exact: true };
  }

  private clusterRole(name: string): RoleRules {
    const role = this.bag.find(Kind.CLUSTER_ROLE, '', name);
    const wellKnown = WELL_KNOWN_ROLES.get(name);
    if (role === undefined && wellKnown === undefined) {
      return { rules: [], role, exact: this.complete };
    }
    const own = [...readRules(role?.object.rules), ...(wellKnown?.rules ?? [])];
    const selectors = [...gatheredBy(role), ...pairSelectors(wellKnown?.gathers)];
    if (selectors.length === 0) {
      return { rules: own, role, exact: true };
    }
    const gathered = this.labelled(selectors, name).flatMap((one) => this.find(one, '').rules);
    // A controller writes what it gathers over the rules of a role, unless that is nothing; where only a part of the cluster
    // is shown, the rules may be what it gathered there.
    const overwritten = gathered.length > 0 && wellKnown === undefined && this.complete;
    const kept = overwritten ? [] : own;
    return { rules: [...kept, ...gathered], role, exact: this.complete };
  }

  /**
   * The ClusterRoles that one of several selectors takes.
   *
   * Source: kubernetes v1.36 `pkg/controller/clusterroleaggregation/clusterroleaggregation_controller.go`.
   */
  private labelled(selectors: readonly KubeSelector[], but: string): RoleReference[] {
    const own = this.bag.all(Kind.CLUSTER_ROLE).map(({ object }) => object.metadata);
    const names = new Set(own.map(({ name }) => name));
    const others = [...WELL_KNOWN_ROLES].filter(([name]) => !names.has(name));
    return [...own, ...others.map(([name, { labels }]) => ({ name, labels }))]
      .filter(({ name, labels }) => name !== but && selectors.some((selector) => selector.matches(labels ?? {})))
      .map(({ name }) => ({ kind: 'ClusterRole', name }));
  }
}

const NOTHING: RoleRules = { rules: [], role: undefined, exact: true };

function gatheredBy(role: SourcedObject | undefined): KubeSelector[] {
  const rule = role?.object.aggregationRule;
  return listOf(isMap(rule) ? rule.clusterRoleSelectors : undefined).flatMap(
    (selector) => parseSelector(selector, '').selector ?? [],
  );
}

function pairSelectors(label: string | undefined): KubeSelector[] {
  return label === undefined ? [] : [parseSelector({ matchLabels: { [label]: 'true' } }, '').selector as KubeSelector];
}
