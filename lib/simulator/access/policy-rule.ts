import { isMap } from '../bag/field-reader';

/** Something that somebody may want to do with all objects of a resource. */
export interface Wish {
  /** API group; empty for the core group. */
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
}

/** What a role allows. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Empty where it is about all objects. */
  readonly resourceNames: readonly string[];
}

/** The rules of a Role or ClusterRole; what is no rule allows nothing. */
export function readRules(rules: unknown): PolicyRule[] {
  return listOf(rules)
    .filter(isMap)
    .map((rule) => ({
      apiGroups: textsOf(rule.apiGroups),
      resources: textsOf(rule.resources),
      verbs: textsOf(rule.verbs),
      resourceNames: textsOf(rule.resourceNames),
    }));
}

/**
 * Whether a rule allows a wish. A request for all objects of a resource names none, so that a rule about some of them does
 * not allow it; who gets one object may well get that of the rule.
 *
 * Source: kubernetes v1.36 `plugin/pkg/auth/authorizer/rbac/rbac.go`, `RuleAllows`, and
 * `pkg/apis/rbac/v1/evaluation_helpers.go`.
 */
export function allows(rule: PolicyRule, { group, resource, verb }: Wish): boolean {
  return (
    holds(rule.verbs, verb) &&
    holds(rule.apiGroups, group) &&
    holds(rule.resources, resource) &&
    (rule.resourceNames.length === 0 || verb === 'get')
  );
}

function holds(list: readonly string[], value: string): boolean {
  return list.includes('*') || list.includes(value);
}

/** A list, or none where there is something else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): string[] {
  return listOf(value).filter((one) => typeof one === 'string');
}
