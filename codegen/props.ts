import { PROP_NAMES, propName } from './names';
import { fieldsOf, idOfRef, isStruct, type Schema } from './schema';

/**
 * The prop of each field of a struct, included ones too.
 *
 * @throws Error when two fields would have the same prop
 */
export function propsOf(schema: Schema, id: string): { [field: string]: string } {
  const definition = schema.definitions[id];
  if (!definition || !isStruct(definition)) {
    throw new Error(`${id} is not a struct of the schema`);
  }
  const props: { [field: string]: string } = {};
  const fieldOfProp = new Map<string, string>();
  const add = (field: string, prop: string) => {
    const other = fieldOfProp.get(prop) ?? field;
    if (other !== field) {
      throw new Error(`${id}: "${other}" and "${field}" would both be "${prop}"; name one in PROP_NAMES of names.ts`);
    }
    fieldOfProp.set(prop, field);
    props[field] = prop;
  };
  for (const base of definition.allOf ?? []) {
    for (const [field, prop] of Object.entries(propsOf(schema, idOfRef(base.$ref)))) {
      add(field, prop);
    }
  }
  for (const field of Object.keys(definition.properties)) {
    add(field, props[field] ?? PROP_NAMES[`${id}.${field}`] ?? propName(field));
  }
  return props;
}

/**
 * The fields that a struct itself has to declare: those that it does not include from another one.
 *
 * @throws Error when it gives an included field another type, which C# has no words for
 */
export function ownFieldsOf(schema: Schema, id: string): string[] {
  const definition = schema.definitions[id];
  if (!isStruct(definition)) {
    return [];
  }
  const included = Object.assign({}, ...(definition.allOf ?? []).map((base) => fieldsOf(schema, idOfRef(base.$ref))));
  return Object.keys(definition.properties).filter((field) => {
    if (!Object.hasOwn(included, field)) {
      return true;
    }
    const typeOf = (type: object) => JSON.stringify({ ...type, description: undefined });
    if (typeOf(included[field]) !== typeOf(definition.properties[field]) || definition.required.includes(field)) {
      throw new Error(`${id} gives "${field}" another type than the struct that it includes it from`);
    }
    return false;
  });
}
