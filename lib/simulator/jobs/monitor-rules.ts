import type { SourcedObject } from '../kube-object';
import type { InstanceSettings } from '../operator/instance';
import { usesRoleSelector } from '../operator/monitor-parts';
import type { RelabelSupport } from '../operator/object-lookup';
import { joinPath, keyOf } from '../operator/problem';
import { scrapeClassFor } from '../operator/scrape-class';
import type { RelabelRule } from '../relabel/relabel-rule';
import { enforcedNamespaceRules } from './enforced-namespace';
import { filledIn } from './placeholders';
import { endpointLabelRules, POD_PORT_NAME, portRules } from './port-rules';
import { copyIfSetRule, copyRule, FIRST_GROUP, JOB_NAME_RULE, rule, runningRule, sanitized } from './rules';
import type { JobDiscovery } from './scrape-job';
import { selectorRules } from './selector-rules';
import { shardRules } from './shard-rules';

const POD_LABEL = '__meta_kubernetes_pod_label_';
const SERVICE_LABEL = '__meta_kubernetes_service_label_';
const SERVICE_NAME = '__meta_kubernetes_service_name';

/** One endpoint of a monitor at one Prometheus. */
export interface JobContext {
  readonly monitor: SourcedObject;
  readonly endpoint: any;
  /** Path of the endpoint. */
  readonly field: string;
  readonly settings: InstanceSettings;
  readonly relabel: RelabelSupport;
}

/**
 * All rules of a ServiceMonitor's endpoint, in the order in which Prometheus applies them.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateServiceMonitorConfig`.
 */
export function serviceMonitorRules(context: JobContext, role: JobDiscovery['role']): RelabelRule[] {
  const { monitor, endpoint, field } = context;
  const spec = monitor.object.spec ?? {};
  const part = `__meta_kubernetes_${role === 'endpointslice' ? 'endpointslice' : 'endpoint'}_`;
  return [
    JOB_NAME_RULE,
    ...(usesRoleSelector(monitor) ? [] : selectorRules(spec.selector, '__meta_kubernetes_service_')),
    ...portRules(endpoint, field, `${part}port_name`, false),
    ...targetRules(part),
    ...SERVICE_RULES,
    ...(endpoint.filterRunning === false ? [] : [runningRule(joinPath(field, 'filterRunning'))]),
    ...labelRules(spec.targetLabels, SERVICE_LABEL, 'spec.targetLabels'),
    ...podTargetLabelRules(context),
    rule('label', '', { sourceLabels: [SERVICE_NAME], targetLabel: 'job', replacement: FIRST_GROUP }),
    ...jobLabelRules(spec.jobLabel, SERVICE_LABEL),
    ...endpointLabelRules(endpoint, field),
    ...lastRules(context),
  ];
}

/**
 * All rules of a PodMonitor's endpoint, in the order in which Prometheus applies them.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generatePodMonitorConfig`.
 */
export function podMonitorRules(context: JobContext): RelabelRule[] {
  const { monitor, endpoint, field } = context;
  const spec = monitor.object.spec ?? {};
  return [
    JOB_NAME_RULE,
    ...(endpoint.filterRunning === false ? [] : [runningRule(joinPath(field, 'filterRunning'))]),
    ...(usesRoleSelector(monitor) ? [] : selectorRules(spec.selector, '__meta_kubernetes_pod_')),
    ...portRules(endpoint, field, POD_PORT_NAME, true),
    ...POD_RULES,
    ...podTargetLabelRules(context),
    rule('label', '', { targetLabel: 'job', replacement: keyOf(monitor) }),
    ...jobLabelRules(spec.jobLabel, POD_LABEL),
    ...endpointLabelRules(endpoint, field),
    ...lastRules(context),
  ];
}

const SERVICE_RULES: readonly RelabelRule[] = [
  copyRule('', '__meta_kubernetes_namespace', 'namespace'),
  copyRule('', SERVICE_NAME, 'service'),
  copyRule('', '__meta_kubernetes_pod_name', 'pod'),
  copyRule('', '__meta_kubernetes_pod_container_name', 'container'),
];

const POD_RULES: readonly RelabelRule[] = [
  copyRule('', '__meta_kubernetes_namespace', 'namespace'),
  copyRule('', '__meta_kubernetes_pod_container_name', 'container'),
  copyRule('', '__meta_kubernetes_pod_name', 'pod'),
];

const targetRulesOf = new Map<string, readonly RelabelRule[]>();

/** Sets `node` or `pod` to what the address belongs to. */
function targetRules(part: string): readonly RelabelRule[] {
  let rules = targetRulesOf.get(part);
  if (!rules) {
    rules = ['Node', 'Pod'].map((kind) =>
      rule('label', '', {
        sourceLabels: [`${part}address_target_kind`, `${part}address_target_name`],
        regex: `${kind};(.*)`,
        replacement: FIRST_GROUP,
        targetLabel: kind.toLowerCase(),
      }),
    );
    targetRulesOf.set(part, rules);
  }
  return rules;
}

function labelRules(labels: any, prefix: string, field: string): RelabelRule[] {
  return (Array.isArray(labels) ? labels : []).map((label, i) =>
    copyIfSetRule(joinPath(field, i), `${prefix}${sanitized(String(label))}`, sanitized(String(label))),
  );
}

function podTargetLabelRules({ monitor, settings }: JobContext): RelabelRule[] {
  const field = 'spec.podTargetLabels';
  return [
    ...labelRules(monitor.object.spec?.podTargetLabels, POD_LABEL, field),
    ...labelRules(settings.podTargetLabels, POD_LABEL, field),
  ];
}

function jobLabelRules(jobLabel: any, prefix: string): RelabelRule[] {
  return (jobLabel ?? '') === '' ? [] : [copyIfSetRule('spec.jobLabel', `${prefix}${sanitized(jobLabel)}`, 'job')];
}

/** Scrape class, user, enforced namespace and shards. Whoever comes later has the last word. */
function lastRules({ monitor, endpoint, field, settings, relabel }: JobContext): RelabelRule[] {
  const scrapeClass = scrapeClassFor(monitor.object.spec, settings.scrapeClasses);
  const ofClass: any[] = scrapeClass?.spec.relabelings ?? [];
  const ofUser: any[] = endpoint.relabelings ?? [];
  return [
    ...[
      ...ofClass.map((config, i) =>
        relabel.toRule(config, { reason: 'class', field: `${scrapeClass?.field}.relabelings[${i}]` }),
      ),
      ...ofUser.map((config, i) => relabel.toRule(config, { reason: 'user', field: `${field}.relabelings[${i}]` })),
    ].map((one) => filledIn(one, settings)),
    ...enforcedNamespaceRules(monitor, settings),
    ...(settings.daemonSet ? [] : shardRules(settings)),
  ];
}
