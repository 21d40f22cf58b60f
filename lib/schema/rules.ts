import { isAbsent, isMap } from './finding';

type Fields = { readonly [name: string]: unknown };

/**
 * A rule about several fields of one struct.
 *
 * @returns a field for each way in which it is broken
 */
export type Rule = (self: Fields) => readonly string[];

/** In DaemonSet mode: fields that must not be set. */
const NOT_WITH_DAEMON_SET = [
  'replicas',
  'storage',
  'persistentVolumeClaimRetentionPolicy',
  'scrapeConfigSelector',
  'probeSelector',
  'scrapeConfigNamespaceSelector',
  'probeNamespaceSelector',
  'serviceMonitorSelector',
  'serviceMonitorNamespaceSelector',
  'additionalScrapeConfigs',
  'shardingStrategy',
];

/**
 * The CEL rules of the CRDs, by the names that `codegen/schema-facts.ts` gives them.
 *
 * Source: prometheus-operator v0.93.0 `pkg/apis/monitoring`, `+kubebuilder:validation:XValidation`.
 */
export const RULES: { readonly [name: string]: Rule } = {
  'external-id-needs-role': (self) => (has(self, 'externalId') && !has(self, 'roleArn') ? ['externalId'] : []),
  'rolling-update-needs-its-type': (self) =>
    self.type !== 'RollingUpdate' && has(self, 'rollingUpdate') ? ['rollingUpdate'] : [],
  'topology-needs-its-mode': (self) => (has(self, 'topology') && self.mode !== 'Topology' ? ['topology'] : []),
  'shards-cover-topology': (self) => {
    const strategy = self.shardingStrategy;
    const topology = isMap(strategy) && strategy.mode === 'Topology' ? strategy.topology : undefined;
    const values = isMap(topology) && Array.isArray(topology.values) ? topology.values.length : 0;
    const shards = isAbsent(self.shards) ? 1 : self.shards;
    return values > 0 && typeof shards === 'number' && shards < values ? ['shards'] : [];
  },
  'daemon-set-mode': (self) => {
    if (self.mode !== 'DaemonSet') {
      return [];
    }
    const set = NOT_WITH_DAEMON_SET.filter((name) => has(self, name));
    return typeof self.shards === 'number' && self.shards > 1 ? [...set, 'shards'] : set;
  },
  'one-authentication': (self) => {
    const set = ['basicAuth', 'authorization', 'oauth2'].filter((name) => has(self, name));
    return set.length > 1 ? [set[1]] : [];
  },
};

function has(self: Fields, name: string): boolean {
  return Object.hasOwn(self, name) && !isAbsent(self[name]);
}
