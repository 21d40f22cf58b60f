import { atLeast, type Version } from './version';

/** What a release of the Operator brings along. */
export interface OperatorRelease {
  /** First version that this row is about. */
  readonly operator: string;
  /** Prometheus that an object without `spec.version` gets. */
  readonly prometheus: string;
  /** Alertmanager that an object without `spec.version` gets. */
  readonly alertmanager: string;
  /** Kubernetes that this release was tested on, the best guess where nobody names one. */
  readonly kubernetes: string;
}

/**
 * Releases from old to new.
 *
 * Source: prometheus-operator, at each tag `pkg/operator/defaults.go` and `.github/workflows/e2e.yaml`.
 */
export const OPERATOR_RELEASES: readonly OperatorRelease[] = [
  { operator: '0.84.0', prometheus: '3.4.2', kubernetes: '1.33.1', alertmanager: '0.28.1' },
  { operator: '0.85.0', prometheus: '3.5.0', kubernetes: '1.33.1', alertmanager: '0.28.1' },
  { operator: '0.86.0', prometheus: '3.6.0', kubernetes: '1.34.0', alertmanager: '0.28.1' },
  { operator: '0.87.0', prometheus: '3.7.3', kubernetes: '1.34.0', alertmanager: '0.29.0' },
  { operator: '0.88.0', prometheus: '3.9.1', kubernetes: '1.34.2', alertmanager: '0.30.0' },
  { operator: '0.89.0', prometheus: '3.9.1', kubernetes: '1.34.2', alertmanager: '0.31.0' },
  { operator: '0.90.0', prometheus: '3.10.0', kubernetes: '1.35.1', alertmanager: '0.31.1' },
  { operator: '0.91.0', prometheus: '3.11.3', kubernetes: '1.35.1', alertmanager: '0.32.1' },
  { operator: '0.92.0', prometheus: '3.12.0', kubernetes: '1.36.1', alertmanager: '0.33.0' },
  { operator: '0.93.0', prometheus: '3.13.1', kubernetes: '1.36.1', alertmanager: '0.33.1' },
];

/** The newest release that the rules here were read from. */
export const NEWEST_OPERATOR: OperatorRelease = OPERATOR_RELEASES[OPERATOR_RELEASES.length - 1];

/** The release that a version belongs to; the oldest for what is older still. */
export function operatorRelease(operator: Version): OperatorRelease {
  const reached = OPERATOR_RELEASES.filter((release) => atLeast(operator, release.operator));
  return reached[reached.length - 1] ?? OPERATOR_RELEASES[0];
}

/** Fields and behaviours by the release of the Operator that brought them. */
export const OPERATOR_FEATURES = {
  'PodMonitor.spec.podMetricsEndpoints[].filterRunning': '0.60.0',
  scrapeClasses: '0.73.0',
  'Prometheus.spec.serviceDiscoveryRole': '0.76.0',
  selectorMechanism: '0.79.0',
  'PodMonitor.spec.podMetricsEndpoints[].portNumber': '0.79.0',
  fallbackScrapeProtocol: '0.79.2',
  ConfigurationUnmanaged: '0.84.0',
  'ServiceMonitor.spec.serviceDiscoveryRole': '0.86.0',
  'UTF-8 label names in relabelings': '0.86.0',
  'one authentication method per PodMonitor endpoint': '0.86.0',
  NoSelectedResources: '0.88.0',
  'names of static labels are checked': '0.92.0',
  PrometheusTopologySharding: '0.92.0',
  PrometheusShardRetentionPolicy: '0.92.0',
} as const;

/** Something that an older Operator does not know. */
export type OperatorFeature = keyof typeof OPERATOR_FEATURES;

/** Whether an Operator knows a field or behaves in a way. */
export function operatorHas(feature: OperatorFeature, operator: Version): boolean {
  return atLeast(operator, OPERATOR_FEATURES[feature]);
}
