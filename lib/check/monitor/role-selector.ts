import { Level } from '../../report/finding';
import type { Check } from '../check';
import { removeField } from '../field-edit';
import { type More, POISONED, poisonDrafts, REJECTED, rejectionDrafts } from './problem-drafts';

const CODES = ['rejected/role-selector-version', 'poison/two-pod-selectors'];

/**
 * `selectorMechanism: RoleSelector` for a Prometheus before 2.17, or for an agent on every node, which has a selector for pods
 * already.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateMonitorSelectorMechanism`, and
 * `pkg/prometheus/promcfg.go`, `generateRoleSelectorConfig`; prometheus v3.13 `discovery/kubernetes/kubernetes.go`,
 * `SDConfig.UnmarshalYAML`.
 */
export const roleSelector: Check = {
  id: 'monitor/role-selector',
  level: Level.ERROR,
  summary: 'RoleSelector at a Prometheus that cannot have it',
  why: REJECTED,
  codes: CODES,
  *run(context) {
    const remove: More = (problem) => ({
      fix: { text: problem.fix ?? '', patch: removeField(problem.object, problem.field) },
    });
    yield* rejectionDrafts(context, CODES, remove);
    yield* poisonDrafts(context, CODES, (problem) => ({ ...remove(problem), why: POISONED }));
  },
};
