import { Level } from '../../report/finding';
import { nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { listText } from '../list-text';
import { idleText, podsText } from '../ports-text';

/**
 * A PodMonitor that selects only pods without an address, or pods of workloads that are scaled to none or suspended.
 *
 * Mirrors: Prometheus `discovery/kubernetes/pod.go`, `buildPod`: without `status.podIP` there is no target.
 */
export const noAddress: Check = {
  id: 'monitor/no-address',
  level: Level.WARNING,
  summary: 'all the pods that the monitor selects have no address',
  why: 'A pod that was never placed on a node, or was evicted, has no address that could be scraped.',
  *run({ broken }) {
    for (const { monitor, cause } of broken) {
      if (cause.reason === 'no address') {
        const idle = cause.pods.every((pod) => pod.idle !== undefined);
        const pods = cause.pods.map((pod) => `${podsText(pod)}${idleText(pod)}`);
        yield {
          object: monitor,
          field: 'spec.selector',
          message: idle
            ? `${nameOf(monitor)} selects only pods that there are none of now: ${listText(pods, 3)}.`
            : `${nameOf(monitor)} selects only pods without an address: ${listText(pods, 3)}.`,
          basis: 'present',
          // Somebody has chosen to have none.
          ...(idle ? { level: Level.INFO } : {}),
          related: cause.pods
            .slice(0, 3)
            .map((pod) =>
              pod.idle === undefined
                ? { object: pod.workload, field: 'status', message: `is ${pod.phase}` }
                : { object: pod.workload, field: pod.idle, message: 'leaves it without pods' },
            ),
        };
      }
    }
  },
};
