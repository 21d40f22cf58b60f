/**
 * Why Prometheus would refuse a regular expression, for the mistakes that can be told without RE2 itself: what RE2 has
 * not (look-around, back-references) and what is never closed. `undefined` when none of these is found.
 *
 * Source: google/re2 wiki `Syntax`.
 */
export function whyNoRe2(regex: string): string | undefined {
  let open = 0;
  for (let i = 0; i < regex.length; i += 1) {
    const rest = regex.slice(i);
    if (rest.startsWith('\\Q')) {
      const end = regex.indexOf('\\E', i + 2);
      i = end < 0 ? regex.length : end + 1;
    } else if (/^\\[1-9]/.test(rest)) {
      return `holds the back-reference "${rest.slice(0, 2)}", which RE2 does not have`;
    } else if (rest === '\\') {
      return 'ends in a backslash that escapes nothing';
    } else if (rest.startsWith('\\')) {
      i += 1;
    } else if (rest.startsWith('[')) {
      const length = classLength(rest);
      if (length === undefined) {
        return 'has a "[" that is never closed';
      }
      i += length - 1;
    } else if (/^\(\?<?[=!]/.test(rest)) {
      return 'looks ahead or behind, which RE2 cannot';
    } else if (rest.startsWith('(')) {
      open += 1;
    } else if (rest.startsWith(')')) {
      open -= 1;
      if (open < 0) {
        return 'has a ")" that nothing opened';
      }
    }
  }
  return open > 0 ? 'has a "(" that is never closed' : undefined;
}

/** Length of the character class at the beginning of a text. A `]` that comes first stands for itself. */
function classLength(text: string): number | undefined {
  return /^\[\^?\]?(\[:\^?[a-z]+:\]|\\[\s\S]|[^\]\\])*\]/.exec(text)?.[0].length;
}
