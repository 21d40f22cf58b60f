import { atLeast, type Version } from '../simulator/versions/version';

/** Experimental parts of PromQL that a Prometheus may have switched on; names as `--enable-feature` has them. */
export type PromqlFeature =
  | 'promql-experimental-functions'
  | 'promql-duration-expr'
  | 'promql-extended-range-selectors'
  | 'promql-binop-fill-modifiers';

/** The PromQL that one version of Prometheus speaks. */
export interface Dialect {
  readonly version: Version;
  readonly features: ReadonlySet<string>;
  /** Words that are more than a name. */
  readonly keywords: ReadonlySet<string>;
  /** Whether `5m` is a number of seconds, and `300` a duration. */
  readonly numbersAreDurations: boolean;
  /** Whether durations can be computed at all, with the feature. */
  readonly durationExpressions: boolean;
  /** Whether labels of `by`, `on` and the like may be quoted, and have any characters. */
  readonly quotedLabels: boolean;
  /** Whether `</` and `>/` are operators. */
  readonly trims: boolean;
  /** Whether `@ start()` and an offset that is computed count as modifiers in front of a range. */
  readonly strictRanges: boolean;
}

/** Keywords by the version that brought them; the others have always been there. */
const NEWER: { readonly [keyword: string]: string } = {
  limitk: '2.54.0',
  limit_ratio: '2.54.0',
  step: '3.6.0',
  range: '3.6.0',
  smoothed: '3.7.0',
  anchored: '3.7.0',
  fill: '3.10.0',
  fill_left: '3.10.0',
  fill_right: '3.10.0',
  max_of: '3.13.0',
  min_of: '3.13.0',
};

const KEYWORDS = [
  ...['and', 'or', 'unless', 'atan2'],
  ...['sum', 'avg', 'count', 'min', 'max', 'group', 'stddev', 'stdvar', 'topk', 'bottomk', 'count_values', 'quantile'],
  ...['offset', 'by', 'without', 'on', 'ignoring', 'group_left', 'group_right', 'bool', 'start', 'end', 'inf', 'nan'],
  ...Object.keys(NEWER),
];

/**
 * The dialect of a version.
 *
 * Source: prometheus `promql/parser/lex.go` and `generated_parser.y`, of 2.53.3, 2.54.1, 2.55.1, 3.0.1 and 3.4 to 3.15.
 */
export function dialectOf(version: Version, features: readonly string[] = []): Dialect {
  const has = (since: string): boolean => atLeast({ ...version, prerelease: [] }, since);
  return {
    version,
    features: new Set(features),
    keywords: new Set(KEYWORDS.filter((keyword) => has(NEWER[keyword] ?? '0.0.0'))),
    numbersAreDurations: has('2.54.0'),
    durationExpressions: has('3.4.0'),
    quotedLabels: has('2.55.0'),
    trims: has('3.11.0'),
    strictRanges: has('3.14.0'),
  };
}
