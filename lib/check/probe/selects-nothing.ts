import { Level } from '../../report/finding';
import type { DirectBreak } from '../../simulator/chain/direct-break';
import { nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { type DirectGroup, directGroups } from '../direct-groups';
import { setField } from '../field-edit';
import { listText, namespacesText, quoted } from '../list-text';
import { selectorWords } from '../selection-words';

/**
 * A Probe whose selector takes no Ingress in the namespaces that it searches, or only such that have no rule.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateProbeConfig`: without a `namespaceSelector` only the
 * namespace of the Probe counts.
 *
 * Silent about namespaces of which the objects show nothing, unless they are complete.
 */
export const selectsNothing: Check = {
  id: 'probe/selects-nothing',
  level: Level.ERROR,
  summary: 'Probe whose selector takes no Ingress',
  why: 'The job is there, without a target, so nothing is probed and nothing is shown as down.',
  *run(context) {
    for (const group of directGroups(context)) {
      const { cause, monitor } = group;
      if (cause?.reason === 'no ingress') {
        yield draftOf(group, cause, context);
      } else if (cause?.reason === 'no rule') {
        const [ingress] = cause.ingresses;
        yield {
          object: monitor,
          field: 'spec.targets.ingress',
          message: `${listText(cause.ingresses.map(nameOf), 3)} ${cause.ingresses.length === 1 ? 'has' : 'have'} no rule, and a default backend is not probed.`,
          basis: 'present',
          fix: { text: `add a rule with a host to ${nameOf(ingress)}.` },
          related: [{ object: ingress, field: 'spec', message: 'has no rule' }],
        };
      }
    }
  },
};

function draftOf(
  { monitor, jobs }: DirectGroup,
  { searched, near, elsewhere }: Extract<DirectBreak, { reason: 'no ingress' }>,
  { simulation }: CheckContext,
): Draft {
  const { ingress } = monitor.object.spec.targets;
  const isShown = searched?.every((namespace) => simulation.shownNamespaces.has(namespace)) === true;
  const draft = { object: monitor, basis: isShown ? 'absent' : 'hidden' } as const;
  const [found] = elsewhere;
  if (found !== undefined) {
    const { ignoreNamespaceSelectors } = jobs[0].job.instance.settings;
    const names = [...new Set(elsewhere.map(({ object }) => object.metadata.namespace as string))];
    return {
      ...draft,
      basis: 'absent',
      field: 'spec.targets.ingress.namespaceSelector',
      message: `It looks in ${namespacesText(searched)} alone, and what it selects is in ${namespacesText(names)}: ${listText(elsewhere.map(nameOf), 3)}.`,
      fix: ignoreNamespaceSelectors
        ? { text: 'put the Probe into that namespace, since the Prometheus has ignoreNamespaceSelectors: true.' }
        : {
            text: `namespaceSelector: { matchNames: [${names.join(', ')}] }`,
            patch: setField(monitor, 'spec.targets.ingress.namespaceSelector', { matchNames: names }),
          },
      related: [{ object: found, field: 'metadata.namespace', message: 'is what it selects' }],
    };
  }
  const [miss] = near;
  const nearest =
    miss === undefined
      ? ''
      : ` ${nameOf(miss.item)} would be taken but for ${miss.key}, which ${miss.found === undefined ? 'it does not have' : `is ${quoted(miss.found)} there`}.`;
  return {
    ...draft,
    ...(miss === undefined ? {} : { basis: 'absent' as const }),
    field: 'spec.targets.ingress.selector',
    message: `No Ingress in ${namespacesText(searched)} is ${selectorWords(ingress.selector).replace(/^all$/, 'there')}.${nearest}`,
    fix: { text: 'select labels that the Ingress itself has.' },
    related: miss === undefined ? [] : [{ object: miss.item, field: 'metadata.labels', message: 'comes nearest' }],
  };
}
