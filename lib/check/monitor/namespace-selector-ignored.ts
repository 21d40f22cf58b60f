import { Level } from '../../report/finding';
import { namespaceOfSelected } from '../../simulator/chain/find-break';
import { describeInstance } from '../../simulator/operator/instance';
import { nameOf, namespaceOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { BrokenEndpoint } from '../check-context';
import { distinct } from '../draft-of-problem';
import { namespacesText, quoted } from '../list-text';
import { elsewhereText } from './other-namespace';

/**
 * A monitor that names the right namespace, at a Prometheus that ignores it.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `getNamespacesFromNamespaceSelector`.
 */
export const namespaceSelectorIgnored: Check = {
  id: 'monitor/namespace-selector-ignored',
  level: Level.ERROR,
  summary: 'the Prometheus ignores the namespaceSelector of the monitor',
  why: 'The job exists and finds nothing, although the monitor alone looks right.',
  *run({ broken }) {
    yield* distinct(broken.flatMap((one) => draftOf(one) ?? []));
  },
};

function draftOf({ monitor, cause, jobs }: BrokenEndpoint): Draft | undefined {
  if (cause.reason !== 'other namespace' || !cause.ignored) {
    return undefined;
  }
  const instance = jobs[0].job.instance.object;
  const namespaces = [...new Set(cause.elsewhere.map(namespaceOfSelected))];
  const who = describeInstance(instance);
  return {
    object: monitor,
    field: 'spec.namespaceSelector',
    message: `${who} has ignoreNamespaceSelectors: true, so ${nameOf(monitor)} looks in its own namespace ${quoted(namespaceOf(monitor.object))} alone. What it selects is in ${namespacesText(namespaces)}: ${elsewhereText(cause)}.`,
    basis: 'present',
    fix: {
      text: `namespace: ${namespaces[0]} in the metadata of ${nameOf(monitor)}${namespaces.length > 1 ? ', and one such monitor for each other namespace' : ''}; or ignoreNamespaceSelectors: false in ${who}.`,
    },
    related: [
      {
        object: instance,
        field: 'spec.ignoreNamespaceSelectors',
        message: 'has every monitor search its own namespace alone',
      },
    ],
  };
}
