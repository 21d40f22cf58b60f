import type { CheckReport, CheckSummary } from './check-report';
import { countText } from './count-text';
import { Level } from './finding';
import { findingLines } from './finding-text';
import { printable } from './printable';
import { type Palette, paletteOf, type TextStyle } from './text-style';

/** How to write a report as text. */
export interface CheckTextOptions extends TextStyle {
  /** Address of the page of a check; no pages are named unless set. */
  readonly pageOf?: (check: string) => string;
}

/** The report for people: finding by finding, the page of each check once, the answers, a summary as the last line. */
export function* checkText(report: CheckReport, options: CheckTextOptions = {}): Generator<string> {
  for (const finding of report.findings) {
    yield `${findingLines(finding, options).join('\n')}\n\n`;
  }
  yield* pages(report, options);
  yield* answerLines(report, options);
  if ((report.answers ?? []).length > 0) {
    yield '\n';
  }
  yield `${summaryLine(report, options)}\n`;
}

/** What is scraped, evaluated, paged and shown, a line each, with the page that explains it. */
export function* answerLines({ answers = [] }: CheckReport, style: TextStyle = {}): Generator<string> {
  const palette = paletteOf(style);
  const width = Math.max(...answers.map(({ question }) => question.length));
  for (const { question, text, page } of answers) {
    yield `${question.padEnd(width)}  ${printable(text)}  ${palette.faint(`(${page})`)}\n`;
  }
}

/** `3 errors, 1 warning, 2 infos (1 suppressed) in 42 objects; 17 targets`. */
export function summaryLine({ findings, summary }: CheckReport, style: TextStyle = {}): string {
  const palette = paletteOf(style);
  const suppressed = summary.suppressed > 0 ? ` (${summary.suppressed} suppressed)` : '';
  const found = findings.length === 0 ? palette.good('No findings') : counts(summary, palette).join(', ');
  const objects = countText(summary.objects, 'object');
  return `${found}${suppressed} in ${objects}; ${countText(summary.targets, 'target')}`;
}

function counts({ errors, warnings, infos }: CheckSummary, palette: Palette): string[] {
  const levels: [Level, number][] = [
    [Level.ERROR, errors],
    [Level.WARNING, warnings],
    [Level.INFO, infos],
  ];
  return levels.filter(([, count]) => count > 0).map(([level, count]) => palette.level(level, countText(count, level)));
}

function* pages({ findings }: CheckReport, { pageOf, ...style }: CheckTextOptions): Generator<string> {
  const checks = [...new Set(findings.map(({ check }) => check))].sort();
  if (pageOf === undefined || checks.length === 0) {
    return;
  }
  const { faint } = paletteOf(style);
  yield `${faint('About these checks:')}\n`;
  for (const check of checks) {
    yield `${faint(`  ${pageOf(check)}`)}\n`;
  }
  yield '\n';
}
