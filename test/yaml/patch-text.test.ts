import { applyPatch } from 'fast-json-patch';
import type { PatchOperation } from '../../lib/report/finding';
import type { TextEdit } from '../../lib/yaml/manifest-text';
import { readManifests } from '../../lib/yaml/read-manifests';

/** The text after the change that a patch of its n-th object means; undefined where that is not plain. */
function edited(text: string, patch: PatchOperation[], index = 0): string | undefined {
  const { objects, text: places } = readManifests(text, 'a.yaml');
  const edit = places.edit(objects[index].source, patch);
  return edit && applied(text, edit);
}

function applied(text: string, { start, end, text: inserted }: TextEdit): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, column }: TextEdit['start']) => starts[line - 1] + column - 1;
  return text.slice(0, offset(start)) + inserted + text.slice(offset(end));
}

const MONITOR = `# first
kind: ServiceMonitor
metadata:
  name: web # the name
spec:
  endpoints:
  - port: metrics
    interval: '30s'
  -
    path: /b
  selector: {matchLabels: {app: web}}
`;

const PATCHES: [string, PatchOperation][] = [
  ['a plain value', { op: 'replace', path: '/spec/endpoints/0/port', value: 'http' }],
  ['a value in quotes', { op: 'replace', path: '/spec/endpoints/0/interval', value: '1m' }],
  ['a value in braces', { op: 'replace', path: '/spec/selector/matchLabels/app', value: 'a, b: }' }],
  ['a text that looks like a number', { op: 'replace', path: '/spec/endpoints/1/path', value: '8080' }],
  ['a number', { op: 'replace', path: '/spec/endpoints/1/path', value: 8080 }],
  ['a key in a map', { op: 'add', path: '/spec/jobLabel', value: 'app' }],
  ['a key with a map', { op: 'add', path: '/metadata/labels', value: { 'a/b': 'on', release: 'kps' } }],
  ['a key with a slash', { op: 'add', path: '/metadata/a~1b', value: 'yes' }],
  ['a key in an entry of a list', { op: 'add', path: '/spec/endpoints/0/scheme', value: 'https' }],
  ['a key with a list', { op: 'add', path: '/spec/endpoints/1/params', value: { module: ['a', 'b'] } }],
  ['a key in braces', { op: 'add', path: '/spec/selector/matchLabels/team', value: 'shop' }],
  ['a key at the top', { op: 'add', path: '/apiVersion', value: 'monitoring.coreos.com/v1' }],
  ['a key that is there', { op: 'add', path: '/metadata/name', value: 'shop' }],
];

describe.each(PATCHES)('%s is written into the text', (_title, operation) => {
  test.each([
    ['alone', MONITOR, 0],
    ['behind another document', `a: 1\n---\n${MONITOR}`, 1],
    ['in a list', `kind: List\nitems:\n- a: 1\n- ${MONITOR.replaceAll('\n', '\n  ')}`, 1],
    ['in JSON', JSON.stringify(readManifests(MONITOR).objects[0].object, null, 2), 0],
  ])('%s', (_place, text, index) => {
    const before = readManifests(text).objects.map(({ object }) => object);
    const after = structuredClone(before);
    applyPatch(after[index], [operation as any]);
    const result = edited(text, [operation], index);
    expect(readManifests(result ?? '').objects.map(({ object }) => object)).toEqual(after);
  });
});

test.each<[string, string, PatchOperation[]]>([
  ['removed', MONITOR, [{ op: 'remove', path: '/metadata/name' }]],
  ['changed in two places', MONITOR, PATCHES.slice(0, 2).map(([, patch]) => patch)],
  ['not there', MONITOR, [{ op: 'replace', path: '/metadata/namespace', value: 'a' }]],
  ['a whole map', MONITOR, [{ op: 'replace', path: '/metadata', value: 'a' }]],
  ['added to a list', MONITOR, [{ op: 'add', path: '/spec/endpoints/0', value: {} }]],
  ['named by an anchor', 'a: &x 1\nb: *x\n', [{ op: 'replace', path: '/a', value: 2 }]],
  ['an alias', 'a: &x 1\nb: *x\n', [{ op: 'replace', path: '/b', value: 2 }]],
  ['added to a map with an anchor', 'a: &x\n  b: 1\nc: *x\n', [{ op: 'add', path: '/a/d', value: 2 }]],
  ['empty', 'a:\nb: 1\n', [{ op: 'replace', path: '/a', value: 2 }]],
])('nothing is said of a value that is %s', (_title, text, patch) => {
  expect(edited(text, patch)).toBeUndefined();
});
