/** Whether a value is a map as YAML and JSON have it: neither a list nor an instance of a class. */
export function isPlainObject(value: unknown): value is { [key: string]: any } {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  // By shape and not by identity: a map may come from another realm, such as a test runner's or jsii's.
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
