import { Level } from '../../report/finding';
import { describeInstance } from '../../simulator/operator/instance';
import type { Check } from '../check';
import { draftOfProblem, sentenceOf } from '../draft-of-problem';
import { withValue } from '../instance-drafts';
import { monitorCount } from './monitor-count';

const CODES = ['instance/unmanaged'];

/**
 * A Prometheus whose configuration the Operator leaves to people, while there are monitors that nobody takes.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/server/operator.go`, `unmanagedPrometheusConfiguration`.
 *
 * Silent where other instances take all monitors.
 */
export const unmanaged: Check = {
  id: 'prometheus/unmanaged',
  level: Level.WARNING,
  summary: 'Prometheus whose configuration is left to you',
  why: 'The Operator makes an empty configuration once and never touches it again, so nothing is scraped unless you write it.',
  codes: CODES,
  *run({ simulation, untaken, working }) {
    const left = working.length === 0 ? simulation.monitors.length : untaken.size;
    for (const { object, problems } of left === 0 ? [] : simulation.instances) {
      for (const problem of problems.filter(({ code }) => CODES.includes(code))) {
        yield draftOfProblem(problem, {
          message: `${sentenceOf(problem)} ${monitorCount('monitor', left)} here ${left === 1 ? 'is' : 'are'} taken by nobody.`,
          fix: {
            text: withValue(
              `serviceMonitorSelector: {} in ${describeInstance(object)}, to take every ServiceMonitor.`,
              object,
              'spec.serviceMonitorSelector',
            ),
          },
        });
      }
    }
  },
};
