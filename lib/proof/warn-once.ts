const said = new Set<string>();

/** Writes a text to stderr, unless this process has already done so. */
export function warnOnce(text: string): void {
  if (!said.has(text)) {
    said.add(text);
    process.stderr.write(`${text}\n`);
  }
}
