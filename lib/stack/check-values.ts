import type { Problems } from '../private/problems';
import { truthy } from './facts/selection';
import { guardValues } from './guard/guard';
import { pathText, type ValueSteps } from './guard/guard-problem';
import type { GuardSubject } from './guard/guarded-values';
import { hasValueAt, type Values, valueAt } from './values';

/** Reads merged values and reports what is wrong with them. */
export class ValuesCheck {
  private readonly places = new Set<string>();

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

  /** The path of a value as the caller wrote it: in the bag, or in the typed props. */
  public field(path: string): string {
    return hasValueAt(this.bag, path)
      ? `values.${path}`
      : path
          .replace(/\.(prometheusSpec|alertmanagerSpec|thanosRulerSpec)\b/, '')
          .replace(/^grafana\.grafana\\?\.ini\b/, 'grafana.grafanaIni')
          .replace(/^(?:kube-state-metrics|prometheus-(?:node|windows)-exporter)\b/, (subChart) =>
            subChart.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          );
  }

  /** Reports a problem of one place; a second one of the same place follows from the first. */
  public add(path: string, message: string, fix: string): void {
    this.addAt(path.split('.'), message, fix);
  }

  /** As `add`, for a place inside the value at `path`. */
  public addBelow(path: string, below: string, message: string, fix: string): void {
    this.report(`${this.field(path)}${below}`, message, fix);
  }

  /** Whether the release sets this value; otherwise the default of the chart holds. */
  public given(path: string): boolean {
    return hasValueAt(this.values, path);
  }

  /** The truth of a value as a template sees it, with the default of the chart. */
  public flag(path: string, chartDefault: boolean): boolean {
    return hasValueAt(this.values, path) ? truthy(valueAt(this.values, path)) : chartDefault;
  }

  private addAt(steps: ValueSteps, message: string, fix: string): void {
    const path = pathText(steps);
    this.report(inBag(this.bag, steps) ? `values.${path}` : this.field(path), message, fix);
  }

  private report(field: string, message: string, fix: string): void {
    if (!this.places.has(field)) {
      this.places.add(field);
      this.problems.add(field, message, fix);
    }
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
