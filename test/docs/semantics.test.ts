import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { scenarioNames } from '../../truth/scenario/scenario-file';
import { repositoryRoot } from '../packaging/built-package';

const INDEX = 'docs/semantics.md';
const FOLDER = 'docs/semantics';
const RECORDINGS = 'test/truth';

interface Link {
  readonly page: string;
  readonly text: string;
  /** Path from the root of the repository. */
  readonly file: string;
  readonly heading?: string;
}

interface Row {
  readonly page: string;
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

const pages = [INDEX, ...readdirSync(path.join(repositoryRoot, FOLDER)).map((name) => `${FOLDER}/${name}`)];
const links = pages.flatMap(linksOf);
const rows = pages.flatMap(rowsOf);
const rules = rows.filter(({ header }) => header.at(-1) === 'recordings');

function textOf(page: string): string {
  return readFileSync(path.join(repositoryRoot, page), 'utf8');
}

function linksOf(page: string): Link[] {
  return [...textOf(page).matchAll(/\[([^\]]+)\]\(([^)#\s]*)(?:#([^)\s]+))?\)/g)]
    .filter(([, , target]) => !target.includes('://'))
    .map(([, text, target, heading]) => ({
      page,
      text,
      file: target === '' ? page : path.posix.join(path.posix.dirname(page), target),
      heading,
    }));
}

function rowsOf(page: string): Row[] {
  return [...textOf(page).matchAll(/(?:^\|.*\n)+/gm)].flatMap(([table]) => {
    const [header, , ...body] = table.trim().split('\n').map(cellsOf);
    return body.map((cells) => ({ page, header, cells }));
  });
}

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Anchors as GitHub makes them of headings. */
function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

function leadsNowhere({ file, heading }: Link): boolean {
  return !existsSync(path.join(repositoryRoot, file)) || (heading !== undefined && !anchorsOf(file).includes(heading));
}

/** Those of the samples belong to the pages of checks. */
const scenarios = scenarioNames().filter((name) => !name.startsWith('samples/'));

const named = links.filter(({ file }) => file.startsWith(`${RECORDINGS}/`));

test('every recording is the proof of a rule', () => {
  const proofs = new Set(named.map(({ file }) => file));
  const unnamed = scenarios.filter((name) => !proofs.has(`${RECORDINGS}/${name}.yaml`));
  expect(unnamed.map((name) => `No rule names ${name}. Fix: add it to a row below ${FOLDER}.`)).toEqual([]);
  expect(scenarios).not.toEqual([]);
});

test('every rule has a proof', () => {
  const recordings = new Set(scenarios.map((name) => `[${name}](`));
  const unproven = rules.filter(({ cells }) => ![...recordings].some((link) => cells.at(-1)?.includes(link)));
  expect(unproven.map(({ page, cells: [rule] }) => `${page}: ${rule}`)).toEqual([]);
  expect(rules).not.toEqual([]);
});

test('a rule stands on one page, and once', () => {
  const texts = rules.filter(({ page }) => page !== INDEX).map(({ cells: [rule] }) => rule);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

test('what no recording proves has a reason and a source', () => {
  const unproven = rows.filter(({ page }) => page === `${FOLDER}/not-proven.md`);
  expect(unproven.filter(({ cells }) => cells.length !== 3 || cells.includes(''))).toEqual([]);
  expect(unproven).not.toEqual([]);
});

test('a table has the same columns in all of its rows', () => {
  expect(rows.filter(({ header, cells }) => cells.length !== header.length)).toEqual([]);
});

test('links lead somewhere', () => {
  expect(links.filter(leadsNowhere)).toEqual([]);
});

test('a link to a recording shows its name', () => {
  const wrong = named.filter(({ file, text }) => file !== `${RECORDINGS}/${text}.yaml`);
  expect(wrong.filter(({ file }) => file.endsWith('.yaml'))).toEqual([]);
});

test('the index names every page', () => {
  const fromIndex = links.filter(({ page }) => page === INDEX).map(({ file }) => file);
  expect(pages.slice(1).filter((page) => !fromIndex.includes(page))).toEqual([]);
});
