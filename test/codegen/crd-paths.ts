import { type FieldSchema, fieldsOf, idOfRef, isStruct, type Kind, type Schema } from '../../codegen/schema';

/** All paths below `spec` in a CRD version's OpenAPI schema: `[]` enters a list, `{}` a map. */
export function pathsOfCrd(schema: any, path = 'spec'): string[] {
  const paths: string[] = [];
  for (const [name, field] of Object.entries<any>(schema.properties ?? {})) {
    paths.push(`${path}.${name}`, ...pathsOfCrd(field, `${path}.${name}`));
  }
  if (schema.items) {
    paths.push(...pathsOfCrd(schema.items, `${path}[]`));
  }
  if (typeof schema.additionalProperties === 'object') {
    paths.push(...pathsOfCrd(schema.additionalProperties, `${path}{}`));
  }
  return paths;
}

/** Whether the schema of the bindings has a path as `pathsOfCrd` writes it. */
export function hasPath(schema: Schema, kind: Kind, path: string): boolean {
  let type: FieldSchema | undefined = { $ref: `#/definitions/${kind.spec}` };
  for (const step of path.replace(/^spec/, '').match(/\.[^.[{]+|\[\]|\{\}/g) ?? []) {
    type = stepInto(schema, type, step);
    if (type === undefined) {
      return false;
    }
  }
  return true;
}

function stepInto(schema: Schema, type: FieldSchema, step: string): FieldSchema | undefined {
  if (step === '[]') {
    return type.items;
  }
  if (step === '{}') {
    return type.additionalProperties;
  }
  const id = type.$ref && idOfRef(type.$ref);
  return id && isStruct(schema.definitions[id]) ? fieldsOf(schema, id)[step.slice(1)] : undefined;
}

/** Where the CRD and the schema of the bindings disagree on what must be given. */
export function requiredDifferences(schema: Schema, crd: any, type: FieldSchema | undefined, path = 'spec'): string[] {
  const id = type?.$ref && idOfRef(type.$ref);
  if (id && isStruct(schema.definitions[id])) {
    const fields = fieldsOf(schema, id);
    const inCrd = [...(crd.required ?? [])].sort().join(', ');
    const inBindings = requiredOf(schema, id).sort().join(', ');
    return [
      ...(inCrd === inBindings ? [] : [`${path}: the CRD requires [${inCrd}], ${id} requires [${inBindings}]`]),
      ...Object.entries(crd.properties ?? {}).flatMap(([name, field]) =>
        requiredDifferences(schema, field, fields[name], `${path}.${name}`),
      ),
    ];
  }
  const inner = type?.items ?? type?.additionalProperties;
  return inner ? requiredDifferences(schema, crd.items ?? crd.additionalProperties ?? {}, inner, `${path}[]`) : [];
}

function requiredOf(schema: Schema, id: string): string[] {
  const struct = schema.definitions[id];
  return isStruct(struct)
    ? [...(struct.allOf ?? []).flatMap((base) => requiredOf(schema, idOfRef(base.$ref))), ...struct.required]
    : [];
}
