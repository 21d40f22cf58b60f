const SHOWN = 5;

/** `a, b and c`; of many the first ones, and how many there are beyond. */
export function listText(items: readonly string[], shown = SHOWN): string {
  const distinct = [...new Set(items)];
  if (distinct.length > shown) {
    return `${distinct.slice(0, shown).join(', ')} and ${distinct.length - shown} more`;
  }
  return distinct.length < 2 ? distinct.join('') : `${distinct.slice(0, -1).join(', ')} and ${distinct.at(-1)}`;
}

/** A value as messages show it. */
export function quoted(value: unknown): string {
  return `"${String(value)}"`;
}

/** `namespace "shop"`, `namespaces "shop" and "web"`, `any namespace`. */
export function namespacesText(namespaces: readonly string[] | undefined): string {
  if (namespaces === undefined || namespaces.length === 0) {
    return 'any namespace';
  }
  return `${namespaces.length === 1 ? 'namespace' : 'namespaces'} ${listText(namespaces.map(quoted))}`;
}

/** A flow mapping of YAML, ready to paste: `{ app: web, "a:b": "1" }`. */
export function flowMap(pairs: { readonly [key: string]: string }): string {
  return `{ ${Object.entries(pairs)
    .map(([key, value]) => `${scalar(key)}: ${scalar(value)}`)
    .join(', ')} }`;
}

/** A text as YAML: quoted where it would read as something else. */
export function scalar(text: string): string {
  const plain = /^[A-Za-z_][-\w./]*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
