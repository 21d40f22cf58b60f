/** A text as JSON, or where it is none. */
export type ParsedJson = { readonly data: unknown } | { readonly line: number };

/** Tokens of JSON (RFC 8259), with the white space in front. */
const TOKEN =
  /[ \t\r\n]*(?:([[\]{}:,])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/uy;

/** Reads JSON as Go's decoder does: what stands behind the first value does not count. */
export function parseJson(text: string): ParsedJson {
  try {
    return { data: JSON.parse(text) };
  } catch {
    const end = endOfValue(text);
    // The messages of JavaScript differ from version to version, and show what is around the fault, which may be secret.
    return end.isValue
      ? parseJson(text.slice(0, end.at))
      : { line: text.slice(0, end.at).trimEnd().split('\n').length };
  }
}

/** Where the first value ends, or where the first token stands that cannot be there. */
function endOfValue(text: string): { readonly isValue: boolean; readonly at: number } {
  const open: ('[' | '{')[] = [];
  // What may come next.
  let wanted: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) {
      return { isValue: false, at: faultAt(text, at) };
    }
    const [, mark, string] = found;
    const [before] = open.slice(-1);
    const closes = mark === (before === '[' ? ']' : '}') && open.length > 0;
    const mayClose = wanted.endsWith('or end');
    if (closes && mayClose) {
      open.pop();
      wanted = 'comma or end';
    } else if (wanted === 'comma or end' && mark === ',') {
      wanted = before === '[' ? 'value' : 'key';
    } else if (wanted === 'colon' && mark === ':') {
      wanted = 'value';
    } else if (wanted.startsWith('key') && string !== undefined) {
      wanted = 'colon';
    } else if (wanted.startsWith('value') && (mark === '[' || mark === '{')) {
      open.push(mark);
      wanted = mark === '[' ? 'value or end' : 'key or end';
    } else if (wanted.startsWith('value') && mark === undefined) {
      wanted = 'comma or end';
    } else {
      return { isValue: false, at: faultAt(text, at) };
    }
    at = TOKEN.lastIndex;
    if (open.length === 0) {
      return { isValue: true, at };
    }
  }
}

/** The first character behind white space, which belongs to the line of the fault. */
function faultAt(text: string, at: number): number {
  const space = /[ \t\r\n]*/y;
  space.lastIndex = at;
  space.exec(text);
  return Math.min(space.lastIndex + 1, text.length);
}
