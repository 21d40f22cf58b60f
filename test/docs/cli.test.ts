import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { ExitCode } from '../../cli/exit-code';
import { runCli } from '../cli/run-cli';
import { repositoryRoot } from '../packaging/built-package';

const page = readFileSync(path.join(repositoryRoot, 'docs', 'cli.md'), 'utf8');
const COMMANDS = ['check', 'targets', 'explain', 'graph', 'report', 'route', 'stack'];

/** Long options in the help of a command, or of the program itself. */
async function optionsOf(...command: string[]): Promise<string[]> {
  const { stdout } = await runCli([...command, '--help']);
  return [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option);
}

/** First cells of the tables on the page. */
const cells = [...page.matchAll(/^\| `?(.+?)`? \|/gm)].map(([, cell]) => cell);

test.each([[[]], ...COMMANDS.map((command) => [[command]])])('names each option of %j', async (command) => {
  const options = await optionsOf(...command);
  expect(options).toContain('--help');
  expect(options.filter((option) => !cells.some((cell) => cell.split(' ')[0] === option))).toEqual([]);
});

test('names no option that there is not', async () => {
  const all = (
    await Promise.all([[], ...COMMANDS.map((command) => [command])].map((words) => optionsOf(...words)))
  ).flat();
  const named = cells.map((cell) => cell.split(' ')[0]).filter((word) => /^--[a-z]/.test(word));
  expect(named.filter((option) => !all.includes(option))).toEqual([]);
});

test('names each command and each exit code', async () => {
  const { stdout } = await runCli(['--help']);
  for (const command of COMMANDS) {
    expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    expect(page).toContain(`\`cdk8s-prometheus ${command} `);
  }
  const codes = Object.values(ExitCode).filter((code) => typeof code === 'number');
  expect(cells.filter((cell) => /^\d+$/.test(cell)).map(Number)).toEqual(codes);
});
