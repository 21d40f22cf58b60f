import { isPlainObject } from '../../private/plain-object';
import type { ReleaseNames } from '../facts/names';
import { type Release, releaseOf } from '../facts/release';
import { truthy } from '../facts/selection';
import { ValueReader } from '../facts/value-reader';
import { hasValueAt, keysOf, type Values, valueAt } from '../values';
import type { GuardReport, ValueSteps } from './guard-problem';

/** A release as far as the guard asks for it. */
export interface GuardSubject {
  readonly release: string;
  /** Namespace of the Helm release. */
  readonly namespace: string;
  /** Full version of the chart. */
  readonly chart: string;
  /** Whether nobody said so, and the chart is a guess. */
  readonly chartAssumed: boolean;
  readonly values: Values;
  /** Whether something that is not at hand has a say in the values, so that what is missing may be there. */
  readonly partial: boolean;
  /** Whether Argo CD renders the chart. */
  readonly argo: boolean;
}

/** What the rules read and write: values as templates see them, and the report. */
export class GuardedValues {
  public readonly values: Values;
  /** What the facts about the chart are read from. */
  public readonly release: Release;

  constructor(
    public readonly subject: GuardSubject,
    private readonly report: GuardReport,
  ) {
    this.values = subject.values;
    this.release = releaseOf(subject, subject.chart, new ValueReader(subject, subject.values));
  }

  /** Major version of the chart. */
  public get chartMajor(): number {
    return Number.parseInt(this.subject.chart, 10);
  }

  /** The names that the chart builds others of. */
  public get names(): ReleaseNames {
    return this.release.names;
  }

  /** The value at a dotted path; `undefined` for null too. */
  public at(path: string): any {
    return valueAt(this.values, path);
  }

  /** Whether the release sets a value, be it to null. */
  public given(path: string): boolean {
    return hasValueAt(this.values, path);
  }

  /** The truth of a value as templates see it, with the default of the chart. */
  public flag(path: string, chartDefault: boolean): boolean {
    return this.given(path) ? truthy(this.at(path)) : chartDefault;
  }

  /** A text, or empty. */
  public text(path: string): string {
    const value = this.at(path);
    return typeof value === 'string' ? value : '';
  }

  /** A list, or an empty one. */
  public list(path: string): readonly any[] {
    const value = this.at(path);
    return Array.isArray(value) ? value : [];
  }

  /** A map, or an empty one. */
  public map(path: string): { [key: string]: any } {
    const value = this.at(path);
    return isPlainObject(value) ? value : {};
  }

  /** The install fails, something stays down, or the value does nothing. */
  public refuse(path: string | ValueSteps, message: string, fix: string): void {
    this.report.add('stack/contradiction', 'error', stepsOf(path), message, fix);
  }

  /** The value is read, and dropped as it stands. */
  public dropped(path: string | ValueSteps, message: string, fix: string): void {
    this.report.add('stack/dropped-value', 'error', stepsOf(path), message, fix);
  }

  /** Nobody reads the value. */
  public unread(level: 'error' | 'warning', path: ValueSteps, message: string, fix: string): void {
    this.report.add('stack/unknown-value', level, path, message, fix);
  }

  /** The type or form of the value is wrong. */
  public wrong(path: string | ValueSteps, message: string, fix: string): void {
    this.report.add('stack/wrong-type', 'error', stepsOf(path), message, fix);
  }

  /** It works, and has a trap. */
  public warn(path: string | ValueSteps, message: string, fix: string): void {
    this.report.add('stack/pitfall', 'warning', stepsOf(path), message, fix);
  }
}

/** Steps of a dotted path, with indexes in brackets. */
function stepsOf(path: string | ValueSteps): ValueSteps {
  if (typeof path !== 'string') {
    return path;
  }
  return keysOf(path).flatMap((key) => {
    const [, name, indexes] = /^(.*?)((?:\[\d+\])*)$/s.exec(key) as RegExpExecArray;
    return [name, ...[...indexes.matchAll(/\d+/g)].map(([index]) => Number(index))];
  });
}
