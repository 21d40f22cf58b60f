import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describeWithData, sharedData } from '../shared-data';

const FOLDER = 'crds-v0.93';

/** `describe` where the CRDs of the Operator are at hand; a loud skip where they are not. */
export function describeWithCrds(name: string, tests: () => void): void {
  describeWithData(FOLDER, name, tests);
}

/**
 * What the CRD of a monitor would refuse or prune: fields that it does not have, values outside an enum or pattern,
 * wrong types, missing required fields.
 */
export function schemaProblems(manifest: any): string[] {
  const plural = `${manifest.kind.toLowerCase()}s`;
  const crd = parse(readFileSync(join(sharedData(FOLDER) as string, `monitoring.coreos.com_${plural}.yaml`), 'utf8'));
  const version = crd.spec.versions.find((v: any) => manifest.apiVersion === `monitoring.coreos.com/${v.name}`);
  return check(manifest.spec, version.schema.openAPIV3Schema.properties.spec, 'spec');
}

function check(value: any, schema: any, path: string): string[] {
  if (schema['x-kubernetes-int-or-string']) {
    return typeof value === 'number' || typeof value === 'string' ? [] : [`${path}: neither number nor text`];
  }
  if (schema.type === 'object') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [`${path}: not an object`];
    }
    const missing = (schema.required ?? []).filter((key: string) => value[key] === undefined);
    return [
      ...missing.map((key: string) => `${path}.${key}: missing`),
      ...Object.entries(value).flatMap(([key, inner]) => {
        const next = schema.properties?.[key] ?? schema.additionalProperties;
        return next ? check(inner, next, `${path}.${key}`) : [`${path}.${key}: no such field`];
      }),
    ];
  }
  if (schema.type === 'array') {
    return Array.isArray(value)
      ? value.flatMap((inner, index) => check(inner, schema.items, `${path}[${index}]`))
      : [`${path}: not a list`];
  }
  const type = Number.isInteger(value) && schema.type === 'integer' ? 'integer' : typeof value;
  return [
    ...(type === schema.type ? [] : [`${path}: ${type} instead of ${schema.type}`]),
    ...(schema.enum && !schema.enum.includes(value) ? [`${path}: "${value}" is outside the enum`] : []),
    ...(schema.pattern && !new RegExp(schema.pattern).test(value) ? [`${path}: "${value}" breaks the pattern`] : []),
  ];
}
