import { describeInstance } from './instance';
import { describeRequirement } from './label-selector';
import { joinPath, nameOf, namespaceOf, type Problem } from './problem';
import type { MonitorOutcome, SelectionMiss } from './select-monitors';

/** Says why a monitor is unseen, unselected or undecided; empty for the other states. */
export function selectionProblems(outcome: MonitorOutcome): Problem[] {
  const { instance, monitor, state } = outcome;
  const namespace = namespaceOf(monitor.object);
  const who = describeInstance(instance.object);
  if (state === 'unseen') {
    const { operator } = instance;
    return [
      {
        code: 'unseen/unwatched-namespace',
        certainty: 'certain',
        object: monitor,
        field: 'metadata.namespace',
        values: { namespace, watched: operator?.namespaces, denied: operator?.denied },
        message: `The Operator of ${who} does not watch namespace "${namespace}", so ${nameOf(monitor)} does not exist for it.`,
        fix: `add "${namespace}" to --namespaces of the Operator, or take it off --deny-namespaces.`,
      },
    ];
  }
  return outcome.misses.map((miss) => missProblem(outcome, miss, who, namespace));
}

function missProblem({ monitor }: MonitorOutcome, miss: SelectionMiss, who: string, namespace: string): Problem {
  const { link, selectorField, failed } = miss;
  const { name } = monitor.object.metadata;
  const selector = selectorField.replace(/^spec\./, '');
  if (!failed) {
    const problem = { certainty: 'certain', object: monitor, values: { selector: undefined } } as const;
    return link === 'labels'
      ? {
          ...problem,
          code: 'unselected/no-selector',
          field: 'metadata.labels',
          message: `${who} has no ${selector}, so it takes no ${monitor.object.kind} at all.`,
          fix: `${selector}: {} in ${who}, to take all of them.`,
        }
      : {
          ...problem,
          code: 'unselected/other-namespace',
          field: 'metadata.namespace',
          values: { ...problem.values, namespace },
          message: `${who} has no ${selector}, so it looks in its own namespace alone, and "${name}" is in "${namespace}".`,
          fix: `${selector}: {} in ${who}, to look everywhere; or move "${name}" to the namespace of ${who}.`,
        };
  }
  const { requirement, actual, certain } = failed;
  const wanted = describeRequirement(requirement);
  const has = actual === undefined ? `has no label "${requirement.key}"` : `has ${requirement.key}=${actual}`;
  const values = { selector: selectorField, requirement: wanted, key: requirement.key, actual };
  if (link === 'labels') {
    return {
      code: 'unselected/labels',
      certainty: 'certain',
      object: monitor,
      field: joinPath('metadata.labels', requirement.key),
      values,
      message: `${who} takes only ${monitor.object.kind === 'PrometheusRule' ? 'rules' : 'monitors'} with ${wanted} (${requirement.field}), and "${name}" ${has}.`,
      fix: labelFix(requirement, `${nameOf(monitor)}`),
    };
  }
  return {
    code: 'unselected/namespace',
    certainty: certain ? 'certain' : 'absent',
    object: monitor,
    field: 'metadata.namespace',
    values: { ...values, namespace },
    message: certain
      ? `${who} looks only in namespaces with ${wanted} (${requirement.field}), and Namespace "${namespace}" ${has}.`
      : `${who} looks only in namespaces with ${wanted} (${requirement.field}), and the labels of namespace "${namespace}" are not known.`,
    fix: labelFix(requirement, `Namespace ${namespace}`),
  };
}

function labelFix(requirement: { key: string; operator: string; values: readonly string[] }, object: string): string {
  const { key, operator, values } = requirement;
  switch (operator) {
    case 'In':
      return `add the label ${key}: ${values[0]} to ${object}.`;
    case 'Exists':
      return `add the label ${key} to ${object}.`;
    case 'DoesNotExist':
      return `remove the label ${key} from ${object}.`;
    default:
      return `change the label ${key} of ${object}.`;
  }
}
