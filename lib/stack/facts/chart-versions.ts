/**
 * What one version of kube-prometheus-stack installs. Versions carry no leading `v`, and no suffix such as `-distroless` or
 * `-security-01`.
 */
export interface ChartVersion {
  readonly chart: string;
  readonly operator: string;
  readonly prometheus: string;
  readonly alertmanager: string;
  readonly grafana: string;
  readonly thanos: string;
  /** The oldest Kubernetes that Helm lets it into. */
  readonly kubernetes: string;
}

const COLUMNS = ['chart', 'operator', 'prometheus', 'alertmanager', 'grafana', 'thanos', 'kubernetes'] as const;

/**
 * Versions by chart version, oldest first: the first release of each major, and later ones where a version changed
 * within the major. Source: helm-charts, git history of `charts/kube-prometheus-stack/Chart.yaml` and `values.yaml`. Up
 * to chart 72 the version of Grafana depends on the day of packaging; the oldest that it may be stands here.
 */
export const CHART_VERSIONS: readonly ChartVersion[] = [
  ['65.0.0', '0.77.1', '2.54.1', '0.27.0', '11.2.0', '0.36.1', '1.19'],
  ['67.0.0', '0.79.0', '3.0.1', '0.27.0', '11.4.0', '0.37.2', '1.19'],
  ['70.0.0', '0.81.0', '3.2.1', '0.28.1', '11.5.1', '0.37.2', '1.19'],
  ['72.0.0', '0.82.0', '3.3.1', '0.28.1', '11.6.1', '0.38.0', '1.19'],
  ['73.0.0', '0.82.2', '3.4.1', '0.28.1', '12.0.0', '0.38.0', '1.25'],
  ['75.0.0', '0.83.0', '3.4.1', '0.28.1', '12.0.1', '0.38.0', '1.25'],
  ['76.0.0', '0.84.1', '3.5.0', '0.28.1', '12.1.0', '0.39.2', '1.25'],
  ['77.0.0', '0.85.0', '3.5.0', '0.28.1', '12.1.0', '0.39.2', '1.25'],
  ['78.0.0', '0.86.0', '3.6.0', '0.28.1', '12.1.1', '0.39.2', '1.25'],
  ['79.0.0', '0.86.1', '3.7.2', '0.28.1', '12.2.0', '0.39.2', '1.25'],
  ['80.0.0', '0.87.0', '3.8.0', '0.29.0', '12.3.0', '0.40.1', '1.25'],
  ['81.0.0', '0.88.0', '3.9.1', '0.30.1', '12.3.1', '0.40.1', '1.25'],
  ['82.0.0', '0.89.0', '3.9.1', '0.31.1', '12.3.3', '0.41.0', '1.25'],
  ['83.0.0', '0.90.1', '3.11.0', '0.31.1', '12.4.2', '0.41.0', '1.25'],
  ['84.0.0', '0.90.1', '3.11.2', '0.32.0', '13.0.1', '0.41.0', '1.25'],
  ['85.0.0', '0.90.1', '3.11.3', '0.32.1', '13.0.1', '0.41.0', '1.25'],
  ['86.0.0', '0.91.0', '3.11.3', '0.32.1', '13.0.1', '0.41.0', '1.25'],
  ['86.3.2', '0.91.0', '3.12.0', '0.33.0', '13.0.2', '0.41.0', '1.25'],
  ['87.0.0', '0.92.0', '3.12.0', '0.33.0', '13.0.2', '0.41.0', '1.25'],
  ['87.21.0', '0.92.1', '3.13.1', '0.33.1', '13.1.1', '0.42.2', '1.25'],
  ['88.0.0', '0.93.0', '3.13.1', '0.33.1', '13.1.1', '0.42.2', '1.25'],
  ['88.5.3', '0.93.1', '3.14.0', '0.34.0', '13.2.0', '0.42.4', '1.25'],
].map((row) => Object.fromEntries(COLUMNS.map((column, index) => [column, row[index]])) as unknown as ChartVersion);

/** The newest chart whose versions are known, and the default of `StackRelease`. */
export const NEWEST_CHART = CHART_VERSIONS[CHART_VERSIONS.length - 1].chart;

/** The versions that a chart brings, as far as they are known. */
export interface KnownVersions extends Partial<Omit<ChartVersion, 'chart'>> {
  /** True when this chart version is not in the table, and the entry before it stands in. */
  readonly assumed: boolean;
}

/**
 * The versions of the entry at or below this chart version. What a chart brings only ever grows, so the answer is never
 * newer than the truth. A chart older than the table has no answer.
 *
 * @param chart a full version such as `88.5.3`
 */
export function versionsOf(chart: string): KnownVersions {
  const entry = [...CHART_VERSIONS].reverse().find((candidate) => compareVersions(candidate.chart, chart) <= 0);
  const { chart: known, ...versions } = entry ?? { chart: undefined };
  return { ...versions, assumed: known !== chart };
}

/**
 * The newest chart that brings this version of the Operator, or else the newest that brings another patch of it;
 * `undefined` where none is known.
 *
 * @param operator a version such as `0.93.1`, with or without the patch and a leading `v`
 */
export function chartOfOperator(operator: string): string | undefined {
  const version = operator.replace(/^v/, '');
  const minor = `${version.split('.').slice(0, 2).join('.')}.`;
  const ofMinor = CHART_VERSIONS.filter((candidate) => candidate.operator.startsWith(minor));
  return (ofMinor.filter((candidate) => candidate.operator === version).pop() ?? ofMinor.pop())?.chart;
}

/** Whether `text` is a full version, not a range, and without a leading `v`. */
export function isFullVersion(text: string): boolean {
  return /^\d+\.\d+\.\d+$/.test(text);
}

function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  const index = left.findIndex((part, i) => part !== right[i]);
  return index < 0 ? 0 : left[index] - right[index];
}

/** The version in the tag of an image, without suffix and leading `v`; `undefined` where it holds none. */
export function versionIn(tag: string): string | undefined {
  return /^v?(\d+\.\d+\.\d+)/.exec(tag)?.[1];
}
