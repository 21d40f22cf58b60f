import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { connectedEngine } from '../../lib/engine/connected-engine';
import { BREAKAGES, broken } from '../../story/breakages';
import { readTutorial } from '../../story/tutorial/read-tutorial';
import { runCli } from '../cli/run-cli';
import { temporaryFolder } from '../cli/temporary-folder';
import { repositoryRoot } from '../packaging/built-package';
import { synthesize } from '../synthesize';

const read = (...names: string[]): string => readFileSync(path.join(repositoryRoot, ...names), 'utf8');
const english = read('docs', 'tutorial.md');
const japanese = read('docs', 'tutorial.ja.md');
const dist = synthesize(path.join(repositoryRoot, 'main.ts'));

/** Blocks of code with the marks before them. */
function blocksOf(page: string): string[] {
  return [...page.matchAll(/(?:^<!-- story: .* -->\n)?^```\w+\n[\s\S]*?^```$/gm)].map(([block]) => block);
}

/** Rows of the table of changes: the words in code, and the check. */
function rowsOf(page: string): { readonly code: readonly string[]; readonly check: string }[] {
  return [...page.matchAll(/^\| Service(?:Monitor)?.*$/gm)].map(([row]) => ({
    code: [...row.matchAll(/`[^`]+`/g)].map(([code]) => code).sort(),
    check: /\[(.+)\]\(checks\/\1\.md\)/.exec(row)?.[1] ?? '',
  }));
}

test('the tutorial makes the app of this repository', () => {
  const main = readTutorial(english).find(({ detail }) => detail === 'main.ts');
  expect(main?.text).toBe(read('main.ts'));
});

test('both languages have the same steps', () => {
  expect(blocksOf(english).length).toBeGreaterThan(10);
  expect(blocksOf(japanese)).toEqual(blocksOf(english));
  expect(rowsOf(japanese)).toEqual(rowsOf(english));
});

test('the table lists the ways in which the run breaks the story', () => {
  expect(rowsOf(english).map(({ check }) => check)).toEqual(BREAKAGES.map(({ check }) => check));
});

test('a mark that means nothing is told with its line', () => {
  expect(() => readTutorial('# Title\n\n<!-- story: dance -->\n```sh\nls\n```\n')).toThrow(/in line 3\./);
});

test.each(BREAKAGES.map((breakage) => [breakage.check, breakage] as const))(
  '%s is found in what the change leaves',
  async (check, breakage) => {
    const cwd = temporaryFolder({ ...dist, 'sample-app.k8s.yaml': broken(dist['sample-app.k8s.yaml'], breakage) });
    const { stdout } = await runCli(['check', '.', '--format', 'json'], { cwd, engine: connectedEngine });
    expect(JSON.parse(stdout).findings.map((finding: { check: string }) => finding.check)).toEqual([check]);
  },
);

test('the recorded run saw each of them', () => {
  const page = read('docs', 'tutorial', 'run.md');
  expect([...page.matchAll(/^### (.+)$/gm)].map(([, check]) => check)).toEqual(BREAKAGES.map(({ check }) => check));
});
