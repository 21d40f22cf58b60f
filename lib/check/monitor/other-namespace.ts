import { Level } from '../../report/finding';
import { namespaceOfSelected } from '../../simulator/chain/find-break';
import type { JobBreak, Selected } from '../../simulator/chain/job-break';
import { nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { BrokenEndpoint } from '../check-context';
import { distinct } from '../draft-of-problem';
import { setField } from '../field-edit';
import { listText, namespacesText, quoted, scalar } from '../list-text';
import { podsText } from '../ports-text';

/**
 * A monitor whose selector fits Services or pods, all of them in namespaces that it does not search.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `getNamespacesFromNamespaceSelector`: without
 * `namespaceSelector` a monitor searches its own namespace alone.
 *
 * Stays silent where a namespace that is searched holds something that fits but for a slip of the pen.
 */
export const otherNamespace: Check = {
  id: 'monitor/other-namespace',
  level: Level.ERROR,
  summary: 'what the monitor selects is in a namespace that it does not search',
  why: 'The job exists and finds nothing that it selects, so nothing is scraped and no alert on `up` fires.',
  *run({ broken }) {
    yield* distinct(broken.flatMap((one) => draftOf(one) ?? []));
  },
};

function draftOf({ monitor, cause }: BrokenEndpoint): Draft | undefined {
  if (cause.reason !== 'other namespace' || cause.ignored) {
    return undefined;
  }
  const namespaces = [...new Set(cause.elsewhere.map(namespaceOfSelected))];
  const { matchNames } = monitor.object.spec.namespaceSelector ?? {};
  const written: readonly string[] = Array.isArray(matchNames) ? matchNames : [];
  const what = monitor.object.kind === 'PodMonitor' ? 'pods' : 'Services';
  const names = [...(written.length > 1 ? written : []), ...namespaces];
  const only = written.length === 0 ? ', its own, since it has no namespaceSelector' : '';
  return {
    object: monitor,
    field: written.length > 0 ? 'spec.namespaceSelector.matchNames' : 'spec.namespaceSelector',
    message: `${nameOf(monitor)} looks for ${what} in ${namespacesText(cause.searched)} only${only}. What it selects is in ${namespacesText(namespaces)}: ${elsewhereText(cause)}.`,
    // Where no namespace is written, one was forgotten; where one is, it may hold more than is shown here.
    basis: written.length === 0 && namespaces.length === 1 ? 'present' : 'absent',
    fix:
      namespaces.length > 3
        ? { text: 'namespaceSelector: { any: true }' }
        : {
            text: `namespaceSelector: { matchNames: [${names.map(scalar).join(', ')}] }`,
            ...(namespaces.length === 1
              ? { patch: setField(monitor, 'spec.namespaceSelector', { matchNames: names }) }
              : {}),
          },
    related: cause.elsewhere.slice(0, 3).map((one) => ({
      object: objectOf(one),
      message: `has the labels, in namespace ${quoted(namespaceOfSelected(one))}`,
    })),
  };
}

function objectOf(one: Selected) {
  return 'object' in one ? one : one.workload;
}

/** The Services or pods that a selector takes in other namespaces. */
export function elsewhereText({ elsewhere }: Extract<JobBreak, { reason: 'other namespace' }>): string {
  return listText(
    elsewhere.map((one) => ('object' in one ? nameOf(one) : podsText(one))),
    3,
  );
}
