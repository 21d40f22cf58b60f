/** A document of a stream: a stretch of text between two separators. */
export interface DocumentChunk {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset behind the last character. */
  readonly end: number;
  /** Line of the first character; from 1. */
  readonly line: number;
  /** What follows `---` on the separator before this document, where kubectl refuses that; else undefined. */
  readonly refused?: { readonly text: string; readonly line: number; readonly column: number };
}

/**
 * Splits a stream where kubectl does: at every line that begins with `---`, whatever the YAML around it says, be it
 * inside of quotes or of a block of text. Behind it may stand spaces and a comment only.
 *
 * Mirrors k8s.io/apimachinery v0.37 `pkg/util/yaml/decoder.go`, `YAMLReader.Read`. Takes text whose lines end in `\n`.
 */
export function* splitDocuments(text: string, from = 0, line = 1): Generator<DocumentChunk> {
  let start = from;
  let refused: DocumentChunk['refused'];
  let startLine = line;
  let counted = from;
  let current = line;
  let at = text.startsWith('---', from) ? from : nextSeparator(text, from);
  while (at !== -1) {
    current += lineBreaks(text, counted, at);
    counted = at;
    yield { start, end: at, line: startLine, refused };
    const lineEnd = endOfLine(text, at);
    const rest = text.slice(at + 3, lineEnd);
    const behind = rest.trim();
    refused =
      behind === '' || behind.startsWith('#')
        ? undefined
        : { text: behind, line: current, column: 4 + rest.length - rest.trimStart().length };
    start = Math.min(lineEnd + 1, text.length);
    startLine = current + 1;
    at = text.startsWith('---', start) && start > lineEnd ? start : nextSeparator(text, lineEnd);
  }
  yield { start, end: text.length, line: startLine, refused };
}

/** How many lines end between two offsets. */
export function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}

function nextSeparator(text: string, from: number): number {
  const found = text.indexOf('\n---', from);
  return found === -1 ? -1 : found + 1;
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
}
