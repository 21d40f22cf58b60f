import { atLeast, type Version } from '../simulator/versions/version';
import type { Dialect } from './dialect';

/** What an expression yields. */
export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

/** What a function takes and gives. */
export interface PromqlFunction {
  readonly name: string;
  readonly args: readonly ValueType[];
  readonly returns: ValueType;
  /** How many more arguments it takes than `args` has, the last of which may be left out; any number where negative. */
  readonly variadic: number;
  readonly experimental: boolean;
}

interface Row {
  readonly names: string;
  /** `v`ector, `m`atrix, `s`calar and `t`ext, then what is returned where that is no vector. */
  readonly shape: string;
  readonly variadic?: number;
  /** Since which version it is no longer, or not yet, what the row says. */
  readonly since?: string;
  readonly until?: string;
  /** Whether it needs the feature; a version, where it needs it before that. */
  readonly experimental?: boolean | string;
}

/** Source: prometheus `promql/parser/functions.go`, of 2.53.3, 2.54.1, 2.55.1, 3.0.1 and 3.4 to 3.15. */
const ROWS: readonly Row[] = [
  {
    names: 'abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor ln log10 log2 rad sgn sin',
    shape: 'v',
  },
  { names: 'sinh sort sort_desc sqrt tan tanh timestamp', shape: 'v' },
  { names: 'histogram_avg histogram_count histogram_sum histogram_stddev histogram_stdvar', shape: 'v' },
  { names: 'absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate', shape: 'm' },
  { names: 'last_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time', shape: 'm' },
  { names: 'stdvar_over_time sum_over_time', shape: 'm' },
  { names: 'mad_over_time', shape: 'm', experimental: true },
  {
    names: 'ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time',
    shape: 'm',
    since: '3.5.0',
    experimental: true,
  },
  { names: 'ts_of_first_over_time', shape: 'm', since: '3.7.0', experimental: true },
  { names: 'first_over_time', shape: 'm', since: '3.7.0', experimental: '3.14.0' },
  { names: 'days_in_month day_of_month day_of_week day_of_year hour minute month year', shape: 'v', variadic: 1 },
  { names: 'clamp', shape: 'vss' },
  { names: 'clamp_max clamp_min', shape: 'vs' },
  { names: 'histogram_fraction', shape: 'ssv' },
  { names: 'histogram_quantile', shape: 'sv' },
  { names: 'histogram_quantiles', shape: 'vtss', variadic: 9, since: '3.11.0', experimental: true },
  { names: 'holt_winters', shape: 'mss', until: '3.0.0' },
  { names: 'double_exponential_smoothing', shape: 'mss', since: '3.0.0', experimental: true },
  { names: 'info', shape: 'vv', variadic: 1, since: '2.55.0', experimental: true },
  { names: 'label_replace', shape: 'vtttt' },
  { names: 'label_join', shape: 'vttt', variadic: -1 },
  { names: 'predict_linear', shape: 'ms' },
  { names: 'quantile_over_time', shape: 'sm' },
  { names: 'round', shape: 'vs', variadic: 1 },
  { names: 'scalar', shape: 'v>s' },
  { names: 'sort_by_label sort_by_label_desc', shape: 'vt', variadic: -1, experimental: true },
  { names: 'start_timestamp', shape: 'v', since: '3.14.0', experimental: true },
  { names: 'start end step range', shape: '>s', since: '3.12.0', experimental: true },
  { names: 'max_of min_of', shape: 'ss>s', since: '3.13.0', experimental: true },
  { names: 'pi time', shape: '>s' },
  { names: 'vector', shape: 's' },
];

const TYPES: { readonly [letter: string]: ValueType } = { v: 'vector', m: 'matrix', s: 'scalar', t: 'string' };

/** What has become of functions that are gone. */
export const RENAMED: { readonly [name: string]: string } = {
  holt_winters: 'double_exponential_smoothing',
  double_exponential_smoothing: 'holt_winters',
};

/** Of each version that was asked for: there are few, and as many questions as expressions. */
const known = new Map<string, ReadonlyMap<string, PromqlFunction>>();

/** The functions of a version, by name. */
export function functionsOf({ version }: Dialect): ReadonlyMap<string, PromqlFunction> {
  const { major, minor, patch } = version;
  const key = `${major}.${minor}.${patch}`;
  let functions = known.get(key);
  if (functions === undefined) {
    functions = functionsIn({ ...version, prerelease: [] });
    known.set(key, functions);
  }
  return functions;
}

function functionsIn(release: Version): ReadonlyMap<string, PromqlFunction> {
  const found = new Map<string, PromqlFunction>();
  for (const { names, shape, variadic = 0, since, until, experimental = false } of ROWS) {
    if ((since === undefined || atLeast(release, since)) && (until === undefined || !atLeast(release, until))) {
      const [args, returns = 'v'] = shape.split('>');
      for (const name of names.split(' ')) {
        found.set(name, {
          name,
          args: [...args].map((letter) => TYPES[letter]),
          returns: TYPES[returns],
          variadic,
          experimental: typeof experimental === 'string' ? !atLeast(release, experimental) : experimental,
        });
      }
    }
  }
  return found;
}
