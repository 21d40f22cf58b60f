import Ajv, { type ValidateFunction } from 'ajv';
import { RE2JS } from 're2js';

/**
 * Ajv on the schema of a CRD, made to see it as the API server does: unknown fields are refused, null fields are dropped
 * before (but not by server-side apply), lists have keys, integers have the size that their format names. CEL rules are left out.
 */
export function crdValidator(openApiSchema: any): (object: any) => boolean {
  const ajv = new Ajv({
    strict: false,
    allErrors: false,
    validateFormats: true,
    code: { regExp: Object.assign(regExp, { code: 'regExp' }) as any },
  });
  ajv.addFormat('int32', { type: 'number', validate: (value: number) => Math.abs(value + 0.5) < 2 ** 31 });
  ajv.addFormat('int64', { type: 'number', validate: (value: number) => Math.abs(value) < 2 ** 63 });
  ajv.addFormat('date-time', true);
  ajv.addKeyword({
    keyword: 'listKeys',
    type: 'array',
    validate: ({ keys, defaults }: any, list: any[]) => {
      const found = list.map((item) => JSON.stringify(keys.map((key: string) => item?.[key] ?? defaults[key])));
      return new Set(found).size === found.length;
    },
  });
  const validate: ValidateFunction = ajv.compile(strictly(openApiSchema));
  return (object) => validate(withoutNulls(object)) as boolean;
}

function regExp(pattern: string, flags: string): any {
  if (!pattern.includes('(?i)')) {
    return new RegExp(pattern, flags.replace('u', ''));
  }
  const compiled = RE2JS.compile(pattern);
  return { test: (text: string) => compiled.matcher(text).find() };
}

function strictly(node: any): any {
  const { properties, items, additionalProperties, required, default: _, description: __, ...rest } = node;
  if (node['x-kubernetes-preserve-unknown-fields']) {
    return {};
  }
  const result: any = { ...rest };
  if (node['x-kubernetes-int-or-string']) {
    return { anyOf: [{ type: 'integer' }, { type: 'string' }], ...(node.pattern ? { pattern: node.pattern } : {}) };
  }
  if (node.type === 'object') {
    result.properties = Object.fromEntries(
      Object.entries(properties ?? {}).map(([name, field]) => [name, strictly(field)]),
    );
    result.additionalProperties = additionalProperties ? strictly(additionalProperties) : false;
    result.required = (required ?? []).filter((name: string) => properties?.[name]?.default === undefined);
  }
  if (node.type === 'array') {
    result.items = strictly(items);
    if (node['x-kubernetes-list-type'] === 'set') {
      result.uniqueItems = true;
    }
    const keys = node['x-kubernetes-list-map-keys'];
    if (keys) {
      const defaults = Object.fromEntries(keys.map((key: string) => [key, items.properties[key]?.default]));
      result.listKeys = { keys, defaults };
    }
  }
  return result;
}

function withoutNulls(value: any): any {
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, part]) => part !== null && part !== undefined)
          .map(([key, part]) => [key, withoutNulls(part)]),
      )
    : value;
}
