import { distance } from 'fastest-levenshtein';

/** The name that is meant, as far as anybody can tell. */
export function nearestOf(name: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate) }))
    .sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= Math.max(1, name.length / 4) ? best.candidate : undefined;
}
