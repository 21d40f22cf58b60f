import type { SourcedObject } from '../kube-object';
import { operatorHas } from '../versions/operator-releases';
import { PROMETHEUS_FEATURES } from '../versions/prometheus-gates';
import { atLeast, parseVersion, type Version } from '../versions/version';
import { isAssumed } from './assumed-instance';
import type { OperatorSettings } from './operator-settings';
import { keyOf, type Problem } from './problem';
import { type ScrapeClasses, scrapeClassesOf } from './scrape-class';

/** A Prometheus or PrometheusAgent, and what becomes of it. */
export interface Instance {
  readonly object: SourcedObject;
  readonly kind: 'Prometheus' | 'PrometheusAgent';
  /** `<namespace>/<name>`. */
  readonly key: string;
  /** The Operator that takes care of it; `undefined` where none does. */
  readonly operator: OperatorSettings | undefined;
  /**
   * - `unseen`: no Operator takes care of it
   * - `paused`: the Operator leaves everything as it was
   * - `frozen`: the Operator fails on it, so no change arrives
   * - `unmanaged`: the Operator leaves the configuration to people
   * - `managed`: monitors become jobs
   */
  readonly state: 'unseen' | 'paused' | 'frozen' | 'unmanaged' | 'managed';
  /** Reasons of the state, and references that may turn out missing. */
  readonly problems: readonly Problem[];
  readonly settings: InstanceSettings;
}

/** The fields of a Prometheus that decide about jobs, with all defaults filled in. */
export interface InstanceSettings {
  /** As in the manifest, or what the Operator falls back to. */
  readonly versionText: string;
  /** `undefined` where the Operator cannot read or use it. */
  readonly version: Version | undefined;
  readonly scrapeInterval: string;
  /** Empty where Prometheus decides. */
  readonly scrapeTimeout: string;
  readonly shards: number;
  /** Zones of the topology mode; `undefined` in the other mode. */
  readonly zones: readonly string[] | undefined;
  /** Whether shards beyond the wanted number are told to scrape nothing. */
  readonly shardRetention: boolean;
  /** Whether the zone of a pod is taken from its own labels instead of its node's. */
  readonly podTopologyLabels: boolean;
  readonly podTargetLabels: readonly string[];
  readonly ignoreNamespaceSelectors: boolean;
  /** Empty where none is enforced. */
  readonly enforcedNamespaceLabel: string;
  readonly excludedFromEnforcement: readonly any[];
  readonly overrideHonorLabels: boolean;
  readonly overrideHonorTimestamps: boolean;
  readonly denyFiles: boolean;
  readonly role: 'endpoints' | 'endpointslice';
  /** Whether ServiceMonitors may ask for another role than the Prometheus. */
  readonly monitorsChooseRole: boolean;
  readonly endpointSlices: boolean;
  readonly scrapeClasses: ScrapeClasses;
  /** A PrometheusAgent with one pod on each node, which sees the pods of that node. */
  readonly daemonSet: boolean;
  readonly serviceAccountName: string;
}

/**
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `NewConfigGenerator`, `endpointRoleFlavor`,
 * `isTopologyShardingActive`; `pkg/prometheus/common.go`, `shardsNumber`; CRD default of `scrapeInterval`.
 */
export function instanceSettings(object: SourcedObject, operator: OperatorSettings): InstanceSettings {
  const spec = object.object.spec ?? {};
  const isAgent = object.object.kind === 'PrometheusAgent';
  const versionText = spec.version ? String(spec.version) : operator.release.prometheus;
  const parsed = parseVersion(versionText);
  const version = parsed && (parsed.major === 2 || parsed.major === 3) ? parsed : undefined;
  const endpointSlices =
    atLeast(operator.kubernetesVersion, '1.21.0') &&
    version !== undefined &&
    atLeast(version, PROMETHEUS_FEATURES.endpointSlice);
  const strategy = spec.shardingStrategy;
  const zones: readonly string[] = strategy?.topology?.values ?? [];
  const topology =
    operator.gates.PrometheusTopologySharding === true && strategy?.mode === 'Topology' && zones.length > 0;
  return {
    versionText,
    version,
    scrapeInterval: spec.scrapeInterval ?? '30s',
    scrapeTimeout: spec.scrapeTimeout ?? '',
    shards: Math.max(1, Number(spec.shards ?? 1)),
    zones: topology ? zones : undefined,
    // The Operator has no such rules for agents.
    shardRetention: operator.gates.PrometheusShardRetentionPolicy === true && !isAgent,
    podTopologyLabels: atLeast(operator.kubernetesVersion, '1.35.0'),
    podTargetLabels: spec.podTargetLabels ?? [],
    ignoreNamespaceSelectors: spec.ignoreNamespaceSelectors === true,
    enforcedNamespaceLabel: spec.enforcedNamespaceLabel ?? '',
    excludedFromEnforcement: spec.excludedFromEnforcement ?? [],
    overrideHonorLabels: spec.overrideHonorLabels === true,
    overrideHonorTimestamps: spec.overrideHonorTimestamps === true,
    denyFiles: spec.arbitraryFSAccessThroughSMs?.deny === true,
    role: endpointSlices && spec.serviceDiscoveryRole === 'EndpointSlice' ? 'endpointslice' : 'endpoints',
    monitorsChooseRole: operatorHas('ServiceMonitor.spec.serviceDiscoveryRole', operator.version),
    endpointSlices,
    scrapeClasses: scrapeClassesOf(spec),
    daemonSet: isAgent && spec.mode === 'DaemonSet',
    serviceAccountName: spec.serviceAccountName || 'default',
  };
}

/** `Prometheus monitoring/k8s`. */
export function describeInstance(object: SourcedObject): string {
  return isAssumed(object) ? 'a Prometheus with default settings' : `${object.object.kind} ${keyOf(object)}`;
}
