import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { guardValues } from '../../../lib/stack/guard/guard';
import { type ClosedMap, chartKeys, isClosed, KEYS_OF_CHART } from '../../../lib/stack/guard/key-tree';
import { parseKeys } from '../../../lib/stack/guard/parse-keys';
import { typeProblem } from '../../../lib/stack/guard/value-types';
import { mergeValues, type Values } from '../../../lib/stack/values';
import { describeWithData } from '../../shared-data';

const SUBCHARTS = ['grafana', 'kube-state-metrics', 'prometheus-node-exporter', 'prometheus-windows-exporter', 'crds'];

/** Paths of all leaves. */
function leaves(
  map: ClosedMap,
  path: string[] = [],
): { path: string[]; unlisted: boolean; types: readonly string[] }[] {
  const below = [...map.children].flatMap(([key, node]) =>
    isClosed(node) ? leaves(node, [...path, key]) : [{ path: [...path, key], ...node }],
  );
  const { others } = map;
  return others === undefined || !isClosed(others) ? below : [...below, ...leaves(others, [...path, '*'])];
}

test('a table is read by its indentation', () => {
  const { children } = parseKeys('flag a b+\nc\n  *\n    text|map d');
  expect(children.get('a')).toEqual({ types: ['flag'], unlisted: false });
  expect(children.get('b')).toEqual({ types: ['flag'], unlisted: true });
  const c = children.get('c') as ClosedMap;
  expect((c.others as ClosedMap).children.get('d')).toEqual({ types: ['text', 'map'], unlisted: false });
});

test('a shape stands for its keys, as a map of its own or beside others', () => {
  const shapes = parseKeys('Port\n  number port\nService\n  ...Port\n  flag enabled\n  Port metrics');
  const { children } = parseKeys('Service a b\nc\n  ...Service\n  text port\nd\n  Port *', shapes);
  const keysOf = (name: string) => [...(children.get(name) as ClosedMap).children.keys()];
  expect(keysOf('a')).toEqual(['port', 'enabled', 'metrics']);
  expect(children.get('b')).toEqual(children.get('a'));
  expect(keysOf('c')).toEqual(keysOf('a'));
  expect((children.get('a') as ClosedMap).children.get('port')).toEqual({ types: ['number'], unlisted: false });
  expect((children.get('c') as ClosedMap).children.get('port')).toEqual({ types: ['text'], unlisted: false });
  expect((children.get('d') as ClosedMap).others).toBe(shapes.children.get('Port'));
});

test('the table is made once', () => {
  expect(chartKeys()).toBe(chartKeys());
});

describeWithData(`kube-prometheus-stack-${KEYS_OF_CHART}`, 'the table of keys', (folder) => {
  const read = (file: string): Values => parse(readFileSync(join(folder, file), 'utf8'));
  const subcharts = Object.fromEntries(SUBCHARTS.map((name) => [name, read(`values-${name}.yaml`)]));
  const defaults = mergeValues(subcharts, read('values.yaml'));

  test('knows every default value of the chart and its sub-charts, with its type', () => {
    const wrong: string[] = [];
    const visit = (map: ClosedMap, values: Values, path: string): void => {
      for (const [key, value] of Object.entries(values)) {
        const node = map.children.get(key) ?? map.others;
        const here = path === '' ? key : `${path}.${key}`;
        if (node === undefined) {
          wrong.push(`${here} is missing`);
        } else if (isClosed(node)) {
          visit(node, value ?? {}, here);
        } else if (typeProblem(value, node.types) !== undefined) {
          wrong.push(`${here} is no ${node.types.join(' or ')}`);
        }
      }
    };
    visit(chartKeys(), defaults, '');
    expect(wrong).toEqual([]);
  });

  test('has no key beside those, unless it is marked', () => {
    const listed = (path: string[]): boolean => {
      let node: any = defaults;
      for (const key of path) {
        // The chart gives one example of a map whose keys are the user's own.
        node = key === '*' ? Object.values(node ?? {})[0] : node?.[key];
        if (node === undefined) {
          return false;
        }
      }
      return true;
    };
    const marked = leaves(chartKeys()).filter(({ path }) => !path.includes('*'));
    expect(marked.filter(({ path, unlisted }) => listed(path) === unlisted).map(({ path }) => path.join('.'))).toEqual(
      [],
    );
  });

  test('takes the default values without a finding', () => {
    const subject = { release: 'kps', namespace: 'monitoring', chart: KEYS_OF_CHART, values: defaults };
    const found = guardValues({ ...subject, chartAssumed: false, partial: false, argo: false });
    expect(found.map(({ path, message }) => `${path} ${message}`)).toEqual([]);
  });
});
