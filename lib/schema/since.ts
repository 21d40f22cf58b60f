import { OPERATOR_FEATURES } from '../simulator/versions/operator-releases';

const MONITORS = ['v1.PodMonitorSpec', 'v1.ProbeSpec', 'v1.ServiceMonitorSpec', 'v1alpha1.ScrapeConfigSpec'];
const SERVERS = ['v1.PrometheusSpec', 'v1alpha1.PrometheusAgentSpec'];

function each(structs: readonly string[], field: string, release: string): Array<[string, string]> {
  return structs.map((struct) => [`${struct}.${field}`, release]);
}

/** The release of the Operator that brought a field, by definition and field. */
export const SINCE: { readonly [field: string]: string } = Object.fromEntries([
  ...each(
    ['v1.PodMetricsEndpoint'],
    'filterRunning',
    OPERATOR_FEATURES['PodMonitor.spec.podMetricsEndpoints[].filterRunning'],
  ),
  ...each(
    ['v1.PodMetricsEndpoint'],
    'portNumber',
    OPERATOR_FEATURES['PodMonitor.spec.podMetricsEndpoints[].portNumber'],
  ),
  ...each(MONITORS, 'fallbackScrapeProtocol', OPERATOR_FEATURES.fallbackScrapeProtocol),
  ...each(MONITORS, 'scrapeClass', OPERATOR_FEATURES.scrapeClasses),
  ...each(SERVERS, 'scrapeClasses', OPERATOR_FEATURES.scrapeClasses),
  ...each(['v1.PodMonitorSpec', 'v1.ServiceMonitorSpec'], 'selectorMechanism', OPERATOR_FEATURES.selectorMechanism),
  ...each(SERVERS, 'serviceDiscoveryRole', OPERATOR_FEATURES['Prometheus.spec.serviceDiscoveryRole']),
  ...each(
    ['v1.ServiceMonitorSpec'],
    'serviceDiscoveryRole',
    OPERATOR_FEATURES['ServiceMonitor.spec.serviceDiscoveryRole'],
  ),
  ...each(SERVERS, 'shardingStrategy', OPERATOR_FEATURES.PrometheusTopologySharding),
  ...each(['v1.PrometheusSpec'], 'shardRetentionPolicy', OPERATOR_FEATURES.PrometheusShardRetentionPolicy),
]);
