import { objectText } from './object-text';
import { printable } from './printable';
import { TARGET_COLUMNS, targetCells } from './target-cells';
import type { Target, TargetList } from './target-list';

/**
 * The targets as a page to be committed beside the manifests, so that a pull request shows which of them come and go. So
 * one line per target, and nothing that changes when another target does: no counts, no padding, no version.
 */
export function* targetsMarkdown({ targets, unknown }: TargetList): Generator<string> {
  yield '# Targets\n\nWritten by `cdk8s-prometheus targets --format markdown`; do not edit.\n';
  if (targets.length === 0) {
    yield '\nNo targets.\n';
  }
  for (const [prometheus, lines] of linesByPrometheus(targets)) {
    yield `\n## ${escaped(prometheus)}\n\n${head(TARGET_COLUMNS)}`;
    yield* lines;
  }
  if (unknown.length > 0) {
    yield `\n## Unknown\n\n${head(['object', 'link', 'reason'])}`;
    yield* unknown.map(({ object, link, reason }) => row([objectText(object), link, reason])).sort();
  }
}

function linesByPrometheus(targets: readonly Target[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const target of targets) {
    const lines = groups.get(target.prometheus) ?? [];
    lines.push(row(targetCells(target)));
    groups.set(target.prometheus, lines);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, lines]) => [name, lines.sort()]);
}

function head(columns: readonly string[]): string {
  return `${row(columns)}${row(columns.map(() => '---'))}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(' | ')} |\n`;
}

/** Text that Markdown shows as it is. An underscore within a word has no meaning, and most names stay readable so. */
function escaped(text: string): string {
  return printable(text)
    .replace(/[\\|`*<>[\]~&]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_');
}
