/** A configuration, and labels of alerts to ask it about. */
export interface RouteCase {
  /** Content of an `alertmanager.yaml`. */
  readonly config: any;
  readonly alerts: readonly { readonly [name: string]: string }[];
}

const NAMES = ['alertname', 'namespace', 'severity', 'team', 'env'];
const VALUES = ['a', 'b', 'ab', 'shop', 'critical', 'warning', ''];
const REGEXES = ['a|b', 'a.*', '.+', '.*', '', 'crit.*|warning', 'sho[op]p?', '(?i)SHOP', '[^a]', 'a\\w?', '^a$|b'];
const RECEIVERS = ['null', 'r1', 'r2', 'r3', 'r4'];

/** Texts of matchers as people write them, right and wrong. */
const PIECES = [
  'team',
  '"team"',
  'a b',
  '=',
  '=~',
  '!=',
  '!~',
  ' ',
  'a',
  '"a"',
  '"a,b"',
  'a|b',
  '"a|b"',
  ',',
  '{',
  '}',
  '"\\d"',
  '"\\\\w"',
  "'a'",
  '(',
  'é',
  '"é"',
  '\\',
  'a\\"',
];

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A random routing tree with random alerts. */
export function randomTree(seed: number): RouteCase {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)];
  const matcher = (): string => {
    const type = pick(['=', '!=', '=~', '!~']);
    const value = type.endsWith('~') ? pick(REGEXES) : pick(VALUES);
    return `${pick(NAMES)} ${type} ${JSON.stringify(value)}`;
  };
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: Math.floor(next() * (most + 1)) }, make);
  const route = (depth: number): any => ({
    ...(next() < 0.7 ? { receiver: pick(RECEIVERS) } : {}),
    ...(next() < 0.8 ? { matchers: some(2, matcher) } : {}),
    ...(next() < 0.2 ? { match: { [pick(NAMES)]: pick(VALUES) } } : {}),
    ...(next() < 0.2 ? { match_re: { [pick(NAMES)]: pick(REGEXES) } } : {}),
    ...(next() < 0.4 ? { continue: true } : {}),
    ...(depth > 0 && next() < 0.7 ? { routes: some(3, () => route(depth - 1)) } : {}),
  });
  const routes = Array.from({ length: 1 + Math.floor(next() * 4) }, () => route(2));
  const alert = () => Object.fromEntries(NAMES.filter(() => next() < 0.6).map((name) => [name, pick(VALUES)]));
  const alerts = Array.from({ length: 6 }, alert);
  return { config: configOf({ receiver: 'null', routes }), alerts };
}

/** A route with a matcher that is often none. */
export function randomMatchers(seed: number): RouteCase {
  const next = numbers(seed);
  const pieces = Array.from({ length: 1 + Math.floor(next() * 5) }, () => PIECES[Math.floor(next() * PIECES.length)]);
  const text = next() < 0.5 ? `team${pieces.join('')}` : `team=~${pieces.join('')}`;
  const config = configOf({ receiver: 'null', routes: [{ receiver: 'r1', matchers: [text] }] });
  return { config, alerts: [{ team: 'a' }, { team: 'a,b' }, { team: 'é' }, {}] };
}

function configOf(route: any): any {
  return { route, receivers: RECEIVERS.map((name) => ({ name })) };
}
