import type { Cluster, Draft, Labels } from './cluster';
import type { Random } from './random';

const PROTOCOLS = [
  'PrometheusProto',
  'OpenMetricsText1.0.0',
  'OpenMetricsText0.0.1',
  'PrometheusText1.0.0',
  'PrometheusText0.0.4',
];

/** What a monitor says about all its endpoints. */
export function monitorOptions(
  cluster: Cluster,
  kind: 'ServiceMonitor' | 'PodMonitor',
  ofService: Labels,
  ofPods: Labels,
): Draft['spec'] {
  const { random } = cluster;
  const isService = kind === 'ServiceMonitor';
  return {
    ...random.maybe(0.14, () => ({ jobLabel: labelName(random, isService ? ofService : ofPods) })),
    ...(isService ? random.maybe(0.14, () => ({ targetLabels: labelNames(random, ofService) })) : {}),
    ...random.maybe(0.14, () => ({ podTargetLabels: labelNames(random, ofPods) })),
    ...random.maybe(0.12, () => ({ selectorMechanism: random.chance(0.75) ? 'RoleSelector' : 'RelabelConfig' })),
    ...(isService
      ? random.maybe(0.2, () => ({ serviceDiscoveryRole: random.chance(0.65) ? 'EndpointSlice' : 'Endpoints' }))
      : {}),
    ...(cluster.scrapeClasses.length === 0
      ? {}
      : random.maybe(0.25, () => ({ scrapeClass: random.one(cluster.scrapeClasses) }))),
    ...random.maybe(0.1, () => ({ attachMetadata: { node: random.chance(0.8) } })),
    ...limits(random),
    ...protocols(random),
    ...random.maybe(0.03, () => ({ scrapeClassicHistograms: random.chance(0.5) })),
    ...random.maybe(0.03, () => ({ scrapeNativeHistograms: random.chance(0.5) })),
    ...random.maybe(0.03, () => ({ nativeHistogramBucketLimit: 160, nativeHistogramMinBucketFactor: '1.1' })),
    ...random.maybe(0.03, () => ({ convertClassicHistogramsToNHCB: true })),
  };
}

function labelName(random: Random, labels: Labels): string {
  const names = Object.keys(labels);
  return names.length === 0 || random.chance(0.15) ? random.one(['no-such-label', 'tier', '']) : random.one(names);
}

function labelNames(random: Random, labels: Labels): string[] {
  const names = [...random.some(Object.keys(labels), 0.6), ...random.some(['no-such-label', 'tier'], 0.2)];
  return [...new Set(names.length === 0 ? ['app'] : names)];
}

function limits(random: Random): Draft['spec'] {
  return {
    ...random.maybe(0.06, () => ({ sampleLimit: random.one([0, 1000, 50000]) })),
    ...random.maybe(0.06, () => ({ targetLimit: random.one([0, 1, 100]) })),
    ...random.maybe(0.03, () => ({ labelLimit: 30, labelNameLengthLimit: 64, labelValueLengthLimit: 256 })),
    ...random.maybe(0.03, () => ({ keepDroppedTargets: random.one([1000, 2000]) })),
    ...random.maybe(0.03, () => ({ bodySizeLimit: random.one(['5MB', '1GB', '0']) })),
  };
}

/** Protocols of which every version of Prometheus knows some. */
function protocols(random: Random): Draft['spec'] {
  return {
    ...random.maybe(0.05, () => ({
      scrapeProtocols: [...new Set([random.one(PROTOCOLS.slice(0, 3)), ...random.some(PROTOCOLS, 0.3)])],
    })),
    ...random.maybe(0.05, () => ({ fallbackScrapeProtocol: random.one(PROTOCOLS) })),
  };
}
