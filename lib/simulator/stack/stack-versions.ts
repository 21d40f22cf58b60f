import { CHART_VERSIONS, NEWEST_CHART, versionsOf } from '../../stack/facts/chart-versions';
import type { StackProblems, StackSpec } from './stack-spec';
import { compareNumbers, fullVersion, type Numbers, parseRange, versionsIn } from './version-range';

/** What a release installs, without a leading `v`. */
export interface StackVersions {
  readonly chart: string;
  readonly operator: string;
  readonly prometheus: string;
  /** True where the declaration leaves the chart open, or the chart is not known exactly. */
  readonly assumed: boolean;
  /** True where the declaration leaves the chart open. */
  readonly open: boolean;
}

/** The versions of a release; of what a range leaves open, the newest that is known. */
export function stackVersions(stack: StackSpec, problems: StackProblems): StackVersions {
  const text = (stack.chartVersion ?? '').trim();
  const exact = fullVersion(text);
  if (exact !== undefined) {
    const chart = exact.join('.');
    if (exact[0] === 63) {
      problems.field(
        'stack/chart-63',
        'assumed',
        '',
        `chart ${chart}: the charts 63.x read selectors in another way, which 64.0.0 took back; the model is that of the other charts.`,
        'use 64.0.0 or later.',
      );
    }
    reportUnknown(exact, chart, problems);
    return known(chart);
  }
  const chart = newestIn(text);
  problems.field(
    'stack/chart-version-open',
    'assumed',
    '',
    text === ''
      ? `the declaration names no chart version, so what gets installed depends on the day; ${chart} is assumed.`
      : `the chart version "${text}" depends on the day; ${chart} is assumed.`,
    stack.chartVersionFix ?? `name one version, for example ${chart}.`,
  );
  return { ...known(chart), assumed: true, open: true };
}

/** Says once that a chart is beyond the table; of one between two entries next to nothing is assumed. */
function reportUnknown(exact: Numbers, chart: string, problems: StackProblems): void {
  const [oldest] = CHART_VERSIONS;
  const [first, last] = [oldest.chart, NEWEST_CHART].map((version) => fullVersion(version) as Numbers);
  if (compareNumbers(exact, last) > 0) {
    problems.field(
      'stack/chart-newer',
      'assumed',
      '',
      `chart ${chart} is newer than ${NEWEST_CHART}, the newest that is known here; what it brings is assumed to be the same.`,
      'update cdk8s-prometheus, if there is a newer one.',
    );
  } else if (compareNumbers(exact, first) < 0 && exact[0] !== 63) {
    problems.field(
      'stack/chart-older',
      'assumed',
      '',
      `chart ${chart} is older than ${oldest.chart}, the oldest that is known here; what it brings is assumed to be the same.`,
      'update the chart.',
    );
  }
}

function newestIn(text: string): string {
  if (text === '') {
    return NEWEST_CHART;
  }
  const fits = parseRange(text);
  const found = CHART_VERSIONS.filter(({ chart }) => fits?.(chart)).pop();
  if (found) {
    return found.chart;
  }
  // The table holds a few releases of each major only: the newest version that the text names comes closest.
  const named = versionsIn(text).sort(byVersion);
  return (
    named.filter((version) => fits?.(version)).pop() ?? (fits === undefined ? undefined : named.pop()) ?? NEWEST_CHART
  );
}

function known(chart: string): StackVersions {
  const { operator, prometheus, assumed } = versionsOf(chart);
  const [oldest] = CHART_VERSIONS;
  return {
    chart,
    operator: operator ?? oldest.operator,
    prometheus: prometheus ?? oldest.prometheus,
    assumed,
    open: false,
  };
}

function byVersion(a: string, b: string): number {
  const [left, right] = [fullVersion(a), fullVersion(b)];
  return left && right ? compareNumbers(left, right) : 0;
}
