import type { SchemaNode } from '../schema-table';

/** Units from the longest to the shortest, in milliseconds. */
const UNITS: ReadonlyArray<readonly [unit: string, milliseconds: number]> = [
  ['y', 365 * 24 * 3_600_000],
  ['w', 7 * 24 * 3_600_000],
  ['d', 24 * 3_600_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
];

/** Whether a pattern is one of the two of durations. */
export function isDuration(node: SchemaNode): boolean {
  return node.pattern?.includes('([0-9]+)ms)?') === true;
}

/** Whether a bare number can hardly mean but seconds; a large one may mean milliseconds as well. */
export function meansSeconds(text: string): boolean {
  return Number(text) < 1000;
}

/** The units that a field takes. */
export function unitsOf(node: SchemaNode): string[] {
  return UNITS.map(([unit]) => unit).filter((unit) => node.pattern?.includes(`)${unit})?`));
}

/**
 * The duration that a text means, in the spelling that the API takes: `1.5m` is `1m30s`, and a bare number means
 * seconds.
 */
export function mendDuration(node: SchemaNode, text: string): string | undefined {
  if (text.length > 60) {
    return undefined;
  }
  const compact = text
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/(\d)(day|hour|hr|minute|min|second|sec)s?(?=\d|$)/g, (_, digit, word) => `${digit}${word[0]}`);
  const parts = /^\d+(\.\d+)?$/.test(compact) ? [`${compact}s`] : compact.match(/\d+(?:\.\d+)?(?:ms|[ywdhms])/g);
  if (!parts || (parts.join('') !== compact && parts.join('') !== `${compact}s`)) {
    return undefined;
  }
  const milliseconds = parts.reduce((sum, part) => {
    const [, number, unit] = /^([\d.]+)(.+)$/.exec(part) as RegExpExecArray;
    return sum + Number(number) * (UNITS.find(([name]) => name === unit)?.[1] as number);
  }, 0);
  return Number.isInteger(milliseconds) && milliseconds > 0 ? spell(milliseconds, unitsOf(node)) : undefined;
}

function spell(milliseconds: number, units: readonly string[]): string {
  let rest = milliseconds;
  let text = '';
  for (const [unit, size] of UNITS) {
    // years and weeks are exact for Prometheus, and nobody expects them here
    if (units.includes(unit) && unit !== 'y' && unit !== 'w' && rest >= size) {
      text += `${Math.floor(rest / size)}${unit}`;
      rest %= size;
    }
  }
  return text;
}
