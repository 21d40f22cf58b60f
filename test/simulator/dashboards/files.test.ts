import { decoded, filesOf, folderOf, textsOf } from '../../../lib/simulator/dashboards/files';
import type { Sidecar } from '../../../lib/simulator/dashboards/sidecar';
import type { KubeObject } from '../../../lib/simulator/kube-object';

const SIDECAR: Sidecar = {
  collects: 'dashboards',
  label: 'grafana_dashboard',
  labelValue: '1',
  namespaces: undefined,
  kinds: ['ConfigMap', 'Secret'],
  folder: '/tmp/dashboards',
  folderAnnotation: 'folder',
  uniqueNames: false,
  foldersFromFiles: true,
  certain: true,
};

function sourced(fields: object, annotations?: object) {
  const object = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web', namespace: 'shop', annotations },
    ...fields,
  };
  return { object: object as KubeObject, source: {} };
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

test('a ConfigMap holds texts, and texts in base64', () => {
  expect(textsOf(sourced({ data: { 'a.json': '{}', b: 1 }, binaryData: { c: base64('{"c":1}') } }))).toEqual([
    { key: 'a.json', field: 'data["a.json"]', text: '{}' },
    { key: 'c', field: 'binaryData.c', text: '{"c":1}' },
  ]);
});

test('a Secret holds texts, and texts in base64', () => {
  expect(textsOf(sourced({ kind: 'Secret', stringData: { a: '{}' }, data: { b: base64('x'), c: '%%' } }))).toEqual([
    { key: 'a', field: 'stringData.a', text: '{}' },
    { key: 'b', field: 'data.b', text: 'x' },
    { key: 'c', field: 'data.c', text: undefined },
  ]);
});

test('what is no text has none', () => {
  expect(decoded(Buffer.from([0xff, 0xfe]).toString('base64'))).toBeUndefined();
});

test.each([
  ['the folder of the sidecar', undefined, '/tmp/dashboards', ''],
  ['a folder below', { folder: 'team/web' }, '/tmp/dashboards/team/web', 'web'],
  ['a folder elsewhere', { folder: '/other' }, '/other', undefined],
  ['a folder that leads out', { folder: '../other' }, '/tmp/other', undefined],
  ['an absolute folder below', { folder: '/tmp/dashboards/x' }, '/tmp/dashboards/x', 'x'],
])('a file goes to %s', (_title, annotations, folder, inGrafana) => {
  const [file] = filesOf(SIDECAR, sourced({ data: { 'a.json': '{}' } }, annotations));
  expect(file).toMatchObject({ name: 'a.json', folder, path: `${folder}/a.json` });
  expect(folderOf(file)).toBe(inGrafana);
});

test('without folders of files all are in one', () => {
  const [file] = filesOf({ ...SIDECAR, foldersFromFiles: false }, sourced({ data: { a: '' } }, { folder: 'x' }));
  expect(folderOf(file)).toBe('');
});

test('where it is not known what becomes of folders, each counts for itself', () => {
  const [file] = filesOf({ ...SIDECAR, foldersFromFiles: undefined }, sourced({ data: { a: '' } }, { folder: 'x' }));
  expect(folderOf(file)).toBe('/tmp/dashboards/x');
});

test('an address is cut, and says nothing of its content', () => {
  const [file] = filesOf(SIDECAR, sourced({ data: { 'a.json.url': 'https://x' } }));
  expect(file).toMatchObject({ name: 'a.json', text: undefined });
});

test('names are made unique', () => {
  const [file] = filesOf({ ...SIDECAR, uniqueNames: true }, sourced({ data: { 'a.json': '' } }));
  expect(file.name).toBe('namespace_shop.configmap_web.a.json');
});
