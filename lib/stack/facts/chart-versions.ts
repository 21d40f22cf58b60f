/** What one version of kube-prometheus-stack installs. Versions carry no leading `v`. */
export interface ChartVersion {
  readonly chart: string;
  readonly operator: string;
  readonly prometheus: string;
}

/**
 * Versions by chart version, oldest first: the first release of each major, and later ones where a version changed
 * within the major. Source: helm-charts, git history of `charts/kube-prometheus-stack/Chart.yaml` and `values.yaml`.
 */
export const CHART_VERSIONS: readonly ChartVersion[] = [
  { chart: '65.0.0', operator: '0.77.1', prometheus: '2.54.1' },
  { chart: '67.0.0', operator: '0.79.0', prometheus: '3.0.1' },
  { chart: '70.0.0', operator: '0.81.0', prometheus: '3.2.1' },
  { chart: '72.0.0', operator: '0.82.0', prometheus: '3.3.1' },
  { chart: '73.0.0', operator: '0.82.2', prometheus: '3.4.1' },
  { chart: '75.0.0', operator: '0.83.0', prometheus: '3.4.1' },
  { chart: '76.0.0', operator: '0.84.1', prometheus: '3.5.0' },
  { chart: '77.0.0', operator: '0.85.0', prometheus: '3.5.0' },
  { chart: '78.0.0', operator: '0.86.0', prometheus: '3.6.0' },
  { chart: '79.0.0', operator: '0.86.1', prometheus: '3.7.2' },
  { chart: '80.0.0', operator: '0.87.0', prometheus: '3.8.0' },
  { chart: '81.0.0', operator: '0.88.0', prometheus: '3.9.1' },
  { chart: '82.0.0', operator: '0.89.0', prometheus: '3.9.1' },
  { chart: '83.0.0', operator: '0.90.1', prometheus: '3.11.0' },
  { chart: '84.0.0', operator: '0.90.1', prometheus: '3.11.2' },
  { chart: '85.0.0', operator: '0.90.1', prometheus: '3.11.3' },
  { chart: '86.0.0', operator: '0.91.0', prometheus: '3.11.3' },
  { chart: '86.3.2', operator: '0.91.0', prometheus: '3.12.0' },
  { chart: '87.0.0', operator: '0.92.0', prometheus: '3.12.0' },
  { chart: '87.21.0', operator: '0.92.1', prometheus: '3.13.1' },
  { chart: '88.0.0', operator: '0.93.0', prometheus: '3.13.1' },
  { chart: '88.5.3', operator: '0.93.1', prometheus: '3.14.0' },
];

/** The newest chart whose versions are known, and the default of `StackRelease`. */
export const NEWEST_CHART = CHART_VERSIONS[CHART_VERSIONS.length - 1].chart;

/** The versions that a chart brings, as far as they are known. */
export interface KnownVersions {
  readonly operator?: string;
  readonly prometheus?: string;
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
  return { operator: entry?.operator, prometheus: entry?.prometheus, assumed: entry?.chart !== chart };
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
