import { Level } from '../../report/finding';
import { selectionProblems } from '../../simulator/operator/describe-selection';
import { describeInstance } from '../../simulator/operator/instance';
import {
  compileSelector,
  describeRequirement,
  type FailedRequirement,
  failuresOf,
} from '../../simulator/operator/label-selector';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { MonitorOutcome } from '../../simulator/operator/select-monitors';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { setField } from '../field-edit';
import { nearestOutcomes } from './nearest-outcome';
import { mayBeSetElsewhere } from './unread-values';
import { wideningText } from './widening-text';

const CODES = ['unselected/labels'];

/**
 * A monitor whose labels no Prometheus selects.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `selectObjects`. The selector reads the labels
 * of the monitor itself, never those of the Service or of pods.
 *
 * Only warns where the selector is a default of kube-prometheus-stack and values are not at hand.
 *
 * Silent where a Prometheus selects it that does not work for another reason, and where none has a selector for its kind.
 */
export const notSelected: Check = {
  id: 'monitor/not-selected',
  level: Level.ERROR,
  summary: 'no Prometheus selects the labels of the monitor',
  why: 'The Operator passes the monitor over without an event, so there is no job, no target and no error.',
  codes: CODES,
  *run(context) {
    for (const outcome of nearestOutcomes(context)) {
      const miss = outcome.state === 'unselected' && outcome.misses.find(({ link }) => link === 'labels');
      if (miss && miss.failed !== undefined) {
        yield draftFor(outcome, miss.selectorField, context);
      }
    }
  },
};

function draftFor(outcome: MonitorOutcome, selectorField: string, context: CheckContext): Draft {
  const { monitor, instance } = outcome;
  const { working } = context;
  const unread = mayBeSetElsewhere(context, instance.object, selectorField);
  const selector = compileSelector(instance.object.object.spec?.[selectorField.slice('spec.'.length)], selectorField);
  const failures = failuresOf(selector, monitor.object.metadata.labels);
  const who = describeInstance(instance.object);
  const wanted = failures.map(({ requirement }) => describeRequirement(requirement)).join(' and ');
  const has = failures.map(({ requirement, actual }) => hasText(requirement.key, actual)).join(' and ');
  const [{ requirement }] = failures;
  const namespace = selectionProblems(outcome).find(({ code }) => !CODES.includes(code));
  const others = working.length > 1 ? ` Of the ${working.length} instances here this one comes nearest.` : '';
  return {
    object: monitor,
    field: joinPath('metadata.labels', requirement.key),
    message:
      `${who} takes only monitors with ${wanted}, and "${monitor.object.metadata.name}" ${has}.${others}` +
      (namespace === undefined ? '' : ` Nor does it look into its namespace: ${namespace.message}`) +
      (unread ? ' Values of the release that are not read here may say otherwise.' : ''),
    basis: unread ? 'absent' : 'present',
    ...(unread ? { level: Level.WARNING } : {}),
    fix: fixFor(outcome, failures, selectorField),
    related: [{ object: instance.object, field: requirement.field, message: 'asks for it' }],
  };
}

function hasText(key: string, actual: string | undefined): string {
  return actual === undefined ? `has no label "${key}"` : `has ${key}=${actual}`;
}

function fixFor(
  { monitor, instance }: MonitorOutcome,
  failures: readonly FailedRequirement[],
  field: string,
): Draft['fix'] {
  const edits = failures.map(editOf);
  const text = `${edits.map((edit) => edit.text).join('; ')} on ${nameOf(monitor)}`;
  const [{ key, value }] = edits;
  const [failure] = failures;
  const single = edits.length === 1 && value !== undefined && failure.requirement.values.length === 1;
  return {
    text: `${text}${wideningText(instance.object, field, failure.requirement)}.`,
    ...(single ? { patch: setField(monitor, joinPath('metadata.labels', key), value) } : {}),
  };
}

/** What to do to one label. */
function editOf({ requirement, actual }: FailedRequirement): { key: string; value?: string; text: string } {
  const { key, operator, values } = requirement;
  switch (operator) {
    case 'In': {
      const or = values.length > 1 ? ` (or ${values.slice(1).join(', ')})` : '';
      const text = `${actual === undefined ? 'add' : 'set'} the label ${key}: ${values[0]}${or}`;
      return { key, value: values[0], text };
    }
    case 'Exists':
      return { key, text: `add the label ${key}` };
    case 'DoesNotExist':
      return { key, text: `remove the label ${key}` };
    default:
      return { key, text: `change or remove the label ${key}` };
  }
}
