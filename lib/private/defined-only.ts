/**
 * An object without the fields that are undefined. They would go out as nothing in any case, but cdk8s resolves each of
 * them, for every object, before it leaves them out.
 */
export function definedOnly(fields: { [key: string]: any }): { [key: string]: any } {
  const defined: { [key: string]: any } = {};
  for (const key of Object.keys(fields)) {
    if (fields[key] !== undefined) {
      defined[key] = fields[key];
    }
  }
  return defined;
}
