/**
 * Remembers what a text was compiled to. Many monitors share a few expressions; the bound keeps a long-running process
 * from growing.
 */
export function boundedMemo<T>(compile: (text: string) => T, size = 100_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined && !known.has(text)) {
      result = compile(text);
      if (known.size >= size) {
        known.clear();
      }
      known.set(text, result);
    }
    return result as T;
  };
}
