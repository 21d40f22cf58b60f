/**
 * C0 and C1 control characters, and those that turn the direction of what follows. Names and values come from files of
 * others, and a terminal would obey them.
 */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;
const CONTROLS_BUT_NEWLINE = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** Text for one line, with control characters made visible as `\n` or `\u001b`. */
export function printable(text: string): string {
  return text.replace(CONTROLS, escaped);
}

/** Lines of a text, with all other control characters made visible. */
export function printableLines(text: string): string[] {
  return text.replace(/\r\n/g, '\n').replace(CONTROLS_BUT_NEWLINE, escaped).split('\n');
}

function escaped(character: string): string {
  const short: { [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  return short[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
