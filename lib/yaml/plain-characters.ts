/*
 * Character codes and classes of characters of the simple style of YAML that `readPlainBlock` knows.
 */

export const TAB = 9;
export const NEWLINE = 10;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const APOSTROPHE = 39;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const OPEN_LIST = 91;
export const CLOSE_LIST = 93;
export const BACKSLASH = 92;
export const OPEN_MAP = 123;
export const BAR = 124;

/** Per character code: 1 where it may begin a key, 2 where it may stand in one. */
export const KEY = new Uint8Array(128);
/** Per character code: what may stand in a word of a one-line list. */
export const WORD = new Uint8Array(128);
for (let code = 48; code < 123; code++) {
  const character = String.fromCharCode(code);
  if (/\w/.test(character)) {
    KEY[code] = /\d/.test(character) ? 2 : 1;
    WORD[code] = 1;
  }
}
for (const character of './-') {
  KEY[character.charCodeAt(0)] = character === '/' ? 1 : 2;
}
for (const character of './-=+') {
  WORD[character.charCodeAt(0)] = 1;
}
/** Per character code: what may not begin a value without quotes. */
export const INDICATOR = new Uint8Array(128);
for (const character of '&*!%@`>?,]}#:|"\'[{') {
  INDICATOR[character.charCodeAt(0)] = 1;
}

/** Whether a character may stand in a value, and is no line break in any version of YAML. */
export function isPrintable(code: number): boolean {
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code < 0xfeff && code !== 0x2028 && code !== 0x2029);
}
