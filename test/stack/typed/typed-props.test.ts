import { Testing } from 'cdk8s';
import { isPlainObject } from '../../../lib/private/plain-object';
import { Problems } from '../../../lib/private/problems';
import { Platform } from '../../../lib/stack/platform';
import { releaseValues } from '../../../lib/stack/release-values';
import { StackRelease } from '../../../lib/stack/stack-release';
import { STACK } from '../../../lib/stack/typed/stack-table';
import { tableProblems, typedPaths } from '../../../lib/stack/typed/value-table';
import { hasValueAt, mergeValues } from '../../../lib/stack/values';
import { ENTRY, fittingSamples, type LeafProp, leafProps, propsWith } from './sample-props';
import { isStruct, listItem, propsOf } from './struct-source';

/** Props of a release that are no values of the chart. */
const RELEASE_PROPS = ['releaseName', 'namespace', 'chartVersion', 'platform', 'values', 'valuesFile', 'proof'];

const paths = typedPaths(STACK).map((typed) => ({
  ...typed,
  field: typed.field.replaceAll('*', ENTRY),
  path: typed.path.replaceAll('*', ENTRY),
}));

const leaves = leafProps('StackReleaseProps').filter(({ field }) => !RELEASE_PROPS.includes(field));

/** The values that samples of one prop become. */
function valuesOf(leaf: LeafProp) {
  return fittingSamples(leaf).map((value) => {
    const props = propsWith(leaf.field, value);
    return releaseValues(new Problems('test'), props, Platform.GENERIC, 'monitoring').values;
  });
}

describe('typed props', () => {
  test('are those of the structs', () => {
    expect(new Set(paths.map(({ field }) => field))).toEqual(new Set(leaves.map(({ field }) => field)));
  });

  test.each(leaves.map((leaf) => [leaf.field, leaf] as const))('%s reaches the values', (field, leaf) => {
    const found = valuesOf(leaf);
    const wanted = paths.filter((typed) => typed.field === field).map(({ path }) => path);
    expect(wanted.filter((path) => !found.some((values) => hasValueAt(values, path)))).toEqual([]);
  });

  const structLists = leaves.flatMap(({ field, type }) => {
    const item = listItem(type);
    return item !== undefined && isStruct(item) ? [[field, item] as const] : [];
  });

  test.each(structLists)('each prop of an item of %s reaches the values', (field, struct) => {
    const [values] = valuesOf({ field, type: `${struct}[]` });
    const [{ path }] = paths.filter((typed) => typed.field === field);
    const [item] = path.split('.').reduce<any>((node, key) => node[key], values);
    expect(leafValues(item)).toHaveLength(leafProps(struct).length);
  });

  test('of wrong types are reported all in one error', () => {
    const wrong = leaves.map(({ field }) => propsWith(field, () => 'no kind takes a function'));
    const props = mergeValues(...wrong);
    const message = messageOf(() => new StackRelease(Testing.chart(), 'kps', { namespace: 'monitoring', ...props }));
    const reported = new Set([...message.matchAll(/^ {2}(\S+): /gm)].map(([, field]) => field));
    expect(leaves.filter(({ field }) => !reported.has(field))).toEqual([]);
  });

  const groups = groupFields('StackReleaseProps');

  test.each(groups)('%s must be a map', (field) => {
    const problems = tableProblems(STACK, propsWith(field, 'text'), '');
    expect(problems.map((problem) => problem.field)).toEqual([field]);
  });

  test.each(requiredFields('StackReleaseProps'))('%s cannot be left out', (field) => {
    const parent = field.split('.').slice(0, -1).join('.');
    const problems = tableProblems(STACK, propsWith(parent, {}), '');
    expect(problems.map((problem) => problem.field)).toContain(field);
  });
});

function leafValues(value: any): any[] {
  return isPlainObject(value) ? Object.values(value).flatMap(leafValues) : [value];
}

function groupFields(struct: string): string[] {
  const fields = leafProps(struct).map(({ field }) => field.split('.').slice(0, -1));
  const all = fields.flatMap((keys) => keys.map((_, index) => keys.slice(0, index + 1).join('.')));
  return [...new Set(all)];
}

/** Required props of structs, with the path to them. */
function requiredFields(struct: string, prefix = ''): string[] {
  return propsOf(struct).flatMap(({ name, type, required }) => {
    const nested = /^(?:\{ \[key: string\]: (\w+) \}|(\w+))$/.exec(type);
    const [, item, own] = nested ?? [];
    const field = `${prefix}${name}`;
    const below = isStruct(item ?? own ?? '')
      ? requiredFields(item ?? own, item === undefined ? `${field}.` : `${field}.${ENTRY}.`)
      : [];
    return [...(required ? [field] : []), ...below];
  });
}

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('Nothing was thrown.');
}
