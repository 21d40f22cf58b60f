/** One condition on a version. */
type Comparator = (version: Numbers) => boolean;
/** The parts of a full version. */
export type Numbers = readonly [major: number, minor: number, patch: number];

/**
 * A range of versions as Helm, Argo CD and Flux read it: `^88`, `~88.5`, `88.x`, `>=80 <90`, `80 - 88`, `*`, `<85 || 88.5.3`.
 *
 * Source: Masterminds/semver v3 `constraints.go`. Pre-releases are left out, since the chart has none.
 *
 * @returns a predicate on full versions; `undefined` where the text is no range
 */
export function parseRange(text: string): ((version: string) => boolean) | undefined {
  const alternatives = text.split('||').map((part) => parseAll(part.trim()));
  if (alternatives.some((alternative) => alternative === undefined)) {
    return undefined;
  }
  return (version) => {
    const numbers = fullVersion(version);
    return numbers !== undefined && alternatives.some((all) => (all as Comparator[]).every((one) => one(numbers)));
  };
}

/** The versions that a text mentions, each made full with zeros. */
export function versionsIn(text: string): string[] {
  return [...text.matchAll(/\d+(?:\.\d+){0,2}/g)].map(([version]) => {
    const parts = version.split('.');
    return [0, 1, 2].map((index) => String(Number(parts[index] ?? '0'))).join('.');
  });
}

/** The numbers of a full version such as `88.5.3`. */
export function fullVersion(text: string): Numbers | undefined {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

/** Negative if `a` is older than `b`. */
export function compareNumbers(a: Numbers, b: Numbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

function parseAll(text: string): Comparator[] | undefined {
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(text);
  const parts = hyphen ? [`>=${hyphen[1]}`, `<=${hyphen[2]}`] : splitParts(text);
  const comparators = parts.map(parseOne);
  return comparators.length > 0 && comparators.every((one) => one !== undefined)
    ? (comparators as Comparator[])
    : undefined;
}

function splitParts(text: string): string[] {
  // A space may stand between the operator and the version.
  return text
    .replace(/([<>=!~^]+)\s+/g, '$1')
    .split(/[\s,]+/)
    .filter((part) => part !== '');
}

function parseOne(text: string): Comparator | undefined {
  const match =
    /^(=|==|!=|>|<|>=|=>|<=|=<|~|~>|\^)?v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:[-+][0-9A-Za-z.+-]*)?$/.exec(
      text,
    );
  if (!match) {
    return undefined;
  }
  const given = match.slice(2, 5).map((part) => (part === undefined || !/^\d+$/.test(part) ? undefined : Number(part)));
  // What follows a wildcard does not count.
  const open = given.indexOf(undefined);
  const precision = open < 0 ? 3 : open;
  const low = [0, 1, 2].map((index) => (index < precision ? (given[index] as number) : 0)) as unknown as Numbers;
  const operator = match[1] ?? '';
  const next = (position: number): Numbers =>
    [0, 1, 2].map((index) =>
      index < position ? low[index] : index === position ? low[index] + 1 : 0,
    ) as unknown as Numbers;
  // The first version above all that the written numbers stand for.
  const above: Numbers | undefined = precision === 0 ? undefined : next(precision - 1);
  const atLeast: Comparator = (version) => compareNumbers(version, low) >= 0;
  const below =
    (limit: Numbers | undefined): Comparator =>
    (version) =>
      limit === undefined || compareNumbers(version, limit) < 0;
  const both =
    (limit: Numbers | undefined): Comparator =>
    (version) =>
      atLeast(version) && below(limit)(version);
  switch (operator) {
    case '>':
      return (version) => !below(above)(version);
    case '>=':
    case '=>':
      return atLeast;
    case '<':
      return below(low);
    case '<=':
    case '=<':
      return below(above);
    case '!=':
      return (version) => !both(above)(version);
    case '~':
    case '~>':
      return both(precision === 0 ? undefined : next(Math.min(precision - 1, 1)));
    case '^': {
      const significant = low.findIndex((number) => number > 0);
      return both(
        precision === 0 ? undefined : next(significant < 0 ? precision - 1 : Math.min(significant, precision - 1)),
      );
    }
    default:
      return both(above);
  }
}
