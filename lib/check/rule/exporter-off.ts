import { Level } from '../../report/finding';
import { releaseOfStack } from '../../simulator/stack/release-of-stack';
import type { Check } from '../check';
import { offExporters, SWITCHES } from './off-exporters';

/**
 * A rule about metrics of a part of kube-prometheus-stack that the values of the release switch off.
 *
 * Mirrors: helm-charts, kube-prometheus-stack 88.5.3 `templates/exporters/*` and the conditions in `Chart.yaml`.
 *
 * Silent where a target of the Prometheus has the name of such an exporter, where the Prometheus gets samples in other
 * ways, where something that is not at hand has a say in the values, and about metrics that several programs expose.
 */
export const exporterOff: Check = {
  id: 'rule/exporter-off',
  level: Level.WARNING,
  summary: 'rule about an exporter that is switched off',
  why: 'Nothing else here exposes these metrics, so an alert on them never fires, and one on their absence fires for ever.',
  *run(context) {
    for (const { rule, field, series, text, component, stack, instance } of offExporters(context)) {
      const value = `${SWITCHES[component]}.enabled`;
      const off = !releaseOfStack(stack).values.flag(value, component !== 'windows-exporter');
      const what = off ? `${value} is false` : 'its ServiceMonitor is switched off';
      const is = series.absent ? 'asks for the absence of metrics' : 'is about metrics';
      yield {
        object: rule,
        field: `${field}.expr`,
        message: `${short(text)} ${is} of ${component}, which release "${stack.release}" does not have: ${what}.`,
        basis: 'absent',
        fix: { text: `${off ? `${value}: true in the values` : 'switch it on'}, or remove the rule.` },
        related: [{ object: instance.object, message: 'loads the rule' }],
      };
    }
  },
};

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
