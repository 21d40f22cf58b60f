import { type FieldPath, isMap } from '../finding';
import type { SchemaNode } from '../schema-table';
import { exampleMap } from './example-map';
import { type Explain, type Explanation, REFUSED } from './explanation';
import { isDuration, meansSeconds, mendDuration } from './mend-duration';
import { isNamespaceSelector } from './selector-shapes';
import { isSmallJson, listing, pointer, show, showPath, showType, typeOfValue, yaml } from './show';

/** More fields than this are no help in a message. */
const MANY = 8;

/** A value of another type than the schema has. */
export const explainType: Explain = (finding, subject) => {
  const { path, node, value } = finding;
  const last = path[path.length - 1];
  const message = `${showPath(path)} is ${show(value)}${
    isScalar(value) ? `, ${typeOfValue(value)}` : ''
  }, and must be ${showType(node)}. ${REFUSED}`;
  const common = { code: 'wrong-type', message, values: { value: isSmallJson(value) ? value : show(value) } } as const;
  if (last === 'port' && node.type === 'string' && typeof value === 'number') {
    return explainPort(path, value, subject.kind);
  }
  if (node.type === 'array') {
    return { ...common, ...explainList(path, node, value, Object.keys(itemFields(node, subject.table.definitions))) };
  }
  if (isScalar(value) && node.type !== 'object') {
    return { ...common, ...explainScalar(path, node, value) };
  }
  if (node.type === 'object' && Array.isArray(value) && value.length === 1 && isMap(value[0])) {
    return {
      ...common,
      fix: `Write ${last} as a map: without the "- " before its first field.`,
      ...replace(path, value[0]),
    };
  }
  const names = isNamespaceSelector(node) ? namesOf(value) : undefined;
  if (names !== undefined) {
    return {
      ...common,
      fix: `${last}: { matchNames: [${names.map(yaml).join(', ')}] }`,
      ...replace(path, { matchNames: names }),
    };
  }
  if (value === null && typeof last === 'number') {
    return {
      ...common,
      fix: `Remove the empty item ${showPath(path)}.`,
      patch: [{ op: 'remove', path: pointer(path) }],
    };
  }
  const fields = Object.keys(node.fields ?? {}).sort();
  const key = typeof last === 'number' ? '-' : `${last}:`;
  const example = exampleMap(node, last, subject.kind);
  const isListed = example === '{ … }' && fields.length > 0 && fields.length <= MANY;
  return {
    ...common,
    fix:
      node.type === 'object'
        ? `Write a map: ${key} ${example}${isListed ? ` with ${listing(fields)}` : ''}`
        : `Write ${showType(node)}, or leave the field out.`,
  };
};

/** The Operator matches names of ports; a number that is quoted is a name that no Service port has. */
function explainPort(path: FieldPath, value: number, kind: string): Explanation {
  const owner = kind === 'PodMonitor' ? 'container port' : 'Service port';
  const byNumber = kind === 'PodMonitor' ? 'portNumber' : 'targetPort';
  const quoted = `Quoted, ${show(String(value))} is accepted and matches nothing, unless a port has this name.`;
  const known = kind === 'PodMonitor' || kind === 'ServiceMonitor';
  return {
    code: 'wrong-type',
    message: `${showPath(path)} is the number ${value}, and must be the name of the ${
      known ? owner : 'port'
    }. ${REFUSED} ${quoted}`,
    fix: known
      ? `port: <name of the ${owner}>, or, for the number of a container port, ${byNumber}: ${value} in place of port`
      : 'port: <name of the port>',
    values: { value },
  };
}

function explainList(
  path: FieldPath,
  node: SchemaNode,
  value: unknown,
  fields: readonly string[],
): Pick<Explanation, 'fix' | 'patch'> {
  const last = path[path.length - 1];
  const isItem = isMap(value)
    ? fields.length > 0 || node.items?.ref !== undefined || node.items?.type === 'object'
    : isScalar(value) && (node.items?.type === 'string' || node.items?.type === undefined) && fields.length === 0;
  if (isMap(value) && isItem) {
    const keys = Object.keys(value);
    const inline = keys.every((key) => isScalar(value[key])) && keys.length > 0 && keys.length < 4;
    const item = inline ? `{ ${keys.map((key) => `${key}: ${yaml(value[key])}`).join(', ')} }` : '{ … }';
    return {
      fix: `Make it a list of one item: put "- " before its first field, or write ${last}: [${item}]`,
      ...replace(path, [value]),
    };
  }
  return isItem && typeof value === 'string'
    ? { fix: `${last}: [${yaml(value)}]`, ...replace(path, [value]) }
    : { fix: `Write a list: ${last}: [ … ]` };
}

function explainScalar(path: FieldPath, node: SchemaNode, value: unknown): Pick<Explanation, 'fix' | 'patch'> {
  const last = path[path.length - 1];
  const key = typeof last === 'number' ? '-' : `${last}:`;
  if (node.type === 'string') {
    if (isDuration(node) && typeof value === 'number') {
      const mended = mendDuration(node, String(value));
      const isExact = mended !== undefined && meansSeconds(String(value));
      return { fix: `${key} ${mended ?? '30s'}`, ...(isExact ? replace(path, mended) : {}) };
    }
    if (typeof value === 'boolean') {
      // YAML reads yes, no, on and off as well: what the file says is not known here
      return { fix: `Quote it: ${key} "${value}", or as the file has it, such as "${value ? 'yes' : 'no'}"` };
    }
    const text = String(value);
    const isExact = typeof value === 'number' && Number.isSafeInteger(value);
    // a number has no inline flags and is short: JavaScript's engine will do
    const isFree = !node.enum && (!node.pattern || new RegExp(node.pattern.replace('(?i)', '')).test(text));
    return { fix: `Quote it: ${key} "${text}"`, ...(isExact && isFree ? replace(path, text) : {}) };
  }
  if (node.type === 'boolean' && typeof value === 'string' && /^(true|false)$/i.test(value)) {
    const flag = value.toLowerCase() === 'true';
    return { fix: `Leave the quotes out: ${key} ${flag}`, ...replace(path, flag) };
  }
  const isNumber = node.type === 'integer' || node.type === 'number';
  if (isNumber && typeof value === 'string' && /^-?\d{1,15}$/.test(value)) {
    const isInBounds = Number(value) >= (node.min ?? -Infinity) && Number(value) <= (node.max ?? Infinity);
    return {
      fix: `Leave the quotes out: ${key} ${Number(value)}`,
      ...(isInBounds ? replace(path, Number(value)) : {}),
    };
  }
  if (node.type === 'integer-or-string' && typeof value === 'number') {
    return { fix: `Quote it: ${key} "${value}"`, ...(Number.isFinite(value) ? replace(path, String(value)) : {}) };
  }
  return { fix: `Write ${showType(node)}, or leave the field out.` };
}

function itemFields(node: SchemaNode, definitions: { readonly [name: string]: SchemaNode }): object {
  const item = node.items?.ref ? definitions[node.items.ref] : node.items;
  return item?.fields ?? {};
}

function replace(path: FieldPath, value: unknown): Pick<Explanation, 'patch'> {
  return isSmallJson(value) ? { patch: [{ op: 'replace', path: pointer(path), value }] } : {};
}

/** Names of namespaces that stand without the field they belong into; a single text may be a label as well. */
function namesOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string')
    ? value
    : undefined;
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}
