import { Level } from '../../report/finding';
import { endpointsOf } from '../../simulator/operator/monitor-parts';
import { nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';

/**
 * A monitor that describes no endpoint.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `appendServiceMonitorConfigs`: one job for each endpoint.
 */
export const monitorNoEndpoints: Check = {
  id: 'monitor/no-endpoints',
  level: Level.WARNING,
  summary: 'the monitor describes no endpoint',
  why: 'The Operator makes one job for each endpoint, so of this monitor it makes none.',
  *run({ taken }) {
    for (const monitor of taken.keys()) {
      if (endpointsOf(monitor).length === 0) {
        const list = monitor.object.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
        yield {
          object: monitor,
          field: `spec.${list}`,
          message: `${nameOf(monitor)} has no ${list}, so nothing is scraped.`,
          basis: 'present',
          fix: { text: `${list}: [{ port: <name of the port> }]` },
        };
      }
    }
  },
};
