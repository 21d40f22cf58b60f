import { Level } from '../../report/finding';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { listText } from '../list-text';
import { podsText } from '../ports-text';

/**
 * A monitor that selects only pods which have ended.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`: unless `filterRunning` is false, pods of phase Failed or
 * Succeeded are dropped.
 */
export const podsEnded: Check = {
  id: 'monitor/pods-ended',
  level: Level.WARNING,
  summary: 'all the pods that the monitor selects have ended',
  why: 'Prometheus drops pods that have ended, so as long as there are no others nothing is scraped.',
  *run({ broken }) {
    for (const { monitor, field, cause } of broken) {
      if (cause.reason === 'ended') {
        yield {
          object: monitor,
          field: joinPath(field, 'filterRunning'),
          message: `${nameOf(monitor)} selects only pods that have ended: ${listText(cause.pods.map(podsText), 3)}.`,
          basis: 'present',
          fix: { text: 'select pods that run; what ends by itself can push to a Pushgateway or by remote write.' },
          related: cause.pods
            .slice(0, 3)
            .map((pod) => ({ object: pod.workload, field: 'status.phase', message: `is ${pod.phase}` })),
        };
      }
    }
  },
};
