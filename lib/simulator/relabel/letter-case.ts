/**
 * Upper and lower case letter by letter, as Go has it: JavaScript looks at words (a final sigma) and lets one letter
 * become several (`ß` to `SS`), Go does neither.
 *
 * Source: Go `strings.ToLower`, `strings.ToUpper`, and `unicode.To`.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;

export function toLower(text: string): string {
  if (ASCII.test(text)) {
    return text.toLowerCase();
  }
  // U+0130, the capital i with a dot, is the one letter that JavaScript lowers to two.
  return Array.from(text, (letter) => (letter === '\u0130' ? 'i' : letter.toLowerCase())).join('');
}

export function toUpper(text: string): string {
  return ASCII.test(text) ? text.toUpperCase() : Array.from(text, upperLetter).join('');
}

function upperLetter(letter: string): string {
  const upper = letter.toUpperCase();
  if (Array.from(upper).length === 1) {
    return upper;
  }
  // Unicode's table for single letters turns a small Greek letter with iota subscript into the one with iota beside.
  const code = letter.codePointAt(0) as number;
  if (/[\u1f80-\u1f87\u1f90-\u1f97\u1fa0-\u1fa7]/.test(letter)) {
    return String.fromCodePoint(code + 8);
  }
  return /[\u1fb3\u1fc3\u1ff3]/.test(letter) ? String.fromCodePoint(code + 9) : letter;
}
