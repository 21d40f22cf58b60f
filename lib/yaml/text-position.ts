import { lineBreaks } from './split-documents';

/** A place in a text. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1; counts UTF-16 code units, as editors do. */
  readonly column: number;
}

/** The position of an offset, counted from an offset whose line is known. */
export function positionAt(text: string, offset: number, from: number, line: number): Position {
  return { line: line + lineBreaks(text, from, offset), column: columnAt(text, offset) };
}

/** The column of an offset; a byte order mark takes no room. */
export function columnAt(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return offset - start + (start === 0 && text.startsWith('\ufeff') && offset > 0 ? 0 : 1);
}
