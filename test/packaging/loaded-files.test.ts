import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { builtPackage } from './built-package';
import { LOADED_FILES } from './loaded-files';
import { runNode } from './run-node';

const build = builtPackage();

/** Files under build/ and packages that are loaded once the statements have run, cdk8s and its own modules apart. */
function loadedBy(statements: string): string[] {
  const script = `
    const cdk8s = require('cdk8s');
    const before = new Set(Object.keys(require.cache));
    const library = require('cdk8s-prometheus');
    ${statements};
    console.log(JSON.stringify(Object.keys(require.cache).filter((file) => !before.has(file))));`;
  const files = JSON.parse(runNode(['-e', script], build)) as string[];
  return [...new Set(files.map((file) => described(file)))].sort();
}

/** `lib/index.js` for a file of ours, the package's name for another's. */
function described(file: string): string {
  const inPackage = file.split(`${path.sep}node_modules${path.sep}`).at(-1) as string;
  return inPackage === file ? path.relative(build, file) : `(${inPackage.split(path.sep)[0]})`;
}

/** Names that the main entry exports, as Node sees them. */
const exported = JSON.parse(
  runNode(['-e', "console.log(JSON.stringify(Object.keys(require('cdk8s-prometheus'))))"], build),
) as string[];

const lists = Object.entries(LOADED_FILES);

test.each(lists)('%s loads what is listed and nothing else', (_title, { statements, files }) => {
  expect(loadedBy(statements)).toEqual([...files].sort());
});

test.each(exported)('touching %s loads no kind of another version', (name) => {
  const others = loadedBy(`void library[${JSON.stringify(name)}]`).filter(
    (file) => file.startsWith('imports/') && !file.endsWith('index.js'),
  );
  expect(others).toEqual([]);
});

test('every export of the main entry is there when asked for', () => {
  const script = "const l = require('cdk8s-prometheus'); console.log(Object.keys(l).filter((k) => l[k] === undefined))";
  expect(runNode(['-e', script], build)).toBe('[]\n');
});

test('the listed files exist', () => {
  const named = lists.flatMap(([, { files }]) => files).filter((file) => !file.startsWith('('));
  expect(named.filter((file) => !existsSync(path.join(build, file)))).toEqual([]);
});
