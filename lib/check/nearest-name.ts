import { distance } from 'fastest-levenshtein';

/** The name that was probably meant: the only one that differs by a slip of the pen, or that holds the text as a part. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const distinct = [...new Set(names)].filter((name) => name !== '');
  const limit = text.length < 4 ? 1 : 2;
  const close = distinct.filter((name) => distance(text.toLowerCase(), name.toLowerCase()) <= limit);
  if (close.length > 0) {
    return close.length === 1 ? close[0] : undefined;
  }
  const parts = distinct.filter((name) => isPart(text, name) || isPart(name, text));
  return parts.length === 1 ? parts[0] : undefined;
}

/** Whether a name is made of another one and more words, as `http-metrics` is of `metrics`. */
function isPart(part: string, whole: string): boolean {
  return part.length > 2 && `-${whole.toLowerCase()}-`.includes(`-${part.toLowerCase()}-`);
}
