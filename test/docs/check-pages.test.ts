import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Check } from '../../lib/check/check';
import { CHECKS } from '../../lib/check/registry';
import { unused } from '../../lib/check/suppression/unused';
import type { Finding } from '../../lib/report/finding';
import { findingLines } from '../../lib/report/finding-text';
import { evaluateYaml } from '../check/evaluate-yaml';
import { HEADINGS, readCheckPage, type Sample, updateCheckPage } from './check-page';

const ROOT = path.join(__dirname, '..', '..');
const PAGES = path.join(ROOT, 'docs', 'checks');
const INDEX = path.join(PAGES, 'README.md');
/** Pages about all checks. */
const SHARED_PAGES = ['README.md', 'absence.md', 'suppressing.md'];
const UPDATE = process.env.UPDATE_PAGES === '1';

const checks: readonly Check[] = [...CHECKS, unused];

function pageOf(id: string): string {
  return path.join(PAGES, `${id}.md`);
}

function summaryOf({ level, summary }: Check): string {
  return `**${level}**: ${summary}`;
}

function findingsIn({ yaml, options }: Sample, file: string): readonly Finding[] {
  return evaluateYaml(yaml, file, options.evaluation).report().findings;
}

function textOf(findings: readonly Finding[]): string {
  return findings.map((finding) => `${findingLines(finding, {}).join('\n')}\n`).join('\n');
}

function indexTable(): string {
  const rows = checks.map(({ id, level, summary }) => `| [${id}](${id}.md) | ${level} | ${summary} |`);
  return ['| Check | Level | What it finds |', '|---|---|---|', ...rows].join('\n');
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort();
}

beforeAll(() => {
  if (UPDATE) {
    for (const check of checks.filter(({ id }) => existsSync(pageOf(id)))) {
      const markdown = readFileSync(pageOf(check.id), 'utf8');
      const updated = updateCheckPage(markdown, summaryOf(check), (sample) => textOf(findingsIn(sample, 'bad.yaml')));
      writeFileSync(pageOf(check.id), updated);
    }
    const index = readFileSync(INDEX, 'utf8');
    writeFileSync(INDEX, index.replace(/\| Check \|[\s\S]*\|(?=\n\n|\n$)/, indexTable()));
  }
});

describe.each(checks.map((check) => [check.id, check] as const))('check %s', (id, check) => {
  const page = () => readCheckPage(readFileSync(pageOf(id), 'utf8'));

  test('is where its id says, with a test and a page', () => {
    expect(id).toMatch(/^[a-z-]+\/[a-z-]+$/);
    expect([`lib/check/${id}.ts`, `test/check/${id}.test.ts`, `docs/checks/${id}.md`]).toEqual(
      [`lib/check/${id}.ts`, `test/check/${id}.test.ts`, `docs/checks/${id}.md`].filter((file) =>
        existsSync(path.join(ROOT, file)),
      ),
    );
  });

  test('has a page with its level, its summary and the headings of all pages', () => {
    expect(page()).toMatchObject({ title: id, summary: summaryOf(check), headings: HEADINGS });
  });

  test('finds in the bad samples of its page what the page shows', () => {
    const { bad } = page();
    expect(bad).not.toEqual([]);
    for (const sample of bad) {
      const findings = findingsIn(sample, 'bad.yaml');
      expect(findings.map((finding) => finding.check)).toContain(id);
      expect(new Set([id, ...sample.options.also])).toEqual(new Set([id, ...findings.map((finding) => finding.check)]));
      expect(sample.shown?.text).toBe(textOf(findings));
    }
  });

  test('comes to nothing in the good samples of its page', () => {
    const { good } = page();
    expect(good).not.toEqual([]);
    for (const sample of good) {
      expect(textOf(findingsIn(sample, 'good.yaml'))).toBe('');
    }
  });

  test('says on its page how to suppress it', () => {
    expect(readFileSync(pageOf(id), 'utf8')).toMatch(/\]\(\.\.\/suppressing\.md\)/);
  });
});

describe('the pages of checks', () => {
  test('are all about a check that is there', () => {
    const known = [...SHARED_PAGES, ...checks.map(({ id }) => `${id}.md`)].sort();
    expect(filesBelow(PAGES, '.md')).toEqual(known);
  });

  test('are listed in the index, with level and summary', () => {
    expect(readFileSync(INDEX, 'utf8')).toContain(`\n${indexTable()}\n`);
  });

  test('lead to places that are there', () => {
    for (const file of filesBelow(PAGES, '.md')) {
      const links = [...readFileSync(path.join(PAGES, file), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)];
      const broken = links.filter(([, link]) => !existsSync(path.join(PAGES, path.dirname(file), link)));
      expect([file, broken.map(([, link]) => link)]).toEqual([file, []]);
    }
  });

  test('are as many as there are tests of checks', () => {
    const known = new Set(checks.map(({ id }) => `${id}.test.ts`));
    const tests = filesBelow(path.join(ROOT, 'test', 'check'), '.test.ts').filter((file) => file.includes(path.sep));
    expect(tests.filter((file) => !known.has(file) && !file.startsWith(`suppression${path.sep}`))).toEqual([]);
  });
});
