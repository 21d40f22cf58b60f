import { type ChainLink, LinkState } from '../report/explanation';
import type { SourcedObject } from '../simulator/kube-object';
import { isAssumed } from '../simulator/operator/assumed-instance';
import { describeInstance } from '../simulator/operator/instance';
import type { MonitorOutcome } from '../simulator/operator/select-monitors';
import { droppedRuleFields } from '../simulator/rules/dropped-rule-fields';
import type { Answer } from './answer';
import { problemLinks } from './instance-links';
import type { Scope } from './scope';
import { selectionLink, watchLink } from './selection-links';
import { counted, listed, sentence } from './texts';

/** Which Prometheus or ThanosRuler loads a PrometheusRule, and why others do not. */
export function explainRule(scope: Scope, rule: SourcedObject, accepted: ChainLink): Answer {
  const outcomes = scope.context.simulation.ruleOutcomes.filter(
    ({ monitor, instance }) => monitor === rule && !isAssumed(instance.object),
  );
  const chains = outcomes.map((outcome) => chainOf(scope, outcome));
  const idle = scope.instances.filter(({ state }) => !['managed', 'unmanaged'].includes(state));
  return {
    verdict: sentence(verdictOf(outcomes, rule)),
    chains: [
      accepted,
      ...chains,
      ...idle.map(({ object }) => scope.note(`${describeInstance(object)} loads nothing new: see what keeps it.`)),
    ],
    targets: [],
  };
}

function verdictOf(outcomes: readonly MonitorOutcome[], rule: SourcedObject): string {
  const at = (...states: readonly MonitorOutcome['state'][]): string[] =>
    outcomes.filter(({ state }) => states.includes(state)).map(({ instance }) => describeInstance(instance.object));
  const [loading, rejecting, undecided] = [at('selected'), at('rejected'), at('undecided')];
  if (loading.length > 0) {
    return `Loaded by ${listed(loading, 3)}: ${contentOf(rule)}`;
  }
  if (undecided.length > 0) {
    return `Unknown: whether ${listed(undecided, 3)} loads it depends on labels of its namespace`;
  }
  if (rejecting.length > 0) {
    return `Not loaded: ${listed(rejecting, 3)} would take it, and something in it keeps that from happening`;
  }
  switch (outcomes.length) {
    case 0:
      return 'Unknown: there is no Prometheus and no ThanosRuler among these objects';
    case 1:
      return `Not loaded: ${describeInstance(outcomes[0].instance.object)} does not select it`;
    default:
      return `Not loaded: none of ${counted(outcomes.length, 'instance')} selects it`;
  }
}

function contentOf({ object }: SourcedObject): string {
  const groups: any[] = Array.isArray(object.spec?.groups) ? object.spec.groups : [];
  const rules = groups.flatMap((group) => (Array.isArray(group?.rules) ? group.rules : []));
  const alerts = rules.filter((one) => one?.alert).length;
  return `${counted(alerts, 'alert')} and ${counted(rules.length - alerts, 'recording rule')} in ${counted(groups.length, 'group')}`;
}

function chainOf(scope: Scope, outcome: MonitorOutcome): ChainLink {
  const { instance, monitor, state, problems } = outcome;
  const watched = watchLink(scope, monitor, state !== 'unseen', instance);
  const links = state === 'unseen' ? [watched] : [watched, selectionLink(scope, outcome)];
  if (state === 'rejected') {
    const poison = problems.every(({ code }) => code.startsWith('poison/'));
    const text = poison
      ? 'The Operator takes it, and Prometheus refuses what comes of it.'
      : 'The Operator skips it as a whole.';
    links.push(
      scope.broken(text, { link: poison ? 'L6' : 'L5', links: problemLinks(scope, LinkState.BROKEN, problems) }),
    );
  }
  if (state === 'selected') {
    const dropped = droppedRuleFields(monitor, instance);
    const text = 'Each rule can be read.';
    links.push(scope.holds(text, { link: 'L5', links: problemLinks(scope, LinkState.NOTE, dropped) }));
  }
  const unmanaged =
    instance.state === 'unmanaged' ? ' People write its configuration, and have to name the files.' : '';
  return scope.link(STATES[state], `${describeInstance(instance.object)}:${unmanaged}`, { links });
}

const STATES: { readonly [state in MonitorOutcome['state']]: LinkState } = {
  unseen: LinkState.BROKEN,
  unselected: LinkState.BROKEN,
  undecided: LinkState.UNKNOWN,
  rejected: LinkState.BROKEN,
  selected: LinkState.HOLDS,
};
