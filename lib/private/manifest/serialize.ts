import { isPlainObject } from '../plain-object';
import { ADDITIONAL_FIELDS, type FieldEntry, type FieldTable } from './field-table';

/** Called for each thing that cannot be merged, with the path of the field as the caller wrote it. */
export type Report = (field: string, message: string, fix: string) => void;

/**
 * Turns props into the API's spelling: keys renamed where the table says so, `additionalFields` merged at their own
 * level. Keys that the table does not know go out as they are, so that no field is ever lost.
 *
 * Only plain objects and lists are entered: a `Lazy` is left for the time when it is resolved.
 *
 * @param value props, or a part of them; never changed
 * @param struct name of the struct in the table, `''` for one without an entry
 * @param path path of `value`, for reports; empty at the top
 */
export function serialize(value: any, table: FieldTable, struct: string, path: string, report: Report): any {
  if (Array.isArray(value)) {
    return value.map((item, i) => serialize(item, table, struct, `${path}[${i}]`, report));
  }
  if (!isPlainObject(value)) {
    return value;
  }
  const entries = table[struct] ?? {};
  const output: { [key: string]: any } = {};
  let changed = false;
  for (const [prop, item] of Object.entries(value)) {
    if (item === undefined || prop === ADDITIONAL_FIELDS) {
      continue;
    }
    const entry = Object.hasOwn(entries, prop) ? entries[prop] : undefined;
    const key = apiKeyOf(entry) ?? prop;
    if (Object.hasOwn(output, key)) {
      report(
        join(path, prop),
        `the API spells this field "${key}", which is set as well; only one of the two can go out.`,
        `remove "${key}" or "${prop}".`,
      );
    }
    changed ||= key !== prop;
    const inner = structOf(entry);
    // Most fields hold plain values; their path is never needed.
    output[key] = inner === undefined ? item : serializeField(item, table, inner, join(path, prop), report);
  }
  if (value[ADDITIONAL_FIELDS] !== undefined) {
    changed = true;
    merge(output, value[ADDITIONAL_FIELDS], entries, join(path, ADDITIONAL_FIELDS), report);
  }
  return changed ? sortKeys(output) : output;
}

/** The keys of one object in the order in which cdk8s writes them. */
export function sortKeys(object: { [key: string]: any }): { [key: string]: any } {
  if (process.env.CDK8S_DISABLE_SORT) {
    return object;
  }
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, object[key]]),
  );
}

function serializeField(value: any, table: FieldTable, struct: string, path: string, report: Report): any {
  if (struct.startsWith('{}') && isPlainObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        serialize(item, table, struct.slice(2), `${path}.${key}`, report),
      ]),
    );
  }
  return serialize(value, table, struct, path, report);
}

function merge(
  output: { [key: string]: any },
  additional: any,
  entries: FieldTable[string],
  path: string,
  report: Report,
): void {
  if (!isPlainObject(additional)) {
    if (additional === null || typeof additional !== 'object' || Array.isArray(additional)) {
      report(
        path,
        `${JSON.stringify(additional)} is not an object of field names and values, so it cannot be merged.`,
        "write { fieldName: value }, with the API's field names.",
      );
    }
    return;
  }
  for (const [key, item] of Object.entries(additional)) {
    if (Object.hasOwn(output, key) && item !== undefined) {
      const prop = Object.keys(entries).find((name) => apiKeyOf(entries[name]) === key) ?? key;
      report(
        `${path}.${key}`,
        `the typed field "${prop}" is set as well, and only one of the two can go out.`,
        `remove "${key}" from additionalFields, or the typed field "${prop}" beside it.`,
      );
    }
    output[key] = item;
  }
}

function structOf(entry: FieldEntry | undefined): string | undefined {
  return typeof entry === 'string' ? entry : entry?.[1];
}

function apiKeyOf(entry: FieldEntry | undefined): string | undefined {
  return typeof entry === 'string' ? undefined : entry?.[0];
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
