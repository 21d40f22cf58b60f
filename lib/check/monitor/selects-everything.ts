import { Level } from '../../report/finding';
import { nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';
import { listText, namespacesText } from '../list-text';
import { isEmptySelector } from '../selector-text';

/**
 * A monitor with an empty selector, which takes every Service (or pod) in the namespaces that it searches.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`: an empty selector becomes no rule at all.
 *
 * Stays silent where a relabeling of the endpoint keeps or drops targets, and where there is but one thing to take.
 */
export const selectsEverything: Check = {
  id: 'monitor/selects-everything',
  level: Level.WARNING,
  summary: 'an empty selector takes everything in the namespace',
  why: 'Whatever is added to the namespace later is scraped as well, with the port and path of this monitor.',
  *run(context) {
    yield* distinct(
      liveEndpoints(context).flatMap((group) => {
        const { monitor, targets, jobs } = group;
        const isPodMonitor = monitor.object.kind === 'PodMonitor';
        const taken = isPodMonitor ? targets.pods.map((pod) => pod.workload) : targets.services;
        if (taken.length < 2 || !isEmptySelector(monitor.object.spec.selector) || filters(group)) {
          return [];
        }
        const what = isPodMonitor ? 'pods' : 'Services';
        return [
          {
            object: monitor,
            field: 'spec.selector',
            message: `The selector of ${nameOf(monitor)} is empty, so it takes all ${what} in ${namespacesText(jobs[0].job.discovery.namespaces)}: ${listText(taken.map(nameOf), 3)}.`,
            basis: 'present' as const,
            // To find pods by the name of a port alone is a habit of many.
            ...(isPodMonitor ? { level: Level.INFO } : {}),
            fix: { text: `matchLabels: with labels that only the ${what} to be scraped have.` },
          },
        ];
      }),
    );
  },
};

function filters({ spec }: EndpointGroup): boolean {
  const rules: any[] = Array.isArray(spec.relabelings) ? spec.relabelings : [];
  return rules.some((rule) => /^(?:keep|drop)/i.test(String(rule?.action ?? '')));
}
