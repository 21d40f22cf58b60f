import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

interface Component {
  readonly key: string;
  readonly alert: string;
  /** Value below `defaultRules.rules` that switches the alert. */
  readonly group: string;
  /** Switch that the alert follows. */
  readonly follows: string;
}

/**
 * Components with an alert that fires when there is no target.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/rules-1.14`.
 */
const COMPONENTS: readonly Component[] = [
  component('kubeControllerManager', 'KubeControllerManagerDown', 'kubeControllerManager'),
  component('kubeScheduler', 'KubeSchedulerDown', 'kubeSchedulerAlerting'),
  component('kubeProxy', 'KubeProxyDown', 'kubeProxy'),
  component('kubeApiServer', 'KubeAPIDown', 'kubernetesSystem'),
  { ...component('kubelet', 'KubeletDown', 'kubernetesSystem'), follows: 'prometheusOperator.kubeletService.enabled' },
];

/** Alerts that stay when their targets go, and rules that the chart no longer keeps up. */
export function monitorRules(values: GuardedValues): void {
  if (values.flag('defaultRules.create', true) && values.flag('prometheus.enabled', true)) {
    absenceAlerts(values);
  }
  for (const key of [
    'k8sContainerCpuLimits',
    'k8sContainerCpuRequests',
    'k8sContainerMemoryLimits',
    'k8sContainerMemoryRequests',
  ]) {
    if (values.flag(`defaultRules.rules.${key}`, false)) {
      values.warn(`defaultRules.rules.${key}`, 'brings back rules that the chart no longer keeps up.', 'remove it.');
    }
  }
}

function absenceAlerts(values: GuardedValues): void {
  const left = new Map<string, Component[]>();
  for (const part of COMPONENTS) {
    const { key, alert, group, follows } = part;
    const off = switchedOff(values, key);
    const alerts =
      values.flag(follows, true) &&
      values.flag(`defaultRules.rules.${group}`, true) &&
      !truthy(values.map('defaultRules.disabled')[alert]);
    if (off !== undefined && alerts) {
      left.set(off, [...(left.get(off) ?? []), part]);
    }
  }
  for (const [off, parts] of left) {
    const alerts = parts.map(({ alert }) => alert).join(', ');
    const switches = parts.map(({ follows }) => follows).join(', ');
    values.warn(
      off,
      parts.length === 1
        ? `takes the targets away and leaves the alert ${alerts}, which then fires for ever.`
        : `takes the targets away and leaves the alerts ${alerts}, which then fire for ever.`,
      `set ${switches} to false, or switch off by name below defaultRules.disabled: ${alerts}.`,
    );
  }
}

/** The value that takes the targets of a component away. */
function switchedOff(values: GuardedValues, key: string): string | undefined {
  return [`${key}.enabled`, `${key}.serviceMonitor.enabled`, 'kubernetesServiceMonitors.enabled'].find(
    (path) => !values.flag(path, true),
  );
}

function component(key: string, alert: string, group: string): Component {
  return { key, alert, group, follows: `${key}.enabled` };
}
