import { isPlainObject } from '../../private/plain-object';
import { hasValueAt, type Values, valueAt } from '../values';
import { truthy } from './selection';

/** The release that values are of. */
export interface ReleaseSubject {
  /** Name of the Helm release. */
  readonly release: string;
  /** Namespace of the Helm release. */
  readonly namespace: string;
}

/** Levels of nesting in which templates are looked for; below, values are read as they stand. */
const MAX_DEPTH = 200;

/**
 * Reads the values of a release as the templates of the chart see them. Reads never throw; who wants to know of values
 * of a wrong type overrides the two methods that are told of them.
 */
export class ValueReader {
  constructor(
    private readonly subject: ReleaseSubject,
    private readonly values: Values,
  ) {}

  /** Whether the release sets a value, be it to null. */
  public given(path: string): boolean {
    return hasValueAt(this.values, path);
  }

  /** A value with its templates filled in; the default of the chart where it is not set. Null counts as absent. */
  public value(path: string, chartDefault?: any): any {
    return this.given(path) ? this.filledIn(valueAt(this.values, path)) : chartDefault;
  }

  /** A text, or empty. */
  public text(path: string): string {
    const value = this.value(path);
    if (value === undefined || typeof value === 'string') {
      return value ?? '';
    }
    if (typeof value === 'number') {
      return String(value);
    }
    this.wrongType(path, value, 'text');
    return '';
  }

  /** A text; the default of the chart where it is not set. */
  public textOr(path: string, chartDefault: string): string {
    return this.given(path) ? this.text(path) : chartDefault;
  }

  /** The truth of a value, as templates see it: the text "false" is true. */
  public flag(path: string, chartDefault: boolean): boolean {
    const value = this.value(path, chartDefault);
    if (typeof value === 'string' && value !== '') {
      this.flagIsText(path, value);
    }
    return truthy(value);
  }

  /** A list of texts. One text alone counts as a list of one, as `join` in templates has it. */
  public texts(path: string): string[] {
    const value = this.value(path);
    if (!truthy(value)) {
      return [];
    }
    if (isPlainObject(value)) {
      this.wrongType(path, value, 'a list');
      return [];
    }
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.filter((item) => item !== null && typeof item !== 'object').map(String);
  }

  /** A map. */
  public map(path: string): { [key: string]: any } {
    const value = this.value(path);
    if (!truthy(value)) {
      return {};
    }
    if (isPlainObject(value)) {
      return value;
    }
    this.wrongType(path, value, 'a map');
    return {};
  }

  /** Texts by name, such as labels; anything else in them is left out. */
  public labels(path: string): { [key: string]: string } {
    return Object.fromEntries(
      Object.entries(this.map(path))
        .filter(([, value]) => value !== null && typeof value !== 'object')
        .map(([key, value]) => [key, String(value)]),
    );
  }

  /** A whole number; the default of the chart where it is not set, or set to something else. */
  public number(path: string, chartDefault: number): number {
    const value = Number(this.value(path, chartDefault) ?? chartDefault);
    return Number.isInteger(value) ? value : chartDefault;
  }

  /** Whether a template is left whose result only Helm knows. */
  public hasTemplate(value: unknown): boolean {
    return holdsTemplate(value, 0);
  }

  /** Told of a value that cannot be read as what is wanted. */
  protected wrongType(_path: string, _value: unknown, _wanted: string): void {}

  /** Told of a text where a flag is wanted. */
  protected flagIsText(_path: string, _value: string): void {}

  /** Fills in what a template can ask of the release, which is known. */
  private filledIn(value: any, depth = 0): any {
    if (typeof value === 'string') {
      return value.replace(/\{\{-?\s*\$?\.Release\.(Name|Namespace|Service)(?:\s*\|\s*quote)?\s*-?\}\}/g, (_, name) =>
        name === 'Name' ? this.subject.release : name === 'Namespace' ? this.subject.namespace : 'Helm',
      );
    }
    if (depth >= MAX_DEPTH) {
      return value;
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.filledIn(item, depth + 1));
    }
    return isPlainObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.filledIn(item, depth + 1)]))
      : value;
  }
}

function holdsTemplate(value: unknown, depth: number): boolean {
  if (typeof value === 'string') {
    return value.includes('{{');
  }
  const below = typeof value === 'object' && value !== null && depth < MAX_DEPTH ? Object.values(value) : [];
  return below.some((item) => holdsTemplate(item, depth + 1));
}
