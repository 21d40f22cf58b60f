/**
 * As few of some items as possible with which a test still holds, in their order: it tries to do without half of them, then
 * without a quarter, and so on down to single ones.
 *
 * @param holds the test, which holds for all items
 * @param options `all`: whether it is worth a try to do without all of them
 */
export async function minimize<T>(
  items: readonly T[],
  holds: (kept: T[]) => Promise<boolean>,
  options: { readonly all?: boolean } = {},
): Promise<T[]> {
  let kept = [...items];
  let size = options.all ? kept.length : Math.ceil(kept.length / 2);
  while (size >= 1 && kept.length > 0) {
    let shrunk = false;
    for (let start = 0; start < kept.length; ) {
      const fewer = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (await holds(fewer)) {
        kept = fewer;
        shrunk = true;
      } else {
        start += size;
      }
    }
    if (size === 1 && !shrunk) {
      break;
    }
    // What one item needed may have gone after it was tried, so single ones are tried until none goes.
    size = Math.max(1, Math.floor(Math.min(size, kept.length) / 2));
  }
  return kept;
}
