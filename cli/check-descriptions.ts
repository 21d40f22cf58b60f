import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { CHECKS } from '../lib/check/registry';
import { unused } from '../lib/check/suppression/unused';
import { packageFolder } from '../lib/engine/package-info';
import type { CheckDescription } from '../lib/report/check-sarif';

/** Sections of a page that explain; the others are examples and sources. */
const SECTIONS = ['What it finds', 'Why it matters', 'How to fix', 'When it is wrong'];

/**
 * What is known of checks, from the registry and from their pages, which come with the package.
 *
 * @param pageOf address of a page, for links within it
 */
export function describeCheck(check: string, pageOf: (check: string) => string): CheckDescription | undefined {
  const known = [...CHECKS, unused].find(({ id }) => id === check);
  if (known === undefined) {
    return undefined;
  }
  const { summary, why, level } = known;
  const file = path.join(packageFolder(), 'docs', 'checks', `${check}.md`);
  const markdown = existsSync(file) ? explanationOf(readFileSync(file, 'utf8'), pageOf(check)) : undefined;
  return { summary, why, level, ...(markdown && { markdown }) };
}

/** The page without its examples, with links that lead somewhere from anywhere. */
export function explanationOf(page: string, address: string): string {
  const [title] = page.split('\n', 1);
  const sections = page.split(/^(?=## )/m).filter((text) => SECTIONS.some((name) => text.startsWith(`## ${name}\n`)));
  const text = [`${title}\n\n`, ...sections, `[The whole page, with examples](${address})\n`].join('');
  return text.replace(/\]\((?!\w+:)([^)\s]+)\)/g, (_, link) => `](${new URL(link, address).href})`);
}
