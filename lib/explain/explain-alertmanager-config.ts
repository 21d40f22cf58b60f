import { alertText, followedAlerts } from '../check/alerting/followed-alerts';
import { type ChainLink, LinkState } from '../report/explanation';
import { isBound } from '../simulator/alertmanager/alerting';
import { convertConfig } from '../simulator/alertmanager/convert-config';
import { matchersText } from '../simulator/alertmanager/route';
import type { ConfigOutcome } from '../simulator/alertmanager/select-configs';
import type { SourcedObject } from '../simulator/kube-object';
import { describeRequirement } from '../simulator/operator/label-selector';
import { nameOf, namespaceOf } from '../simulator/operator/problem';
import type { Answer } from './answer';
import { problemLinks } from './instance-links';
import type { Scope } from './scope';
import { clause, counted, listed, sentence } from './texts';

/** Which Alertmanagers an AlertmanagerConfig is part of, and which alerts it hears of. */
export function explainAlertmanagerConfig(scope: Scope, object: SourcedObject, accepted: ChainLink): Answer {
  const { alerting } = scope.context.simulation;
  const outcomes = alerting.outcomesOf(object);
  const chains = outcomes.map((outcome) => chainOf(scope, outcome, accepted));
  const taking = outcomes.filter(({ state }) => state === 'selected' || state === 'base');
  if (outcomes.length === 0) {
    const text =
      alerting.instances.length === 0
        ? 'There is no Alertmanager among these objects.'
        : 'No Alertmanager among these objects looks for AlertmanagerConfigs.';
    const state = alerting.instances.length === 0 ? LinkState.UNKNOWN : LinkState.BROKEN;
    const verdict = `${state === LinkState.UNKNOWN ? 'Unknown' : 'Not in effect'}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
    return { verdict, chains: [accepted, { state, text, links: [] }], targets: [] };
  }
  const loaded = taking.filter(({ instance }) => alerting.verdictOf(instance).state === 'loaded');
  const names = (list: readonly ConfigOutcome[]): string =>
    listed(
      list.map(({ instance }) => instance.key),
      3,
    );
  const verdict =
    loaded.length > 0
      ? `Part of the configuration of Alertmanager ${names(loaded)}`
      : taking.length > 0
        ? `Not in effect: the configuration of Alertmanager ${names(taking)} is refused as a whole`
        : outcomes.some(({ state }) => state === 'undecided')
          ? 'Unknown: the labels of its namespace are not among these objects'
          : `Not in effect: ${clause(chains[0].text)}`;
  return { verdict: sentence(verdict), chains, targets: [] };
}

function chainOf(scope: Scope, outcome: ConfigOutcome, accepted: ChainLink): ChainLink {
  const { instance, config, state, misses, problems } = outcome;
  const name = nameOf(instance.object);
  const places = [
    { object: config, field: 'metadata.labels' },
    { object: config, field: 'metadata.namespace' },
  ];
  switch (state) {
    case 'unseen':
      return scope.broken(`The Operator of ${name} does not look into namespace "${namespaceOf(config.object)}".`, {
        places,
      });
    case 'unselected': {
      const [{ selectorField, failed }] = misses;
      const selector = selectorField.replace(/^spec\./, '');
      const text =
        failed === undefined ? `has no ${selector}` : `${selector} asks for ${describeRequirement(failed.requirement)}`;
      return scope.broken(`${name} does not take it: ${text}.`, { places });
    }
    case 'undecided':
      return scope.unknown(`Whether ${name} takes it depends on labels of its namespace.`);
    case 'rejected':
      return scope.broken(`${name} selects it, and the Operator skips it.`, {
        links: [accepted, ...problemLinks(scope, LinkState.BROKEN, problems)],
      });
    default:
      return takenLink(scope, outcome, accepted);
  }
}

function takenLink(scope: Scope, { instance, config, state }: ConfigOutcome, accepted: ChainLink): ChainLink {
  const { alerting } = scope.context.simulation;
  const name = nameOf(instance.object);
  const verdict = alerting.verdictOf(instance);
  const { route } = convertConfig(config, state === 'selected' && isBound(config, instance), instance.version);
  const routes =
    route === undefined
      ? scope.note('It has no route, so it adds inhibit rules alone.')
      : scope.note(
          `Its route takes ${matchersText(route) === '' ? 'every alert' : `alerts with ${matchersText(route)}`}.`,
          {
            places: [{ object: config, field: 'spec.route' }],
          },
        );
  const prefix = `${namespaceOf(config.object)}/${config.object.metadata.name}/`;
  const alerts = followedAlerts(scope.context).filter(({ arrived }) =>
    arrived.some(
      ({ alertmanager, receivers }) =>
        alertmanager === instance && receivers.names.some((receiver) => receiver.startsWith(prefix)),
    ),
  );
  const heard = scope.note(
    alerts.length === 0
      ? 'No alert of the PrometheusRules among these objects gets there.'
      : `${counted(alerts.length, 'alert')} may get there: ${listed(alerts.map(alertText))}.`,
  );
  const links = [accepted, routes, ...(route === undefined ? [] : [heard])];
  return verdict.state === 'loaded'
    ? scope.holds(`It is ${state === 'base' ? 'the base' : 'part'} of the configuration of ${name}.`, { links })
    : scope.broken(`${name} would take it, and its configuration is refused as a whole.`, {
        links: [...links, ...problemLinks(scope, LinkState.BROKEN, verdict.problems)],
      });
}
