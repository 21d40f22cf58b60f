import type { Problems } from '../private/problems';
import { guardValues } from './guard/guard';
import { pathText, type ValueSteps } from './guard/guard-problem';
import type { GuardSubject } from './guard/guarded-values';
import { typedField } from './typed/typed-field';
import { keysOf, type Values } from './values';

/** Reads merged values and reports what is wrong with them. */
export class ValuesCheck {
  public constructor(
    private readonly problems: Problems,
    private readonly values: Values,
    private readonly bag: Values,
  ) {}

  /** What the guard refuses. Its warnings are findings of the proof, for they must not keep anything from being made. */
  public run(release: Pick<GuardSubject, 'release' | 'namespace' | 'chart'>): void {
    const subject = { ...release, values: this.values, chartAssumed: false, partial: false, argo: false };
    for (const problem of guardValues(subject)) {
      if (problem.level === 'error') {
        this.addAt(problem.steps, problem.message, problem.fix);
      }
    }
  }

  /** Reports a problem of one place; a second one of the same place follows from the first. */
  public add(path: string, message: string, fix: string): void {
    this.addAt(keysOf(path), message, fix);
  }

  private addAt(steps: ValueSteps, message: string, fix: string): void {
    const field = this.fieldAt(steps);
    if (!this.problems.has(field)) {
      this.problems.add(field, message, fix);
    }
  }

  /** The path of a value as the caller wrote it: in the bag, or in the typed props. */
  private fieldAt(steps: ValueSteps): string {
    return inBag(this.bag, steps) ? `values.${pathText(steps)}` : typedField(steps);
  }
}

function inBag(bag: Values, steps: ValueSteps): boolean {
  let node: any = bag;
  for (const step of steps) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) {
      return false;
    }
    node = node[step];
  }
  return true;
}
