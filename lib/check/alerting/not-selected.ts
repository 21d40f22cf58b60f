import { Level } from '../../report/finding';
import type { ConfigOutcome } from '../../simulator/alertmanager/select-configs';
import { describeRequirement } from '../../simulator/operator/label-selector';
import { joinPath, nameOf, namespaceOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';

/**
 * An AlertmanagerConfig that no Alertmanager takes.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/alertmanager/operator.go`, `selectAlertmanagerConfigs`.
 *
 * Silent where there is no Alertmanager that looks for any, and where the labels of a namespace are not known.
 */
export const alertingNotSelected: Check = {
  id: 'alerting/not-selected',
  level: Level.ERROR,
  summary: 'no Alertmanager takes the AlertmanagerConfig',
  why: 'The Operator passes it over without an event, so its routes and receivers are not there, and its alerts go elsewhere or nowhere.',
  *run({ simulation: { alerting } }) {
    for (const config of alerting.configs) {
      const outcomes = alerting.outcomesOf(config);
      const untaken = outcomes.every(({ state }) => state === 'unselected' || state === 'unseen');
      if (outcomes.length > 0 && untaken) {
        yield draftFor([...outcomes].sort((a, b) => distance(a) - distance(b))[0]);
      }
    }
  },
};

function distance({ state, misses }: ConfigOutcome): number {
  return state === 'unseen' ? 10 : misses.length;
}

function draftFor({ config, instance, state, misses }: ConfigOutcome): Draft {
  const namespace = namespaceOf(config.object);
  const who = nameOf(instance.object);
  if (state === 'unseen') {
    return {
      object: config,
      field: 'metadata.namespace',
      message: `The Operator of ${who} does not look for AlertmanagerConfigs in namespace "${namespace}".`,
      basis: 'present',
      fix: { text: `add "${namespace}" to --alertmanager-config-namespaces or --namespaces of the Operator.` },
    };
  }
  const [{ link, selectorField, failed }] = misses;
  const selector = selectorField.replace(/^spec\./, '');
  const related = [
    { object: instance.object, field: failed?.requirement.field ?? 'spec', message: 'does not take it' },
  ];
  if (failed === undefined) {
    return {
      object: config,
      field: link === 'labels' ? 'metadata.labels' : 'metadata.namespace',
      message:
        link === 'labels'
          ? `${who} has no ${selector}, so it takes no AlertmanagerConfig.`
          : `${who} has no ${selector}, so it looks in its own namespace alone, and "${config.object.metadata.name}" is in "${namespace}".`,
      basis: 'present',
      fix: { text: `${selector}: {} in ${who}.` },
      related,
    };
  }
  const { requirement, actual } = failed;
  const has = actual === undefined ? `has no label "${requirement.key}"` : `has ${requirement.key}=${actual}`;
  const wanted = describeRequirement(requirement);
  const [value] = requirement.values;
  const label = value === undefined ? requirement.key : `${requirement.key}: ${value}`;
  return {
    object: config,
    field: link === 'labels' ? joinPath('metadata.labels', requirement.key) : 'metadata.namespace',
    message:
      link === 'labels'
        ? `${who} takes only AlertmanagerConfigs with ${wanted}, and "${config.object.metadata.name}" ${has}.`
        : `${who} looks only in namespaces with ${wanted}, and Namespace "${namespace}" ${has}.`,
    basis: 'present',
    fix: {
      text: ['In', 'Exists'].includes(requirement.operator)
        ? `set the label ${label} on ${link === 'labels' ? nameOf(config) : `Namespace ${namespace}`}, or change ${selector} of ${who}.`
        : `change ${selector} of ${who}.`,
    },
    related,
  };
}
