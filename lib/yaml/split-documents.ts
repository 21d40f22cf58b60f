/** A document of a stream: a stretch of text between two separators. */
export interface DocumentChunk {
  /** Offset of the first character. */
  readonly start: number;
  /** Offset behind the last character. */
  readonly end: number;
  /** What follows `---` on the separator before this document, where kubectl refuses that. */
  readonly refused?: { readonly text: string; readonly offset: number };
}

/**
 * Splits a stream where kubectl does: at every line that begins with `---`, whatever the YAML around it says, be it
 * inside of quotes or of a block of text. Behind it may stand spaces and a comment only.
 *
 * Mirrors k8s.io/apimachinery v0.37 `pkg/util/yaml/decoder.go`, `YAMLReader.Read`. Takes text whose lines end in `\n`.
 *
 * @param from offset of a line to begin at
 */
export function* splitDocuments(text: string, from = 0): Generator<DocumentChunk> {
  let start = from;
  let refused: DocumentChunk['refused'];
  let at = text.startsWith('---', from) ? from : nextSeparator(text, from);
  while (at !== -1) {
    yield { start, end: at, refused };
    const lineEnd = endOfLine(text, at);
    const rest = text.slice(at + 3, lineEnd);
    const behind = rest.trim();
    refused =
      behind === '' || behind.startsWith('#')
        ? undefined
        : { text: behind, offset: at + 3 + rest.length - rest.trimStart().length };
    start = Math.min(lineEnd + 1, text.length);
    at = nextSeparator(text, lineEnd);
  }
  yield { start, end: text.length, refused };
}

function nextSeparator(text: string, from: number): number {
  const found = text.indexOf('\n---', from);
  return found === -1 ? -1 : found + 1;
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? text.length : found;
}
