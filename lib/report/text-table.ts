import Table from 'cli-table3';
import { printable } from './printable';

/** No lines; two blanks between columns. */
const PLAIN = {
  chars: Object.fromEntries(
    [
      ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
      ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
    ].map((part) => [part, '']),
  ),
  style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
};

/** Rows at a time: the package looks at all cells of a table several times. */
const CHUNK = 500;

/** Rows with aligned columns, line by line; a column is as wide as its widest cell. */
export function* textTable(head: readonly string[], rows: readonly (readonly string[])[]): Generator<string> {
  const all = [head, ...rows.map((row) => row.map(printable))];
  const colWidths = head.map((_, column) => all.reduce((widest, row) => Math.max(widest, room(row[column])), 1));
  for (let from = 0; from < all.length; from += CHUNK) {
    const table = new Table({ ...PLAIN, chars: { ...PLAIN.chars, middle: '  ' }, colWidths });
    table.push(...all.slice(from, from + CHUNK).map((row) => [...row]));
    for (const line of table.toString().split('\n')) {
      yield line.trimEnd();
    }
  }
}

/** Room that a cell takes at the most: characters that are not of ASCII may be twice as wide. */
function room(cell: string): number {
  return /^[ -~]*$/.test(cell) ? cell.length : 2 * cell.length;
}
