import { alertmanagerFacts } from '../../stack/facts/alertmanager';
import { alertmanagerConfiguration } from '../../stack/facts/alertmanager-configuration';
import { truthy } from '../../stack/facts/selection';
import type { SourcedObject } from '../kube-object';
import { modelledObject } from './modelled-source';
import { SECRET_VALUES } from './prometheus-object';
import type { ReleaseFacts } from './release-facts';

const SPEC = 'prometheus.prometheusSpec';

/**
 * The Secrets that the chart makes for raw configuration: without them the Prometheus object would seem to refer to
 * nothing.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/additionalScrapeConfigs.yaml` and its like.
 */
export function ownSecrets({
  stack,
  values,
  names,
  objectNamespace: namespace,
  labels,
}: ReleaseFacts): SourcedObject[] {
  return SECRET_VALUES.flatMap(({ value, suffix, key }) => {
    const content = values.value(`${SPEC}.${value}`);
    if (!truthy(content)) {
      return [];
    }
    const object = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: `${names.prometheusService}-${suffix}`, namespace, labels: { ...labels } },
      // JSON is YAML too.
      stringData: { [key]: typeof content === 'string' ? content : JSON.stringify(content) },
    };
    return [
      modelledObject(stack, object, [
        ['stringData', `${SPEC}.${value}`],
        [`stringData["${key}"]`, `${SPEC}.${value}`],
      ]),
    ];
  });
}

/**
 * The Secret with the configuration of the Alertmanager; none where it has none, or where nobody can tell what is in it.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/alertmanager/secret.yaml`.
 */
export function alertmanagerSecret(facts: ReleaseFacts): SourcedObject | undefined {
  const { stack, labels } = facts;
  const { enabled, name, namespace } = alertmanagerFacts(facts);
  const text = enabled && stack.partial !== true ? alertmanagerConfiguration(facts) : undefined;
  if (text === undefined) {
    return undefined;
  }
  const object = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `alertmanager-${name}`, namespace, labels: { ...labels } },
    stringData: { 'alertmanager.yaml': text },
  };
  return modelledObject(stack, object, [
    ['stringData', 'alertmanager.config'],
    ['stringData["alertmanager.yaml"]', 'alertmanager.config'],
  ]);
}

/**
 * The monitors, Services and workloads of the chart and its sub-charts, beside those that the Operator makes: none yet.
 * A few of them would be worse than none, since a list of targets would then show Prometheus but no kubelet.
 */
export function ownTargets(_: ReleaseFacts): SourcedObject[] {
  return [];
}
