import { ADDITIONAL_FIELDS, type FieldEntry, type FieldTable } from '../lib/private/manifest/field-table';
import { propsOf } from './props';
import { type FieldSchema, fieldsOf, idOfRef, isStruct, type Kind, moduleOfId, nameOfId, type Schema } from './schema';

/** Entry for the props of the kind itself; `TypedManifest` starts there. */
const TOP = 'Props';

/**
 * What `toJson` needs to know of a kind, and no more: renamed props, and props that hold structs, since each struct may
 * have `additionalFields`.
 *
 * Each kind has a table of its own, even where kinds share structs: loading a kind then loads no other file.
 */
export function fieldTableOf(schema: Schema, kind: Kind): FieldTable {
  const table: { [struct: string]: { [prop: string]: FieldEntry } } = {};
  const known = new Map<string, string>();
  const keyOf = (id: string) => (moduleOfId(id) === kind.version ? nameOfId(id) : id);

  /** Name of the struct's entry, `''` when none of its fields needs work. */
  const visit = (id: string): string => {
    const seen = known.get(id);
    if (seen !== undefined) {
      return seen;
    }
    known.set(id, keyOf(id)); // for structs that contain themselves
    const entries: { [prop: string]: FieldEntry } = {};
    table[keyOf(id)] = entries; // before those of its fields, so that the table reads from the top down
    const props = propsOf(schema, id);
    for (const [field, type] of Object.entries(fieldsOf(schema, id))) {
      if (field === ADDITIONAL_FIELDS) {
        throw new Error(`${id} has a field named ${field}, which every struct uses for unknown fields`);
      }
      const struct = structOf(type);
      const target = struct === undefined ? undefined : (isMap(type) ? '{}' : '') + visit(struct);
      const prop = props[field];
      if (prop !== field) {
        entries[prop] = target === undefined ? [field] : [field, target];
      } else if (target !== undefined) {
        entries[prop] = target;
      }
    }
    if (Object.keys(entries).length === 0) {
      delete table[keyOf(id)];
      known.set(id, '');
      return '';
    }
    return keyOf(id);
  };

  const structOf = (type: FieldSchema): string | undefined => {
    if (type.$ref) {
      const id = idOfRef(type.$ref);
      return isStruct(schema.definitions[id]) ? id : undefined;
    }
    const part = type.items ?? type.additionalProperties;
    return part && structOf(part);
  };

  const spec = visit(kind.spec);
  return { [TOP]: { spec }, ...table };
}

function isMap(type: FieldSchema): boolean {
  return type.additionalProperties !== undefined;
}

/** The table as TypeScript, one struct per line. */
export function renderTable(table: FieldTable): string {
  const key = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`);
  const value = (entry: FieldEntry) =>
    typeof entry === 'string' ? `'${entry}'` : `[${entry.map((part) => `'${part}'`).join(', ')}]`;
  const lines = Object.entries(table).map(([struct, entries]) => {
    const fields = Object.entries(entries).map(([prop, entry]) => `${key(prop)}: ${value(entry)}`);
    return `  ${key(struct)}: { ${fields.join(', ')} },`;
  });
  return `const FIELDS: FieldTable = {\n${lines.join('\n')}\n};\n`;
}
