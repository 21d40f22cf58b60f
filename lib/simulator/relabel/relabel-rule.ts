/** What a rule does, as Prometheus spells it. */
export type RelabelAction =
  | 'replace'
  | 'keep'
  | 'drop'
  | 'hashmod'
  | 'labelmap'
  | 'labeldrop'
  | 'labelkeep'
  | 'lowercase'
  | 'uppercase'
  | 'keepequal'
  | 'dropequal';

/** Why a rule is in a job, so that a dropped target can be traced to a field that somebody wrote. */
export interface RuleOrigin {
  readonly reason: 'selector' | 'port' | 'phase' | 'label' | 'class' | 'user' | 'enforced' | 'shard';
  /** Path of the field in the monitor (or in the Prometheus, for class, enforced and shard). */
  readonly field: string;
}

/** One rule with all defaults filled in. */
export interface RelabelRule {
  readonly action: RelabelAction;
  readonly sourceLabels: readonly string[];
  /** `;` unless set. */
  readonly separator: string;
  /** RE2; `(.*)` unless set. Anchored at both ends when it is used. */
  readonly regex: string;
  readonly modulus: number;
  readonly targetLabel: string;
  /** `$1` unless set. */
  readonly replacement: string;
  readonly origin: RuleOrigin;
}

/**
 * Labels of a target; no prototype but other such labels, so that a label may have any name. Labels that many targets have
 * in common may lie below those of each: read names with `labelNames`.
 */
export type Labels = { [name: string]: string };

/** The names of all labels, also of those that lie below. */
export function labelNames(labels: Labels): string[] {
  const names: string[] = [];
  for (const name in labels) {
    names.push(name);
  }
  return names;
}
