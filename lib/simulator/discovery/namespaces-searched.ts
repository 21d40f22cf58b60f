import { isMap } from '../bag/field-reader';

/**
 * Namespaces that the jobs of a monitor search; `undefined` means all.
 *
 * Names are taken literally, and one that does not exist yields nothing, without an error; an empty one stands for all.
 * The monitor's own namespace counts only where no name is given, or where it is among the names.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `getNamespacesFromNamespaceSelector`; Prometheus
 * `discovery/kubernetes/kubernetes.go`, `getNamespaces` and `Run`, where an empty name is `NamespaceAll`.
 *
 * @param selector `spec.namespaceSelector` of a ServiceMonitor, PodMonitor or Probe
 * @param ignore `ignoreNamespaceSelectors` of the Prometheus
 */
export function namespacesSearched(
  monitorNamespace: string,
  selector: unknown,
  ignore: boolean,
): readonly string[] | undefined {
  const { any, matchNames } = isMap(selector) ? selector : { any: undefined, matchNames: undefined };
  if (ignore) {
    return [monitorNamespace];
  }
  if (any === true) {
    return undefined;
  }
  const names = Array.isArray(matchNames) ? matchNames.filter((name) => typeof name === 'string') : [];
  if (names.includes('')) {
    return undefined;
  }
  return names.length === 0 ? [monitorNamespace] : [...new Set<string>(names)];
}
