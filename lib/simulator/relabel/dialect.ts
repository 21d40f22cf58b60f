import { boundedMemo } from '../bounded-memo';
import { atLeast, parseVersion } from '../versions/version';

/** What differs between versions of Prometheus when labels are rewritten. */
export interface RelabelDialect {
  /** Which names a label may have: any text (`utf8`), or letters, digits and `_` (`legacy`). */
  readonly nameValidation: 'utf8' | 'legacy';
  /** Whether `.` of a rule's expression stands for a line break too. */
  readonly dotMatchesNewline: boolean;
  /** Whether an address without a port gets `:80` or `:443`. */
  readonly addsDefaultPort: boolean;
  /** Whether a label `__param_x` that discovery has set gives way to the parameter of the job. */
  readonly jobParamsWin: boolean;
  /** Whether targets are told by labels how to deal with histograms. */
  readonly histogramLabels: boolean;
}

/** Prometheus 3: prometheus v3.15 `model/relabel/relabel.go`, `NewRegexp`, and `scrape/target.go`, `PopulateLabels`. */
export const PROMETHEUS_3: RelabelDialect = {
  nameValidation: 'utf8',
  dotMatchesNewline: true,
  addsDefaultPort: false,
  jobParamsWin: false,
  histogramLabels: true,
};

/** Prometheus before 3.13: the same functions in prometheus v3.0. */
const BEFORE_3_13: RelabelDialect = { ...PROMETHEUS_3, histogramLabels: false };

/** Prometheus 2: the same functions in prometheus v2.55. */
export const PROMETHEUS_2: RelabelDialect = {
  nameValidation: 'legacy',
  dotMatchesNewline: false,
  addsDefaultPort: true,
  jobParamsWin: true,
  histogramLabels: false,
};

/**
 * The dialect of a `spec.version`. A text that is no version counts as the newest, since the Operator refuses the whole
 * Prometheus object for it and no target depends on the answer.
 */
export function dialectOf(prometheusVersion: string): RelabelDialect {
  return dialects(prometheusVersion);
}

/** Asked for each job, of few versions. */
const dialects = boundedMemo((version) => {
  if (!versionAtLeast(version, [3, 0, 0])) {
    return PROMETHEUS_2;
  }
  return versionAtLeast(version, [3, 13, 0]) ? PROMETHEUS_3 : BEFORE_3_13;
});

/**
 * Whether a version is at least another one. A pre-release comes before its release, as in `3.0.0-rc.0`. A text that is
 * no version is at least any.
 *
 * Source: blang/semver v4 `ParseTolerant` and `GTE`, which prometheus-operator uses.
 */
export function versionAtLeast(version: string, minimum: readonly [number, number, number]): boolean {
  const parsed = parseVersion(version);
  return parsed === undefined || atLeast(parsed, minimum.join('.'));
}
