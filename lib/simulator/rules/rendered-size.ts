/**
 * Most bytes of one object's rules as a file: what the Operator puts into a ConfigMap at most.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/rules.go`, `MaxConfigMapDataSize`.
 */
export const MOST_BYTES = 512 * 1024;

/**
 * The least number of bytes that a value takes as YAML: every text at its own length, and no more blanks than the form
 * needs. How long lines are broken makes it a little more.
 */
export function leastRenderedSize(value: unknown, indent = 0): number {
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + indent + 2 + leastRenderedSize(item, indent + 2), 0);
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null);
    // The first key of an item stands behind its dash.
    return fields.reduce((sum, [key, inner]) => {
      const nested = typeof inner === 'object';
      return sum + Buffer.byteLength(key) + 2 + (nested ? 0 : indent) + leastRenderedSize(inner, indent + 2);
    }, 0);
  }
  return Buffer.byteLength(String(value)) + 1;
}
