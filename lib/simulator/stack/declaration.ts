import { mergeValues, type Values } from '../../stack/values';
import { type BagKind, bagKind, groupOf } from '../bag/bag-kind';
import { isMap } from '../bag/field-reader';
import type { SourcedObject } from '../kube-object';
import { type ParseYaml, plainValues, valuesOfText } from './plain-values';
import { checkNames, type StackReading } from './stack-of';
import { StackProblems, type ValuesOrigin } from './stack-spec';

const CHART = 'kube-prometheus-stack';

/** Any map of a manifest. */
export type Fields = { readonly [key: string]: any };

/** What the readers of the several kinds share. */
export interface Surroundings {
  readonly parseYaml: ParseYaml;
  /** Namespace of objects that name none. */
  readonly defaultNamespace: string;
  find(kind: BagKind, namespace: string, name: string): Fields | undefined;
}

/** An object that may declare a release, malformed anywhere. */
export class Declaration {
  public readonly fields: Fields;
  public readonly metadata: Fields;
  public readonly spec: Fields;
  public readonly name: string;
  public readonly namespace: string;
  public readonly problems: StackProblems;
  /** For messages. */
  public readonly label: string;
  private values: Values = {};
  private readonly origins: ValuesOrigin[] = [];
  private partial = false;

  constructor(
    private readonly sourced: SourcedObject,
    public readonly surroundings: Surroundings,
    tool: string,
  ) {
    this.fields = map(sourced.object);
    this.metadata = map(this.fields.metadata);
    this.spec = map(this.fields.spec);
    this.name = text(this.metadata.name);
    this.namespace = text(this.metadata.namespace) || surroundings.defaultNamespace;
    this.label = `${tool} ${text(this.fields.kind)} ${this.namespace}/${this.name}`;
    this.problems = new StackProblems(sourced.source, this.label);
  }

  /** Merges values that stand as data; they win over the earlier ones. */
  public merge(value: unknown, field: string): void {
    this.take(plainValues(value), field);
  }

  /** Merges values that stand as text. */
  public mergeText(value: unknown, field: string): void {
    if (value === undefined || value === null || value === '') {
      return;
    }
    if (typeof value === 'string') {
      this.take(valuesOfText(value, this.surroundings.parseYaml), field);
    } else {
      this.problems.field(
        'stack/bad-values',
        'certain',
        field,
        `${field} is no text, so the release fails.`,
        'field: |',
      );
    }
  }

  /** Changes the values in place. */
  public edit(change: (values: Values) => boolean, field: string, path: string): void {
    if (!change(this.values)) {
      this.problems.field(
        'stack/bad-set-path',
        'certain',
        field,
        `"${path}" is no path of a value that Helm can read.`,
        'write it as in helm --set, for example grafana.ini.server or list[0].name.',
      );
    }
  }

  /** Something that is not at hand has a say in the values. */
  public unknownValues(
    field: string,
    what: string,
    fix = 'give that file or object as well, or give the values with --stack and --helm-values.',
  ): void {
    this.partial = true;
    this.problems.field(
      'stack/unknown-values',
      'absent',
      field,
      `${what}, so the values of this release may not be complete.`,
      fix,
    );
  }

  /** The declared release. */
  public reading(release: string, namespace: string, chartVersion: string | undefined): StackReading {
    const before = this.problems.list.length;
    checkNames(this.problems, release, namespace);
    const usable = this.problems.list.length === before;
    return {
      stack: usable
        ? {
            release,
            namespace,
            chartVersion,
            values: mergeValues(this.values),
            source: this.sourced.source,
            declaredBy: this.label,
            origins: this.origins,
            partial: this.partial,
          }
        : undefined,
      problems: this.problems.list,
    };
  }

  /** Nothing can be said of the release. */
  public unknown(field: string, message: string, fix: string): StackReading {
    this.problems.field('stack/unknown-release', 'absent', field, message, fix);
    return { stack: undefined, problems: this.problems.list };
  }

  private take({ values, problem }: { values: Values; problem?: string }, field: string): void {
    if (problem !== undefined) {
      this.problems.field('stack/bad-values', 'certain', field, `${field} ${problem}.`, 'give a map of values.');
    }
    this.values = mergeValues(this.values, values);
    this.origins.push({ values, source: this.sourced.source, field });
  }
}

/** Version that a reference to the chart carries with it; `undefined` where it is no reference to this chart. */
export function chartReference(reference: unknown): { readonly version: string | undefined } | undefined {
  const last =
    text(reference)
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .pop() ?? '';
  const match = /^(.+?)(?:-v?(\d+\.\d+\.\d+)\.tgz|:([^@]+))?(?:@sha256:.*)?$/.exec(last);
  return match?.[1] === CHART ? { version: match[2] ?? match[3] } : undefined;
}

/** Kind and group of an object of any shape. */
export function kindOf({ object }: SourcedObject): { readonly kind: string; readonly group: string } {
  const { apiVersion, kind } = map(object);
  const full = bagKind(text(apiVersion), text(kind));
  return { kind: text(kind), group: groupOf(full) };
}

export function map(value: unknown): Fields {
  return isMap(value) ? value : {};
}

export function list(value: unknown): readonly any[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A version, which YAML takes for a number where it looks like one. */
export function versionText(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : text(value) || undefined;
}
