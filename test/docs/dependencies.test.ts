import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { repositoryRoot } from '../packaging/built-package';

const manifest = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'));
const page = readFileSync(path.join(repositoryRoot, 'docs', 'dependencies.md'), 'utf8');

/** The packages in the table below a heading, each with its reason. */
function documented(heading: string): { [name: string]: string } {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return Object.fromEntries(
    [...section.matchAll(/^\| `(.+?)` +\| (.*?) *\|$/gm)].map(([, name, reason]) => [name, reason]),
  );
}

test.each([
  ['Peer', 'peerDependencies'],
  ['Runtime', 'dependencies'],
  ['Development', 'devDependencies'],
])('the table "%s" names what package.json has under %s', (heading, field) => {
  expect(Object.keys(documented(heading)).sort()).toEqual(Object.keys(manifest[field] ?? {}).sort());
});

test('every dependency has a reason', () => {
  const all = { ...documented('Peer'), ...documented('Runtime'), ...documented('Development') };
  expect(Object.keys(all)).not.toEqual([]);
  expect(Object.entries(all).filter(([, reason]) => reason.length < 10)).toEqual([]);
});

test('the lowest version of each peer is the one that is compiled against', () => {
  const compiled = Object.keys(manifest.peerDependencies).map((peer) => [peer, `^${manifest.devDependencies[peer]}`]);
  expect(manifest.peerDependencies).toEqual(Object.fromEntries(compiled));
});

test('what runs with the package is bundled, as jsii requires', () => {
  expect([...(manifest.bundledDependencies ?? [])].sort()).toEqual(Object.keys(manifest.dependencies ?? {}).sort());
});
