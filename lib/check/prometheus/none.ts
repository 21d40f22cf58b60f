import { Level } from '../../report/finding';
import { KINDS } from '../../simulator/operator/kinds-before-failing';
import type { Check } from '../check';
import { listText } from '../list-text';
import { monitorCount } from './monitor-count';

/**
 * Monitors, and no Prometheus at all.
 *
 * It is said once, at the first monitor. What is wrong whichever Prometheus takes a monitor is found nevertheless.
 */
export const none: Check = {
  id: 'prometheus/none',
  level: Level.WARNING,
  summary: 'monitors without any Prometheus',
  why: 'Nobody can tell from here which monitors are taken and what is scraped.',
  *run({ simulation, assumedInstance }) {
    const { monitors } = simulation;
    if (!assumedInstance || monitors.length === 0) {
      return;
    }
    const counts = KINDS.map((kind) => [kind, monitors.filter(({ object }) => object.kind === kind).length] as const)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => monitorCount(kind, count));
    yield {
      object: monitors[0],
      field: '',
      message: `There is no Prometheus and no PrometheusAgent among these objects to take ${listText(counts)}.`,
      basis: 'absent',
      fix: {
        text: 'add the Prometheus to the input; or model a release of kube-prometheus-stack, with --stack RELEASE/NAMESPACE on the command line or a StackRelease in the app.',
      },
    };
  },
};
