import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
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
 * An error where monitors would be its: nobody else works here, or they stand in its namespace; a warning where they may be
 * somebody else's, or where the Secret that people write the configuration into is among the objects. Silent where other
 * instances take all monitors.
 */
export const unmanaged: Check = {
  id: 'prometheus/unmanaged',
  level: Level.WARNING,
  summary: 'Prometheus whose configuration is left to you',
  why: 'The Operator makes an empty configuration once and never touches it again, so nothing is scraped unless you write it.',
  codes: CODES,
  *run({ simulation, untaken, working }) {
    const left = working.length === 0 ? simulation.monitors : [...untaken.keys()];
    for (const { object, problems } of left.length === 0 ? [] : simulation.instances) {
      for (const problem of problems.filter(({ code }) => CODES.includes(code))) {
        const { name, namespace } = object.object.metadata;
        const isMeant = simulation.lookup.find('Secret', namespace as string, `prometheus-${name}`) !== undefined;
        const wouldBeIts = working.length === 0 || left.some((monitor) => namespaceOf(monitor) === namespace);
        yield draftOfProblem(problem, {
          message: `${sentenceOf(problem)} ${monitorCount('monitor', left.length)} here ${left.length === 1 ? 'is' : 'are'} taken by nobody.`,
          ...(wouldBeIts && !isMeant ? { level: Level.ERROR } : {}),
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

function namespaceOf({ object }: SourcedObject): string | undefined {
  return object.metadata.namespace;
}
