/** What may hold a text that looks like the beginning of a named group, and that beginning itself. */
const TOKENS =
  /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[\s\S]|[^\]\\])*\]|(?<open>\(\?P?<)(?<name>\w+)>/g;

/**
 * Go lets several groups have one name, the library refuses it: gives each later group of a name a name of its own.
 *
 * Source: Go 1.26 `regexp/syntax/parse.go`, `parsePerlFlags`, which keeps no list of names.
 */
export function withDistinctNames(regex: string): { source: string; originalName: (name: string) => string } {
  const seen = new Set(Array.from(regex.matchAll(/<(\w+)>/g), ([, name]) => name));
  const used = new Set<string>();
  const originals = new Map<string, string>();
  const source = regex.replace(TOKENS, (token: string, ...rest: any[]) => {
    const { open, name } = rest.at(-1);
    if (name === undefined || !used.has(name)) {
      used.add(name);
      return token;
    }
    let fresh = `${name}_`;
    while (seen.has(fresh)) {
      fresh += '_';
    }
    seen.add(fresh);
    originals.set(fresh, name);
    return `${open}${fresh}>`;
  });
  return { source, originalName: (name) => originals.get(name) ?? name };
}
