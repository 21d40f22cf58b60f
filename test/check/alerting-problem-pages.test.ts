import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const SIMULATOR = path.join(ROOT, 'lib', 'simulator', 'alertmanager');

/** Files whose problems are those of the configuration as a whole; all others make the Operator skip an object. */
const WHOLE = new Set(['harmful-config.ts', 'base-configuration.ts', 'find-alertmanagers.ts']);

/** Found by what both monitors and receivers have. */
const SHARED = ['secret-missing', 'secret-key-missing', 'secret-not-named'];

function namesIn(file: string): string[] {
  const text = readFileSync(path.join(SIMULATOR, file), 'utf8');
  const added = [...text.matchAll(/\.add\(\s*([^;]*?),\s*(?:\n|[a-z])/g)].flatMap(([, first]) =>
    [...first.matchAll(/(?<!=== )'([a-z-]+)'/g)].map(([, name]) => name),
  );
  return [...added, ...[...text.matchAll(/code: 'alertmanager\/([a-z-]+)'/g)].map(([, name]) => name)];
}

/** First cells of the table of problems of a page. */
function namedOn(page: string): string[] {
  const text = readFileSync(path.join(ROOT, 'docs', 'checks', 'alerting', `${page}.md`), 'utf8');
  return [...text.matchAll(/^\| `([a-z-]+)` \| \S/gm)].map(([, name]) => name).sort();
}

const files = readdirSync(SIMULATOR);
const distinct = (names: string[]): string[] => [...new Set(names)].sort();

test('every reason for which an AlertmanagerConfig is skipped stands on the page, and no other', () => {
  const names = files.filter((file) => !WHOLE.has(file)).flatMap(namesIn);
  expect(namedOn('rejected-config')).toEqual(distinct([...names, ...SHARED]));
  expect(names.length).toBeGreaterThan(15);
});

test('every reason for which a configuration is refused as a whole stands on the page, and no other', () => {
  const names = files.filter((file) => WHOLE.has(file)).flatMap(namesIn);
  expect(namedOn('broken-configuration')).toEqual(distinct(names));
  expect(names).not.toEqual([]);
});
