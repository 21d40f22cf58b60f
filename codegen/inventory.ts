import { propsOf } from './props';
import { type FieldSchema, idOfRef, isStruct, type Schema } from './schema';

/**
 * What the bindings offer, by name: a list of kinds, then each struct with its own fields and each enum with its values.
 *
 * It is committed, so that an update of the models shows in review as what it takes from users and what it gives them.
 */
export function renderInventory(schema: Schema): string {
  const kinds = schema.kinds.map((kind) => `${kind.version} ${kind.kind}: ${kind.spec}`);
  const definitions = Object.entries(schema.definitions).flatMap(([id, definition]) => {
    if (!isStruct(definition)) {
      return [`${id} = ${definition.enum.map((value) => JSON.stringify(value)).join(' | ')}`];
    }
    const props = propsOf(schema, id);
    const bases = (definition.allOf ?? []).map((base) => idOfRef(base.$ref));
    const fields = Object.entries(definition.properties).map(([field, type]) => {
      const prop = props[field] === field ? '' : ` (${props[field]})`;
      return `  ${field}${definition.required.includes(field) ? '' : '?'}${prop}: ${typeText(type)}`;
    });
    return [bases.length > 0 ? `${id} < ${bases.join(', ')}` : id, ...fields];
  });
  return `${[...kinds, ...definitions].join('\n')}\n`;
}

/** The lines of an inventory, each field with the struct it belongs to, so that a line alone says what it is about. */
export function entriesOf(inventory: string): string[] {
  let struct = '';
  return inventory
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      if (line.startsWith('  ')) {
        return `${struct}.${line.trim()}`;
      }
      struct = line.split(' ')[0];
      return line;
    });
}

function typeText(type: FieldSchema): string {
  if (type.$ref) {
    return idOfRef(type.$ref);
  }
  if (type.items) {
    return `${typeText(type.items)}[]`;
  }
  return type.additionalProperties ? `{ ${typeText(type.additionalProperties)} }` : (type.type ?? 'any');
}
