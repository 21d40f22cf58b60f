import type { SchemaNode, SchemaTable } from '../../lib/schema/schema-table';

const TYPES: { readonly [type: string]: string } = { 'integer-or-string': 'int-or-string' };

/** Everything that a table says of a kind, a line per path. */
export function pathsOfTable(table: SchemaTable, start: SchemaNode): Map<string, string> {
  const lines = new Map<string, string>();
  const visit = (given: SchemaNode, path: string): void => {
    const { ref, ...own } = given;
    const node: SchemaNode = ref ? { ...table.definitions[ref], ...own } : given;
    lines.set(
      path,
      describe({
        type: node.open ? 'open' : (TYPES[node.type ?? ''] ?? node.type ?? 'any'),
        required: node.required,
        enum: node.enum,
        pattern: node.pattern,
        format: node.format,
        min: node.min,
        max: node.max,
        minLength: node.minLength,
        minItems: node.minItems,
        set: node.set,
        keys: node.keys,
        default: node.default,
        rules: node.rules && true,
      }),
    );
    for (const [name, field] of Object.entries(node.fields ?? {})) {
      visit(field, path === '' ? name : `${path}.${name}`);
    }
    if (node.items) {
      visit(node.items, `${path}[]`);
    }
    if (node.values) {
      visit(node.values, `${path}{}`);
    }
  };
  visit(start, '');
  return lines;
}

/** The same of a schema as CRDs have it. */
export function constraintsOfCrd(start: any): Map<string, string> {
  const lines = new Map<string, string>();
  const visit = (node: any, path: string): void => {
    lines.set(
      path,
      describe({
        type: node['x-kubernetes-preserve-unknown-fields']
          ? 'open'
          : node['x-kubernetes-int-or-string']
            ? 'int-or-string'
            : (node.type ?? 'any'),
        required: node.required,
        enum: node.enum,
        pattern: node.pattern,
        format: node.format,
        min: node.minimum,
        max: node.maximum,
        minLength: node.minLength,
        minItems: node.minItems,
        set: node['x-kubernetes-list-type'] === 'set' ? true : undefined,
        keys: node['x-kubernetes-list-map-keys'],
        default: node.default,
        rules: node['x-kubernetes-validations'] && true,
      }),
    );
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      visit(field, path === '' ? name : `${path}.${name}`);
    }
    if (node.items) {
      visit(node.items, `${path}[]`);
    }
    if (node.additionalProperties) {
      visit(node.additionalProperties, `${path}{}`);
    }
  };
  visit(start, '');
  return lines;
}

function describe(facts: { readonly [name: string]: unknown }): string {
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        `${name}=${JSON.stringify(Array.isArray(value) && name !== 'keys' ? [...value].sort() : value)}`,
    )
    .join(' ');
}

/**
 * The schema of one version of a CRD, with what the API server adds: that what the scale subresource counts is not below
 * zero.
 */
export function schemaOfVersion({ schema: { openAPIV3Schema }, subresources }: any): any {
  const [, scaled] = /^\.spec\.(\w+)$/.exec(subresources?.scale?.specReplicasPath ?? '') ?? [];
  if (scaled !== undefined) {
    openAPIV3Schema.properties.spec.properties[scaled].minimum = 0;
  }
  return openAPIV3Schema;
}
