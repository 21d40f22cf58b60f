import { countText } from './count-text';
import { objectText } from './object-text';
import { printable } from './printable';
import { TARGET_COLUMNS, targetCells } from './target-cells';
import type { Target, TargetList, UnknownTarget } from './target-list';
import { paletteOf, type TextStyle } from './text-style';
import { textTable } from './text-table';
import { wrapText } from './wrap-text';

/** Between the cells of a row, where a row is compared as a whole. */
const SEPARATOR = '\u0000';

/** Instances that scrape the same. */
interface Group {
  readonly prometheuses: string[];
  readonly rows: string[][];
  /** Targets of one of the instances. */
  readonly targets: Target[];
}

/** The targets for people: a table for each Prometheus, or each group of those that scrape the same. */
export function* targetsText({ targets, unknown }: TargetList, style: TextStyle = {}): Generator<string> {
  const groups = groupsOf(targets);
  for (const group of groups) {
    yield* groupText(group, style);
    yield '\n';
  }
  yield* unknownText(unknown, style);
  yield `${summaryLine(groups, targets, unknown)}\n`;
}

/** A table of targets, line by line. */
export function* targetTable(columns: readonly string[], rows: readonly string[][], style: TextStyle) {
  const { faint } = paletteOf(style);
  let first = true;
  for (const line of textTable(
    columns.map((column) => column.toUpperCase()),
    rows,
  )) {
    yield `${first ? faint(line) : line}\n`;
    first = false;
  }
}

function* groupText({ prometheuses, rows, targets }: Group, style: TextStyle): Generator<string> {
  const shards = Math.max(...new Set(targets.map((target) => target.shards)));
  const each = prometheuses.length > 1 ? ' each' : '';
  const facts = [countText(rows.length, 'target') + each, ...(shards > 1 ? [`shared by ${shards} shards`] : [])];
  yield `${paletteOf(style).strong(printable(prometheuses.join(', ')))}: ${facts.join(', ')}\n`;
  yield* targetTable(TARGET_COLUMNS, rows, style);
}

function* unknownText(unknown: readonly UnknownTarget[], style: TextStyle): Generator<string> {
  if (unknown.length === 0) {
    return;
  }
  const { doubt, object: strong } = paletteOf(style);
  yield `${doubt('Unknown')}: these objects do not tell whether there are targets\n`;
  for (const { object, link, reason } of unknown) {
    yield `  ${strong(objectText(object))}  ${printable(link)}\n`;
    const width = style.width === undefined ? undefined : style.width - 4;
    yield* wrapText(printable(reason), width).map((line) => `    ${line}\n`);
  }
  yield '\n';
}

function summaryLine(groups: readonly Group[], targets: readonly Target[], unknown: readonly UnknownTarget[]): string {
  const instances = groups.reduce((sum, { prometheuses }) => sum + prometheuses.length, 0);
  const found =
    targets.length === 0
      ? 'No targets'
      : `${countText(targets.length, 'target')} of ${countText(instances, 'Prometheus instance')}`;
  return unknown.length === 0 ? found : `${found}; ${unknown.length} unknown`;
}

/** Twenty instances that each select everything would otherwise be twenty times the same table. */
function groupsOf(targets: readonly Target[]): Group[] {
  const byPrometheus = new Map<string, Target[]>();
  for (const target of targets) {
    const own = byPrometheus.get(target.prometheus);
    if (own) {
      own.push(target);
    } else {
      byPrometheus.set(target.prometheus, [target]);
    }
  }
  const groups = new Map<string, Group[]>();
  for (const [prometheus, own] of byPrometheus) {
    const rows = own.map(targetCells);
    // Those that share the first row and the length are compared in full; not all rows as one string, which may be huge.
    const key = [rows.length, own[0].shards, ...rows[0]].join(SEPARATOR);
    const alike = groups.get(key) ?? [];
    const same = alike.find((group) => sameRows(group.rows, rows));
    if (same) {
      same.prometheuses.push(prometheus);
    } else {
      groups.set(key, [...alike, { prometheuses: [prometheus], rows, targets: own }]);
    }
  }
  return [...groups.values()].flat().sort((a, b) => (a.prometheuses[0] < b.prometheuses[0] ? -1 : 1));
}

function sameRows(a: readonly string[][], b: readonly string[][]): boolean {
  return a.every((row, index) => row.every((cell, column) => cell === b[index][column]));
}
