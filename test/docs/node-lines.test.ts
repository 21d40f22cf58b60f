import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../packaging/built-package';
import { NODE_LINES } from '../packaging/node-lines';

function read(...file: string[]): string {
  return readFileSync(path.join(repositoryRoot, ...file), 'utf8');
}

test('CI runs on the lines of Node that the packed package is tested on', () => {
  expect(parse(read('.github', 'workflows', 'ci.yml')).jobs.test.strategy.matrix.node).toEqual(NODE_LINES);
});

test('the package asks for the oldest of them', () => {
  expect(JSON.parse(read('package.json')).engines.node).toBe(`>=${NODE_LINES[0]}.0`);
});

test.each(['stability.md', 'dependencies.md'])('docs/%s names each of them', (page) => {
  const paragraph = read('docs', page)
    .split('\n\n')
    .find((text) => text.includes(NODE_LINES[0]));
  expect((paragraph ?? '').match(/\b\d\d(\.\d+)?\b/g)).toEqual(expect.arrayContaining(NODE_LINES));
});
