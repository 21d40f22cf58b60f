/** Keys and indexes from the root of the values. */
export type ValueSteps = readonly (string | number)[];

/** What kind of mistake it is. */
export type GuardCode =
  /** A key that the chart does not read. */
  | 'stack/unknown-value'
  /** Keys that nobody can tell of whether the chart reads them. */
  | 'stack/unchecked-values'
  /** A value of another type than the chart can use. */
  | 'stack/wrong-type'
  /** A value that the chart reads and then drops, as it stands. */
  | 'stack/dropped-value'
  /** Values that cannot work together. */
  | 'stack/contradiction'
  /** Values that work and have a known trap. */
  | 'stack/pitfall'
  /** A secret that is written out. */
  | 'stack/literal-secret';

/** Something that the guard has to say of values. */
export interface GuardProblem {
  readonly code: GuardCode;
  /**
   * `error` where the install fails, something stays down, a secret is written out, or the value surely does nothing;
   * `warning` where it is a risk, or where a chart that is not known may see it otherwise.
   */
  readonly level: 'error' | 'warning';
  /** Where it stands; empty for the values as a whole. */
  readonly steps: ValueSteps;
  /** `steps` as a person writes them: `prometheus.ingress.hosts[0]`. */
  readonly path: string;
  /** What is wrong, in words that follow the path. Never holds a secret. */
  readonly message: string;
  readonly fix: string;
}

/** Steps as a person writes them; a dot inside a key is written `\.`, as for `helm --set`. */
export function pathText(steps: ValueSteps): string {
  return steps
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${step.replaceAll('.', '\\.')}`,
    )
    .join('');
}

/** Collects problems; of one place and code, the first counts. */
export class GuardReport {
  private readonly found = new Map<string, GuardProblem>();

  public add(code: GuardCode, level: GuardProblem['level'], steps: ValueSteps, message: string, fix: string): void {
    const path = pathText(steps);
    const key = `${code} ${path}`;
    if (!this.found.has(key)) {
      this.found.set(key, { code, level, steps, path, message, fix });
    }
  }

  public get problems(): GuardProblem[] {
    return [...this.found.values()];
  }
}
