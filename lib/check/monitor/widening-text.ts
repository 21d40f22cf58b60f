import type { SourcedObject } from '../../simulator/kube-object';
import { describeInstance } from '../../simulator/operator/instance';
import type { SelectorRequirement } from '../../simulator/operator/label-selector';
import { modelledFrom } from '../../simulator/stack/modelled-source';

/**
 * The other way to have a monitor taken: have the Prometheus ask for less. With kube-prometheus-stack that is a value of
 * its own, since an empty selector in the values does not do it.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`.
 */
export function wideningText(instance: SourcedObject, selectorField: string, { key }: SelectorRequirement): string {
  const selector = selectorField.replace(/^spec\./, '');
  const stack = modelledFrom(instance);
  const rendered = instance.object.metadata.labels?.app === 'kube-prometheus-stack-prometheus';
  if (key === 'release' && (stack !== undefined || rendered)) {
    const release = stack === undefined ? 'kube-prometheus-stack' : `release ${stack.release}`;
    return `, or set prometheus.prometheusSpec.${selector}NilUsesHelmValues: false in the values of ${release}, to take every one`;
  }
  return `, or set ${selector}: {} in ${describeInstance(instance)}, to take every one`;
}
