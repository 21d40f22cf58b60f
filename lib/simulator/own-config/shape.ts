import { durationMilliseconds } from '../duration-text';
import type { RelabelDialect } from '../relabel/dialect';
import { isLabelName, readableNames } from '../relabel/label-name';
import { isSize } from '../size-text';
import { atLeast, type Version } from '../versions/version';
import type { YamlNode } from './yaml-node';

/** What a part of the configuration is read for. */
export interface Reader {
  readonly version: Version;
  /** How labels are rewritten where the part says nothing of it. */
  readonly dialect: RelabelDialect;
  /**
   * Tells that Prometheus refuses the configuration.
   *
   * @param path of the part, such as `relabel_configs[0].regex`; it is made of names that Prometheus knows, and numbers
   * @param message a predicate that does not cite the text, such as "is no duration"
   */
  report(path: string, message: string): void;
}

/** Path of a field of a part. */
export function fieldOf(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** Looks whether Prometheus takes a part of its configuration. */
export type Shape = (node: YamlNode, path: string, reader: Reader) => void;

/** A field that not all versions have. */
export interface VersionedShape {
  readonly shape: Shape;
  /** First version that knows it; unset where 2.53 does. */
  readonly since?: string;
  /** First version that does not know it any more. */
  readonly until?: string;
}

/** Fields by name. */
export interface Fields {
  readonly [name: string]: Shape | VersionedShape;
}

/** Versions of which the fields are known. */
const FIRST_KNOWN = '2.53.0';
const FIRST_UNKNOWN = '3.16.0';

/** Anything at all. */
export const anything: Shape = () => {};

/** A text, as which any scalar is read. */
export const text: Shape = scalar(() => undefined);

/** Yes or no. */
export const bool: Shape = scalar(({ type }) => (type === 'bool' ? undefined : 'is neither true nor false'));

/** A number. */
export const number: Shape = scalar(({ type }) => (type === 'number' ? undefined : 'is no number'));

/** A number of 0 or more. */
export const count: Shape = scalar(({ type, text: value }) =>
  type === 'number' && !value.startsWith('-') ? undefined : 'is no number of 0 or more',
);

/** Source: prometheus/common v0.71 `model/time.go`, `Duration.UnmarshalYAML`. */
export const duration: Shape = scalar(({ text: value }) =>
  durationMilliseconds(value) === undefined ? 'is no duration' : undefined,
);

/** Source: github.com/alecthomas/units `bytes.go`, `Base2Bytes.UnmarshalText`. */
export const size: Shape = scalar(({ text: value }) => (isSize(value) ? undefined : 'is no size'));

/** One of some words. */
export function oneOf(words: readonly string[], what: string): Shape {
  return scalar(({ text: value }) =>
    words.includes(value) ? undefined : `is no ${what}: use one of ${words.join(', ')}`,
  );
}

/** A scalar of which something is asked. Nothing stands for the default. */
export function scalar(
  why: (node: Extract<YamlNode, { kind: 'scalar' }>, reader: Reader) => string | undefined,
): Shape {
  return (node, path, reader) => {
    const problem =
      node.kind === 'scalar'
        ? why(node, reader)
        : node.kind === 'list' || node.kind === 'map'
          ? 'is no single value'
          : undefined;
    if (problem !== undefined) {
      reader.report(path, problem);
    }
  };
}

/** Name of a label that is read with the configuration. */
export const labelName: Shape = scalar(({ text: value }, { version, dialect }) =>
  isLabelName(value, readableNames(version, dialect.nameValidation)) ? undefined : 'is no label name',
);

/** A list. @param empty whether an item may be nothing */
export function list(item: Shape, empty: 'nothing allowed' | 'nothing refused' = 'nothing allowed'): Shape {
  return (node, path, reader) => {
    if (node.kind === 'list') {
      for (const [i, one] of node.items.entries()) {
        if (one.kind === 'null' && empty === 'nothing refused') {
          reader.report(`${path}[${i}]`, 'is empty');
        }
        item(one, `${path}[${i}]`, reader);
      }
    } else if (node.kind === 'scalar' || node.kind === 'map') {
      reader.report(path, 'is no list');
    }
  };
}

/** A map with any keys. */
export function map(value: Shape, key: Shape = anything): Shape {
  return (node, path, reader) => {
    if (node.kind === 'map') {
      const seen = new Set<string>();
      for (const [name, one] of node.entries) {
        if (seen.has(name)) {
          reader.report(path, 'has a key twice');
        }
        seen.add(name);
        key({ kind: 'scalar', type: 'text', text: name }, `${path}: a key`, reader);
        value(one, `${path}: a value`, reader);
      }
    } else if (node.kind === 'scalar' || node.kind === 'list') {
      reader.report(path, 'is no map');
    }
  };
}

/** What the fields of a part hold, for rules about several of them. */
export class Values {
  private readonly byName: ReadonlyMap<string, YamlNode>;

  constructor(node: YamlNode) {
    this.byName = new Map(node.kind === 'map' ? node.entries : []);
  }

  /** The text of a field; empty where it is not there or no text, `undefined` where nobody knows. */
  public text(name: string): string | undefined {
    const node = this.byName.get(name);
    return node?.kind === 'unknown' ? undefined : node?.kind === 'scalar' ? node.text : '';
  }

  /** Whether there is something. */
  public has(name: string): boolean {
    const node = this.byName.get(name);
    return node !== undefined && node.kind !== 'null';
  }

  /** Whether the field is there, be it with nothing. */
  public isGiven(name: string): boolean {
    return this.byName.has(name);
  }

  public node(name: string): YamlNode | undefined {
    return this.byName.get(name);
  }

  /** The fields of a field. */
  public inner(name: string): Values {
    return new Values(this.byName.get(name) ?? { kind: 'null' });
  }

  /** Those of some fields that hold a text. */
  public filled(names: readonly string[]): string[] {
    return names.filter((name) => this.text(name) !== '' && this.text(name) !== undefined);
  }
}

/**
 * A part with known fields. Prometheus refuses others, and fields that come twice.
 *
 * Source: go.yaml.in/yaml v2.4 `decode.go`, `decoder.mappingStruct`, in strict mode.
 *
 * @param isOther whether a field that is not among them may be there, with anything in it
 * @param rules what is asked of the part as a whole
 */
export function struct(
  fields: Fields,
  rules: (values: Values, path: string, reader: Reader) => void = () => {},
  isOther: (name: string) => boolean = () => false,
): Shape {
  return (node, path, reader) => {
    if (node.kind === 'scalar' || node.kind === 'list') {
      reader.report(path, 'is no map');
      return;
    }
    if (node.kind !== 'map') {
      return;
    }
    const seen = new Set<string>();
    for (const [name, value] of node.entries) {
      const field = Object.hasOwn(fields, name) ? versioned(fields[name]) : undefined;
      const place = fieldOf(path, name);
      if (field !== undefined && isKnown(field, reader.version)) {
        if (seen.has(name)) {
          reader.report(place, 'is there twice');
        }
        seen.add(name);
        field.shape(value, place, reader);
      } else if (!isOther(name) && knowsFields(reader.version)) {
        // A key is cited only where it looks like a field: what is not in its place may be a secret.
        const cited = field !== undefined || /^[a-z][a-z_]{0,40}$/.test(name) ? `the field "${name}"` : 'a field';
        reader.report(path, `has ${cited}, which this version of Prometheus does not know here`);
      }
    }
    rules(new Values(node), path, reader);
  };
}

function versioned(field: Shape | VersionedShape): VersionedShape {
  return typeof field === 'function' ? { shape: field } : field;
}

function isKnown({ since, until }: VersionedShape, version: Version): boolean {
  return (
    !knowsFields(version) ||
    ((since === undefined || atLeast(version, since)) && (until === undefined || !atLeast(version, until)))
  );
}

function knowsFields(version: Version): boolean {
  return atLeast(version, FIRST_KNOWN) && !atLeast(version, FIRST_UNKNOWN);
}
