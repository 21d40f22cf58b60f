import { STACK } from '../../../lib/stack/typed/stack-table';
import { typedPaths } from '../../../lib/stack/typed/value-table';
import { isStruct, listItem, mapItem, propsOf, type SourceProp } from './struct-source';

/** Props of a release that are no values of the chart; the page on the construct has them. */
export const RELEASE_PROPS = ['releaseName', 'namespace', 'chartVersion', 'platform', 'values', 'valuesFile', 'proof'];

const paths = typedPaths(STACK);

/** The part of the page that is written from the tables and the doc comments. */
export function generatedPart(): string {
  const props = propsOf('StackReleaseProps').filter(({ name }) => !RELEASE_PROPS.includes(name));
  const groups = props.filter(({ type }) => isStruct(type));
  const groupStructs = groups.map(({ type }) => type);
  const structs = structsBelow(['StackReleaseProps']).filter((name) => !groupStructs.includes(name));
  return [
    '## The release',
    '',
    ...groupTable(props.filter(({ type }) => !isStruct(type))),
    ...groups.flatMap(({ name, type, doc }) => ['', `## ${name}`, '', doc, '', ...groupTable(propsOf(type), name)]),
    '',
    '## Structs',
    '',
    'What several groups share stands here once. The paths in the chart are below that of the prop.',
    ...structs.flatMap((name) => ['', `### ${name}`, '', ...structTable(name)]),
  ].join('\n');
}

function groupTable(props: SourceProp[], group?: string): string[] {
  const rows = props.map((prop) => {
    const field = group === undefined ? prop.name : `${group}.${prop.name}`;
    return row([`\`${prop.name}\``, `\`${chartPath(field)}\``, typeText(prop.type), firstSentence(prop.doc)]);
  });
  return ['| prop | in the chart | type | what it is |', '| --- | --- | --- | --- |', ...rows];
}

function structTable(struct: string): string[] {
  const rows = propsOf(struct).map((prop) =>
    row([
      prop.required ? `\`${prop.name}\` (required)` : `\`${prop.name}\``,
      typeText(prop.type),
      firstSentence(prop.doc),
    ]),
  );
  return ['| prop | type | what it is |', '| --- | --- | --- |', ...rows];
}

/** The path of a prop: its own, or what the paths of its struct have in common. */
function chartPath(field: string): string {
  const own = paths.find((typed) => typed.field === field);
  const below = paths.filter((typed) => typed.field.startsWith(`${field}.`));
  const keys = below.map((typed) => withoutEnd(typed.path, typed.field.slice(field.length)).split('.'));
  const [first = []] = keys;
  const length = first.findIndex((key, index) => keys.some((other) => other[index] !== key));
  const common = first.slice(0, length === -1 ? undefined : length);
  return own?.path ?? common.map((key) => (key === '*' ? '<name>' : key)).join('.');
}

function withoutEnd(path: string, end: string): string {
  const name = end.startsWith('.*') ? '.*' : '';
  return path.endsWith(end) ? `${path.slice(0, -end.length)}${name}` : path;
}

function structsBelow(names: string[]): string[] {
  const below = [...names].flatMap((name) => propsOf(name).flatMap(({ type }) => structIn(type) ?? []));
  const unseen = [...new Set(below)].filter((name) => !names.includes(name));
  const all = unseen.length === 0 ? names : structsBelow([...names, ...unseen]);
  return all.filter((name) => name !== 'StackReleaseProps').sort();
}

function structIn(type: string): string | undefined {
  const item = mapItem(type) ?? listItem(type) ?? type;
  return isStruct(item) ? item : undefined;
}

function typeText(type: string): string {
  const map = mapItem(type);
  const list = listItem(type);
  if (map !== undefined) {
    return `map of ${typeText(map)}`;
  }
  if (list !== undefined) {
    return `list of ${typeText(list)}`;
  }
  return isStruct(type) ? `[${type}](#${type.toLowerCase()})` : `\`${type}\``;
}

function firstSentence(doc: string): string {
  return /^.*?[.:](?= |$)(?! [a-z`])/.exec(doc)?.[0] ?? doc;
}

function row(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
