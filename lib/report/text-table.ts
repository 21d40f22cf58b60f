import { printable } from './printable';

/** Between two columns. */
const GAP = '  ';

/** Rows with aligned columns, line by line; a column is as wide as its widest cell, and the last one is not padded. */
export function* textTable(head: readonly string[], rows: readonly (readonly string[])[]): Generator<string> {
  const widths = head.map((title) => title.length);
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widths[index] = Math.max(widths[index], printable(cell).length);
    }
  }
  yield line(head, widths);
  for (const row of rows) {
    yield line(row.map(printable), widths);
  }
}

function line(cells: readonly string[], widths: readonly number[]): string {
  const last = cells.length - 1;
  return cells.map((cell, index) => (index === last ? cell : cell.padEnd(widths[index]))).join(GAP);
}
