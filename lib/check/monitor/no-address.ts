import { Level } from '../../report/finding';
import { nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { listText } from '../list-text';
import { podsText } from '../ports-text';

/**
 * A PodMonitor that selects only pods without an address.
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
        yield {
          object: monitor,
          field: 'spec.selector',
          message: `${nameOf(monitor)} selects only pods without an address: ${listText(cause.pods.map(podsText), 3)}.`,
          basis: 'present',
          related: cause.pods
            .slice(0, 3)
            .map((pod) => ({ object: pod.workload, field: 'status', message: `is ${pod.phase}` })),
        };
      }
    }
  },
};
