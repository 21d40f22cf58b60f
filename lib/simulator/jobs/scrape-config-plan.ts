import type { SourcedObject } from '../kube-object';
import type { InstanceSettings } from '../operator/instance';
import { parseTextSelector, type SelectorRequirement } from '../operator/label-selector';
import type { RelabelSupport } from '../operator/object-lookup';
import { joinPath, namespaceOf } from '../operator/problem';
import { present } from '../operator/secret-or-config-map';
import type { RelabelRule } from '../relabel/relabel-rule';
import type { KubernetesRole, TargetSource } from './direct-job';
import { enforcedNamespaceRules } from './enforced-namespace';
import { classRules, type DirectPlan, jobNameRules, userRules } from './probe-plan';
import { JOB_NAME_RULE } from './rules';
import { shardRules } from './shard-rules';

/**
 * The job of a ScrapeConfig, with all its ways of discovery.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateScrapeConfig`.
 *
 * @param prometheusNamespace namespace of the Prometheus, which is what `ownNamespace` means
 */
export function scrapeConfigPlan(
  monitor: SourcedObject,
  settings: InstanceSettings,
  relabel: RelabelSupport,
  prometheusNamespace: string,
): DirectPlan {
  const { spec = {}, metadata } = monitor.object;
  const given: any[] = Array.isArray(spec.relabelings) ? spec.relabelings : [];
  const rules: RelabelRule[] = [
    JOB_NAME_RULE,
    ...classRules(monitor, settings, relabel),
    ...jobNameRules(spec.jobName ?? undefined, settings),
    ...userRules(given, 'spec.relabelings', settings, relabel),
    // The Operator adds it to relabelings, and forgets it where there are none.
    ...(given.length > 0 ? enforcedNamespaceRules(monitor, settings) : []),
  ];
  const isShared = settings.shards === 1 || rules.some(({ action }) => action === 'hashmod');
  return {
    name: `scrapeConfig/${namespaceOf(monitor.object)}/${metadata.name}`,
    monitor,
    sources: sourcesOf(spec, prometheusNamespace),
    relabelRules: isShared ? rules : [...rules, ...shardRules(settings)],
    scheme: String(spec.scheme || 'http').toLowerCase(),
    metricsPath: spec.metricsPath ?? '/metrics',
    params: spec.params ?? {},
    honorLabels: spec.honorLabels === true && !settings.overrideHonorLabels,
  };
}

function sourcesOf(spec: any, prometheusNamespace: string): TargetSource[] {
  return [
    ...items(spec, 'staticConfigs').map(
      ([config, field]): TargetSource => ({
        kind: 'static',
        field,
        targets: config.targets ?? [],
        labels: config.labels ?? {},
      }),
    ),
    ...items(spec, 'kubernetesSDConfigs').map(([config, field]) =>
      kubernetesSource(config, field, prometheusNamespace),
    ),
    ...Object.keys(spec)
      .filter((list) => list.endsWith('SDConfigs') && list !== 'kubernetesSDConfigs')
      .sort()
      .flatMap((list) => items(spec, list).map(([config, field]) => unknownSource(list, config, field))),
  ];
}

function items(spec: any, list: string): [config: any, field: string][] {
  return (Array.isArray(spec[list]) ? spec[list] : []).map((config: any, i: number) => [
    config ?? {},
    joinPath(`spec.${list}`, i),
  ]);
}

const ROLES: readonly KubernetesRole[] = ['pod', 'service', 'endpoints', 'endpointslice', 'ingress'];

/** Roles that find pods, and can tell about their nodes. */
const OF_PODS: readonly KubernetesRole[] = ['pod', 'endpoints', 'endpointslice'];

function kubernetesSource(config: any, field: string, prometheusNamespace: string): TargetSource {
  const role = String(config.role ?? '').toLowerCase() as KubernetesRole;
  if (present(config.apiServer)) {
    return { kind: 'unknown', field, why: `what the API server "${config.apiServer}" knows` };
  }
  if (!ROLES.includes(role)) {
    return { kind: 'unknown', field, why: 'which nodes the cluster has', role };
  }
  const selectors: any[] = Array.isArray(config.selectors) ? config.selectors : [];
  const byField = selectors.find((selector) => (selector?.field ?? '') !== '');
  if (byField !== undefined) {
    return { kind: 'unknown', field, why: `what the field selector "${byField.field}" takes` };
  }
  const own = selectors.filter((selector) => (selector?.label ?? '') !== '');
  // Endpoints without the pods or Services that belong to them are a riddle of their own.
  const other = own.find((selector) => String(selector.role).toLowerCase() !== role);
  if (other !== undefined) {
    return { kind: 'unknown', field, why: `what is left of ${role} beside the selector for role "${other.role}"` };
  }
  return {
    kind: 'kubernetes',
    field,
    role,
    namespaces: namespacesOf(config.namespaces, prometheusNamespace),
    attachNodeMetadata: config.attachMetadata?.node === true && OF_PODS.includes(role),
    selectors: Object.fromEntries(own.map(({ label }) => [role, selectorOf(label)])),
  };
}

/** Source: prometheus v3.15 `discovery/kubernetes/kubernetes.go`, `getNamespaces`. */
function namespacesOf(namespaces: any, prometheusNamespace: string): readonly string[] | undefined {
  const names: string[] = Array.isArray(namespaces?.names) ? namespaces.names : [];
  const all = namespaces?.ownNamespace === true ? [...names, prometheusNamespace] : names;
  return all.length === 0 || all.includes('') ? undefined : [...new Set(all)];
}

/** A selector that is written as text, as an object has it. */
function selectorOf(text: string): any {
  const matchExpressions = parseTextSelector(text, '').requirements.map(
    ({ key, operator, values }: SelectorRequirement) => ({ key, operator, values: [...values] }),
  );
  return { matchExpressions };
}

function unknownSource(list: string, config: any, field: string): TargetSource {
  const text = (value: unknown): string => (Array.isArray(value) ? value.map((one) => `"${one}"`).join(', ') : '');
  switch (list) {
    case 'httpSDConfigs':
      return { kind: 'unknown', field, why: `what ${config.url} answers` };
    case 'dnsSDConfigs':
      return { kind: 'unknown', field, why: `what DNS has under ${text(config.names)}` };
    case 'fileSDConfigs':
      return { kind: 'unknown', field, why: `what the files ${text(config.files)} of the Prometheus container hold` };
    default:
      return { kind: 'unknown', field, why: `what ${list.replace(/SDConfigs$/, '')} discovery finds` };
  }
}
