import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';

/** A part of an object that the API server would refuse, and that the simulator treats as absent. */
export interface Malformed {
  readonly object: SourcedObject;
  /** Path of the field; empty for the object as a whole. */
  readonly field: string;
  readonly message: string;
}

/** Reads values of unknown shape out of one object, and notes each one that has not the shape it needs. */
export class FieldReader {
  constructor(
    private readonly object: SourcedObject,
    private readonly malformed: Malformed[],
  ) {}

  public report(field: string, message: string): undefined {
    this.malformed.push({ object: this.object, field, message });
    return undefined;
  }

  public map(value: unknown, field: string): { readonly [key: string]: any } | undefined {
    if (value === undefined || value === null) {
      return undefined;
    }
    return isMap(value) ? value : this.report(field, `is ${describe(value)}, and must be a map`);
  }

  public list(value: unknown, field: string): readonly unknown[] {
    if (value === undefined || value === null) {
      return [];
    }
    if (Array.isArray(value)) {
      return value;
    }
    this.report(field, `is ${describe(value)}, and must be a list`);
    return [];
  }

  /** The maps of a list; anything else in it is noted and left out. */
  public maps<T>(
    value: unknown,
    field: string,
    read: (item: { readonly [key: string]: any }, field: string) => T | undefined,
  ): T[] {
    const found: T[] = [];
    this.list(value, field).forEach((item, index) => {
      const path = `${field}[${index}]`;
      const map = item === null ? this.report(path, 'is null, and must be a map') : this.map(item, path);
      const result = map && read(map, path);
      if (result !== undefined) {
        found.push(result);
      }
    });
    return found;
  }

  public text(value: unknown, field: string): string | undefined {
    if (value === undefined || value === null) {
      return undefined;
    }
    return typeof value === 'string' ? value : this.report(field, `is ${describe(value)}, and must be text: quote it`);
  }

  public flag(value: unknown, field: string): boolean | undefined {
    if (value === undefined || value === null) {
      return undefined;
    }
    return typeof value === 'boolean' ? value : this.report(field, `is ${describe(value)}, and must be true or false`);
  }

  public port(value: unknown, field: string): number | undefined {
    if (value === undefined || value === null) {
      return undefined;
    }
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535) {
      return value;
    }
    return this.report(field, `is ${describe(value)}, and must be a number from 1 to 65535`);
  }

  /** A map of texts, such as labels. Has no prototype, so that a key may be any text. */
  public texts(value: unknown, field: string): Labels {
    const texts: Labels = Object.create(null);
    const map = this.map(value, field);
    for (const key of map === undefined ? [] : Object.keys(map)) {
      const entry = map?.[key];
      if (typeof entry === 'string') {
        texts[key] = entry;
      } else if (entry === null) {
        // Go reads it so, and so does the API server.
        texts[key] = '';
      } else {
        this.report(`${field}["${key}"]`, `is ${describe(entry)}, and must be text: quote it`);
      }
    }
    return texts;
  }
}

/** Whether a value is a map of JSON. */
export function isMap(value: unknown): value is { readonly [key: string]: any } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in words, short enough for a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  switch (typeof value) {
    case 'string':
      return `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
    case 'number':
    case 'bigint':
      return `the number ${value}`;
    case 'boolean':
      return `${value}`;
    default:
      return 'a map';
  }
}
