import { isPlainObject } from '../../../lib/private/plain-object';
import { SWITCHED, SWITCHED_ROUTES } from '../../../lib/stack/guard/rules/switch-rules';
import { StackRuleSwitch } from '../../../lib/stack/typed/rule-switch';
import { STACK } from '../../../lib/stack/typed/stack-table';
import type { ValueType } from '../../../lib/stack/typed/value-kind';
import { typedPaths } from '../../../lib/stack/typed/value-table';
import { keysOf, valueAt } from '../../../lib/stack/values';
import { chartDefaults, specSchema } from './chart-defaults';
import { OTHER_TYPES, READ_BY_TEMPLATES, SPECS } from './template-paths';

const chart = chartDefaults();
const described = chart === undefined ? describe.skip : describe;
const paths = typedPaths(STACK);

/** How the default of a value stands to a typed path. */
type Answer = 'known' | 'open' | 'unknown' | `default is ${string}`;

function answer(path: string, type: ValueType): Answer {
  let node: any = chart;
  for (const key of keysOf(path)) {
    if (!isPlainObject(node) || Object.keys(node).length === 0) {
      return node === undefined ? 'unknown' : 'open';
    }
    node = node[key === '*' && !Object.hasOwn(node, key) ? Object.keys(node)[0] : key];
  }
  if (node === undefined) {
    return 'unknown';
  }
  return type === 'any' || node === null || typeOf(node) === type ? 'known' : `default is ${JSON.stringify(node)}`;
}

function typeOf(value: unknown): ValueType {
  const simple = { boolean: 'boolean', number: 'number', string: 'text' } as const;
  const type = simple[typeof value as keyof typeof simple];
  return type ?? (Array.isArray(value) ? 'list' : 'map');
}

function listed(table: { [path: string]: string }, path: string): string | undefined {
  return Object.keys(table).find((known) => path === known || path.startsWith(`${known}.`));
}

described('the default values of the chart', () => {
  test.each(paths.map(({ path, type }) => [path, type] as const))('know %s as %s', (path, type) => {
    const found = answer(path, type);
    if (found === 'known') {
      expect([listed(READ_BY_TEMPLATES, path), OTHER_TYPES[path]]).toEqual([undefined, undefined]);
    } else if (found.startsWith('default is')) {
      expect({ path, found, listed: OTHER_TYPES[path] !== undefined }).toEqual({ path, found, listed: true });
    } else {
      const place = listed(READ_BY_TEMPLATES, path) ?? listed(SPECS, path);
      expect({ path, found, listed: place !== undefined }).toEqual({ path, found, listed: true });
    }
  });

  test('leave no entry of the tables without a typed path', () => {
    const entries = [...Object.keys(READ_BY_TEMPLATES), ...Object.keys(OTHER_TYPES), ...Object.keys(SPECS)];
    const used = (entry: string) => paths.some(({ path }) => path === entry || path.startsWith(`${entry}.`));
    expect(entries.filter((entry) => !used(entry))).toEqual([]);
  });

  test.each(SWITCHED)('leave %s off', (path) => {
    // What is absent in the sub-chart's values is off too.
    expect(valueAt(chart ?? {}, `${path}.enabled`) ?? false).toBe(false);
  });

  test.each(SWITCHED_ROUTES)('leave %s off', (path) => {
    expect(valueAt(chart ?? {}, `${path}.main.enabled`)).toBe(false);
  });

  test('have the rule groups of the enum', () => {
    expect(Object.keys(chart?.defaultRules.rules).sort()).toEqual(Object.values(StackRuleSwitch).sort());
  });
});

describe.each(Object.entries(SPECS))('what the chart copies from %s into a spec', (root, target) => {
  const [plural, ...fields] = target.split('.');
  const below = paths.filter(({ path }) => path.startsWith(`${root}.`)).map(({ path }) => path.slice(root.length + 1));
  const schema = fields.reduce<any>((node, field) => node?.properties[field], specSchema(plural));
  const tested = schema === undefined ? test.skip.each(below) : test.each(below);

  tested('has the field %s', (path) => {
    const found = path.split('.').reduce<any>((node, key) => propertyOf(node, key), schema);
    expect(found).toBeDefined();
  });
});

/** `existingSecret` is the one word of the chart; it becomes the reference that stands above it. */
function propertyOf(node: any, key: string): any {
  return key === 'existingSecret' ? node : (node?.properties?.[key] ?? node?.additionalProperties);
}
