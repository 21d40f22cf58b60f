import type { CheckReport } from './check-report';
import { answerLines, summaryLine } from './check-text';
import { countText } from './count-text';
import { type Finding, Level, type ObjectSource } from './finding';
import { objectText, placeText } from './object-text';
import { printable, printableLines } from './printable';
import { relativeFile } from './relative-file';

/** What the lines say besides the report. */
export interface CheckGithubOptions {
  /** Folder that paths are relative to. */
  readonly cwd: string;
  /** Address of the page of a check. */
  readonly pageOf: (check: string) => string;
}

/** Annotations of one level that GitHub shows of a step; it drops the others and says nothing. */
const SHOWN = 10;
const COMMANDS = { [Level.ERROR]: 'error', [Level.WARNING]: 'warning', [Level.INFO]: 'notice' };

/**
 * The report as workflow commands of GitHub Actions, which it shows beside the lines of a pull request. Findings beyond
 * those that it shows follow as lines of the log. The summary comes last.
 */
export function* checkGithub(report: CheckReport, options: CheckGithubOptions): Generator<string> {
  const counts = new Map<Level, number>();
  const more: Finding[] = [];
  for (const finding of report.findings) {
    const count = (counts.get(finding.level) ?? 0) + 1;
    counts.set(finding.level, count);
    if (count <= SHOWN) {
      yield `${command(finding, options)}\n`;
    } else {
      more.push(finding);
    }
  }
  if (more.length > 0) {
    yield `GitHub shows ${SHOWN} annotations of a level; ${countText(more.length, 'more finding')}:\n`;
    yield* more.map((finding) => `${logLine(finding)}\n`);
  }
  yield* answerLines(report);
  yield `${summaryLine(report)}\n`;
}

function command(finding: Finding, { cwd, pageOf }: CheckGithubOptions): string {
  const { level, check, message, why, fix, source } = finding;
  const properties = [
    ...placeProperties(source, cwd),
    ['title', printable(`${check}: ${objectText(finding.object)} ${finding.field}`.trimEnd())],
  ];
  const text = [message, why, ...(fix ? [`Fix: ${fix.text}`] : []), `See ${pageOf(check)}`];
  const data = text.flatMap(printableLines).join('\n');
  return `::${COMMANDS[level]} ${properties.map(([name, value]) => `${name}=${property(value)}`).join(',')}::${escaped(data)}`;
}

function placeProperties({ file, line, column }: ObjectSource, cwd: string): string[][] {
  if (file === undefined || file === '-') {
    return [];
  }
  return [
    ['file', relativeFile(file, cwd)],
    ...(line === undefined ? [] : [['line', String(line)]]),
    ...(line === undefined || column === undefined ? [] : [['col', String(column)]]),
  ];
}

/** As `toolkit` does it (actions/toolkit, `packages/core/src/command.ts`, `escapeData`). */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As `escapeProperty` there. */
function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** One line; the runner obeys `##[…]` anywhere in a line, and `::…` at its start. */
function logLine({ level, check, object, field, message, source }: Finding): string {
  const place = placeText(source);
  const line = `${level}  ${check}  ${objectText(object)} ${field}${place ? `  (${place})` : ''}  ${message}`;
  return printable(line).replaceAll('##[', '## [');
}
