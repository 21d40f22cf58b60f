/** Narrower than this, wrapped text is harder to read than what a terminal makes of long lines. */
const NARROWEST = 20;

/**
 * Breaks a line of prose at spaces. A word that is longer than the line stays whole, so that it can be copied.
 *
 * @param width characters in a line; not wrapped unless given
 */
export function wrapText(line: string, width?: number): string[] {
  if (width === undefined || line.length <= width || width < NARROWEST) {
    return [line];
  }
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
