import type { LabelSelector } from '../../../selection/label-selector';
import type { NamespaceSelector } from '../../../selection/namespace-selector';
import { SELECTED_KINDS, selectionKeys } from '../../facts/selection';
import type { Values } from '../../values';
import type { StackPrometheus } from './stack-prometheus';

/**
 * Values below `prometheus.prometheusSpec` that decide what is selected.
 *
 * @param namespace the namespace of the Prometheus object
 */
export function selectionValues(props: StackPrometheus, namespace: string): Values {
  const result: Values = {};
  for (const kind of SELECTED_KINDS) {
    const keys = selectionKeys(kind);
    const given = props as { [key: string]: any };
    const selector: LabelSelector | undefined = given[keys.selector];
    const namespaces: NamespaceSelector | undefined = given[keys.namespaceSelector];

    if (selector !== undefined) {
      // Null and not absent, since it has to remove the default of the chart.
      result[keys.selector] = selector.toManifest() ?? null;
    }
    const takesAll = selector !== undefined && Object.keys(selector.toManifest() ?? {}).length === 0;
    result[keys.nilUsesHelmValues] =
      given[keys.nilUsesHelmValues] ?? (takesAll || props.selectEverything ? false : undefined);

    if (namespaces?.ownNamespaceOnly) {
      // The chart turns null into all namespaces for four of the five kinds. The name says the same and is not
      // a null, which some deployers lose.
      result[keys.namespaceSelector] = { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
    } else if (namespaces !== undefined) {
      result[keys.namespaceSelector] = namespaces.toManifest();
    }
  }
  return result;
}
