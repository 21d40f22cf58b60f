import { isPlainObject } from '../../private/plain-object';
import { truthy } from '../../stack/facts/selection';
import { ValueReader } from '../../stack/facts/value-reader';
import { valueAt } from '../../stack/values';
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

/** Reads the values of a release as the templates of the chart see them, and reports what they cannot use. */
export class ChartValues extends ValueReader {
  constructor(
    private readonly stack: StackSpec,
    private readonly problems: StackProblems,
  ) {
    super(stack, stack.values);
  }

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

  protected override wrongType(path: string, value: unknown, wanted: string): void {
    this.problems.value(
      'stack/wrong-type',
      'certain',
      path,
      `${path} is ${describe(value)}, and must be ${wanted}.`,
      typeof value === 'number' && wanted === 'text' ? `"${value}"` : `give ${wanted}.`,
    );
  }

  protected override flagIsText(path: string, value: string): void {
    this.problems.value(
      'stack/flag-is-text',
      'certain',
      path,
      `${path} is the text "${value}", and Helm takes any text for true.`,
      value === 'false' || value === 'true' ? `${value}, without quotes.` : 'true or false.',
    );
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
