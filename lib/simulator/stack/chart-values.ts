import { isPlainObject } from '../../private/plain-object';
import { truthy } from '../../stack/facts/selection';
import { hasValueAt, valueAt } from '../../stack/values';
import { describe } from '../bag/field-reader';
import type { SpecFact } from './spec-facts';
import type { StackProblems, StackSpec } from './stack-spec';

/** Nodes that templates look into; anything but a map there ends the rendering. */
const NODES = [
  'prometheus',
  'prometheus.prometheusSpec',
  'prometheus.serviceAccount',
  'prometheusOperator',
  'prometheusOperator.serviceAccount',
  'prometheusOperator.tls',
  'alertmanager',
  'alertmanager.alertmanagerSpec',
  'global',
];

/** Reads the values of a release as the templates of the chart see them. Reads never throw. */
export class ChartValues {
  constructor(
    private readonly stack: StackSpec,
    private readonly problems: StackProblems,
  ) {}

  /** Reports each node that ends the rendering; true if there is none. */
  public renders(): boolean {
    const wrong = NODES.filter((path) => this.given(path) && !isPlainObject(valueAt(this.stack.values, path)));
    for (const path of wrong) {
      const value = valueAt(this.stack.values, path);
      this.problems.value(
        'stack/no-map',
        'certain',
        path,
        `${path} is ${describe(value)}, and the chart needs a map there: the release fails to render.`,
        'give a map, or leave it out.',
      );
    }
    return wrong.length === 0;
  }

  /** Whether the release sets a value, be it to null. */
  public given(path: string): boolean {
    return hasValueAt(this.stack.values, path);
  }

  /** A value with its templates filled in; the default of the chart where it is not set. Null counts as absent. */
  public value(path: string, chartDefault?: any): any {
    return this.given(path) ? this.filledIn(valueAt(this.stack.values, path)) : chartDefault;
  }

  /** A text, or empty; a value of another type is reported. */
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
      this.problems.value(
        'stack/flag-is-text',
        'certain',
        path,
        `${path} is the text "${value}", and Helm takes any text for true.`,
        value === 'false' || value === 'true' ? `${value}, without quotes.` : 'true or false.',
      );
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

  /** A map; a value of another type is reported. */
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

  /**
   * A value as it ends up in the object; `undefined` where the template leaves the field out, or where the API server
   * would refuse the type.
   */
  public rendered(path: string, fact: SpecFact, chartDefault?: any): any {
    const value = this.value(path, chartDefault);
    if (!truthy(value)) {
      // Printed without a question where the chart has a default for it.
      return chartDefault !== undefined && (value === false || value === 0) ? value : undefined;
    }
    if (this.hasTemplate(value)) {
      this.template(path, value);
      return undefined;
    }
    // A template prints a flag or a number without quotes, so that text of that look becomes one.
    const printed = (fact === 'flag' || fact === 'number') && typeof value === 'string' ? scalar(value) : value;
    const fits =
      fact === 'any' ||
      (fact === 'list' && Array.isArray(printed)) ||
      (fact === 'map' && isPlainObject(printed)) ||
      (fact === 'text' && typeof printed === 'string') ||
      (fact === 'number' && Number.isInteger(printed)) ||
      (fact === 'flag' && typeof printed === 'boolean');
    if (!fits) {
      this.wrongType(path, printed, TYPES[fact]);
      return undefined;
    }
    return printed;
  }

  /** Whether a template is left whose result only Helm knows. */
  public hasTemplate(value: unknown): boolean {
    return typeof value === 'string'
      ? value.includes('{{')
      : typeof value === 'object' && value !== null && Object.values(value).some((item) => this.hasTemplate(item));
  }

  /** Reports a template. */
  public template(path: string, value: unknown): void {
    this.problems.value(
      'stack/template',
      'absent',
      path,
      `${path} is ${JSON.stringify(value)}, a template: its result is not known before the install.`,
      'write the result.',
    );
  }

  private wrongType(path: string, value: unknown, wanted: string): void {
    this.problems.value(
      'stack/wrong-type',
      'certain',
      path,
      `${path} is ${describe(value)}, and must be ${wanted}.`,
      typeof value === 'number' && wanted === 'text' ? `"${value}"` : `give ${wanted}.`,
    );
  }

  /** Fills in what a template can ask of the release, which is known. */
  private filledIn(value: any): any {
    if (typeof value === 'string') {
      return value.replace(/\{\{-?\s*\$?\.Release\.(Name|Namespace|Service)(?:\s*\|\s*quote)?\s*-?\}\}/g, (_, name) =>
        name === 'Name' ? this.stack.release : name === 'Namespace' ? this.stack.namespace : 'Helm',
      );
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.filledIn(item));
    }
    return isPlainObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.filledIn(item)]))
      : value;
  }
}

const TYPES: { readonly [fact in SpecFact]: string } = {
  list: 'a list',
  map: 'a map',
  text: 'text',
  number: 'a whole number',
  flag: 'true or false',
  any: 'anything',
};

/** A plain scalar of YAML. */
function scalar(text: string): unknown {
  if (text === 'true' || text === 'false') {
    return text === 'true';
  }
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
