/** How many things are named where there may be thousands. */
export const NAMED = 5;

/** `a, b, c and 4 more`. */
export function listed(names: readonly string[], most = NAMED): string {
  if (names.length <= 1) {
    return names.join('');
  }
  const shown = names.length > most ? names.slice(0, most) : names.slice(0, -1);
  const last = names.length > most ? `${names.length - most} more` : names[names.length - 1];
  return `${shown.join(', ')} and ${last}`;
}

/** `1 target`, `2 targets`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : noun.endsWith('s') ? 'es' : 's'}`;
}

/** `namespace "shop"`, `namespaces "shop" and "web"`; `all namespaces` for `undefined`. */
export function namespacesText(namespaces: readonly string[] | undefined): string {
  if (namespaces === undefined) {
    return 'all namespaces';
  }
  return `namespace${namespaces.length === 1 ? '' : 's'} ${listed(namespaces.map((name) => `"${name}"`))}`;
}

/** A text as the start of a sentence. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text with a full stop, unless it ends in one. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A sentence without its full stop, as the part of another one. */
export function clause(text: string): string {
  return text.replace(/\.$/, '');
}
