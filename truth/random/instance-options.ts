import type { Cluster, Draft } from './cluster';

/** Settings of an instance that do it no harm. */
export function instanceOptions(cluster: Cluster, namespace: string, isAgent: boolean): Draft['spec'] {
  const { random } = cluster;
  return {
    ...random.maybe(0.12, () => ({ ignoreNamespaceSelectors: random.chance(0.8) })),
    ...random.maybe(0.15, () => enforcedNamespace(cluster)),
    ...random.maybe(0.15, () => ({ podTargetLabels: random.some(['app', 'tier', 'version', 'no-such-label'], 0.5) })),
    ...random.maybe(0.12, () => ({ overrideHonorLabels: random.chance(0.85) })),
    ...random.maybe(0.06, () => ({ overrideHonorTimestamps: true })),
    ...timing(cluster),
    ...random.maybe(0.1, () => ({ arbitraryFSAccessThroughSMs: { deny: random.chance(0.8) } })),
    ...limits(cluster),
    ...random.maybe(0.06, () => ({ paused: false })),
    ...random.maybe(0.1, () => ({ externalLabels: { cluster: 'one' } })),
    ...random.maybe(0.1, () => ({ serviceAccountName: 'prometheus' })),
    ...random.maybe(0.05, () => ({ probeSelector: {} })),
    ...random.maybe(0.05, () => ({ scrapeConfigSelector: {} })),
    ...random.maybe(0.04, () => ({ portName: 'http' })),
    ...random.maybe(0.04, () => ({ scrapeProtocols: ['OpenMetricsText1.0.0', 'PrometheusText0.0.4'] })),
    ...random.maybe(0.1, () => ({
      additionalScrapeConfigs: random.chance(0.75)
        ? additionalScrapeConfigs(cluster, namespace, OWN_JOBS)
        : { name: 'no-such-secret', key: 'jobs.yaml', optional: true },
    })),
    ...(isAgent
      ? {}
      : {
          ...random.maybe(0.1, () => ({ ruleSelector: {} })),
          ...random.maybe(0.08, () => ({ retention: '1d' })),
          ...random.maybe(0.05, () => ({
            alerting: { alertmanagers: [{ name: 'alertmanager-operated', port: 'web', namespace }] },
          })),
        }),
  };
}

const OWN_JOBS = `- job_name: own
  static_configs:
    - targets: ["198.51.100.250:80"]
`;

/** A reference to a Secret of its own with jobs that people wrote. */
export function additionalScrapeConfigs(cluster: Cluster, namespace: string, text: string): Draft['spec'] {
  const name = cluster.name('Secret', namespace, 'own-jobs');
  const key = 'jobs.yaml';
  cluster.add({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData: { [key]: text } });
  return { name, key };
}

function enforcedNamespace(cluster: Cluster): Draft['spec'] {
  const { random } = cluster;
  const excluded = random.some(cluster.watches, 0.3).map(({ object: { kind, metadata } }) => ({
    ...random.maybe(0.7, () => ({ group: 'monitoring.coreos.com' })),
    resource: kind === 'ServiceMonitor' ? 'servicemonitors' : 'podmonitors',
    namespace: metadata.namespace,
    ...random.maybe(0.7, () => ({ name: metadata.name })),
  }));
  return {
    enforcedNamespaceLabel: random.one(['namespace', 'tenant', 'exported_namespace']),
    ...(excluded.length === 0 ? {} : { excludedFromEnforcement: excluded }),
  };
}

function timing({ random }: Cluster): Draft['spec'] {
  return random.weighted<Draft['spec']>([
    [80, {}],
    [6, { scrapeInterval: '1m' }],
    [2, { scrapeInterval: '60s' }],
    [4, { scrapeInterval: '5s' }],
    [4, { scrapeInterval: '1m', scrapeTimeout: '20s' }],
    [4, { scrapeTimeout: '30s' }],
  ]);
}

function limits({ random }: Cluster): Draft['spec'] {
  return {
    ...random.maybe(0.05, () => ({ enforcedSampleLimit: 10000 })),
    ...random.maybe(0.06, () => ({ enforcedTargetLimit: random.one([1, 2, 500]) })),
    ...random.maybe(0.03, () => ({ enforcedLabelLimit: 40, enforcedLabelNameLengthLimit: 60 })),
    ...random.maybe(0.03, () => ({ enforcedBodySizeLimit: '10MB' })),
    ...random.maybe(0.03, () => ({ enforcedKeepDroppedTargets: 1500 })),
    ...random.maybe(0.03, () => ({ targetLimit: 200, sampleLimit: 20000 })),
  };
}
