/**
 * Remembers what a text was compiled to. Many monitors share a few expressions; the bound keeps a long-running process
 * from growing.
 *
 * @param size the weight of all results together, beyond which everything is forgotten
 * @param weightOf the weight of one result; 1 unless given
 */
export function boundedMemo<T>(
  compile: (text: string) => T,
  size = 100_000,
  weightOf: (result: T) => number = () => 1,
): (text: string) => T {
  const known = new Map<string, T>();
  let weight = 0;
  return (text) => {
    let result = known.get(text);
    if (result === undefined && !known.has(text)) {
      result = compile(text);
      weight += weightOf(result);
      if (weight > size) {
        known.clear();
        weight = weightOf(result);
      }
      known.set(text, result);
    }
    return result as T;
  };
}
