import type { ApiObject } from 'cdk8s';
import type { IPrometheus } from '../prometheus/i-prometheus';

/**
 * `namespaceSelector` of a monitor: the namespace of its target, where that is not its own.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `getNamespacesFromNamespaceSelector`: without names,
 * only the namespace of the monitor is searched.
 */
export function namespaceSelectorFor(monitor: ApiObject, target: ApiObject): any {
  const namespace = target.metadata.namespace;
  return namespace === undefined || namespace === monitor.metadata.namespace ? undefined : { matchNames: [namespace] };
}

/** Why the monitor cannot reach its target from where it is. */
export function namespaceProblem(
  monitor: ApiObject,
  target: ApiObject,
  prometheus: IPrometheus | undefined,
): { message: string; fix: string } | undefined {
  const from = monitor.metadata.namespace;
  const to = target.metadata.namespace;
  if (from === to) {
    return undefined;
  }
  if (to === undefined) {
    return {
      message: `the monitor is in namespace "${from}", but the namespace of ${target.kind} ${target.name} is left to the deploying tool, so the monitor cannot be told where to look.`,
      fix: `give ${target.kind} ${target.name} a namespace (of its chart, or metadata.namespace).`,
    };
  }
  if (prometheus?.ignoreNamespaceSelectors) {
    return {
      message: `the monitor is in namespace "${from}" and its target in "${to}", but Prometheus ${prometheus.namespace}/${prometheus.prometheusName} has ignoreNamespaceSelectors, so monitors reach their own namespace only.`,
      fix: `metadata: { namespace: '${to}' }`,
    };
  }
  return undefined;
}
