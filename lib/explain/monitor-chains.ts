import { referenceTo } from '../check/to-finding';
import { type ChainLink, LinkState } from '../report/explanation';
import { isAssumed } from '../simulator/operator/assumed-instance';
import { describeInstance, type Instance } from '../simulator/operator/instance';
import { KINDS } from '../simulator/operator/kinds-before-failing';
import { prefixOf } from '../simulator/operator/monitor-parts';
import { watchesMonitors } from '../simulator/operator/operator-settings';
import { namespaceOf } from '../simulator/operator/problem';
import { directLinks } from './direct-links';
import { endpointLink, notReached } from './endpoint-links';
import { managedLink, poisonLink } from './instance-links';
import { isTaken, type Judgement, LINKS, NAME_PROMETHEUS, noPrometheus, rankOf, rejectionsOf } from './judge-monitor';
import type { Scope } from './scope';
import { selectionLink, watchLink } from './selection-links';
import { counted, listed, NAMED, sentence } from './texts';

/** How many chains are shown, and how many endpoints of one. */
const CHAINS = 10;
const ENDPOINTS = 20;

/** The chains of a monitor, one for each group of instances at which they are the same; those that come furthest first. */
export function monitorChains(scope: Scope, judgements: readonly Judgement[], accepted: ChainLink): ChainLink[] {
  const groups = grouped(scope, judgements).sort(([a], [b]) => rankOf(b) - rankOf(a));
  const taken = judgements.some((judgement) => isTaken(judgement) && !isAssumed(judgement.instance.object));
  const chains = groups.slice(0, CHAINS).map((group) => chainOf(scope, group, taken, accepted));
  const rest = groups.slice(CHAINS).flat();
  return rest.length === 0
    ? chains
    : [...chains, scope.note(`${counted(rest.length, 'more instance')} with other reasons: ${instanceNames(rest)}.`)];
}

/** Judgements that differ in nothing but the instance. */
function grouped(scope: Scope, judgements: readonly Judgement[]): Judgement[][] {
  const ids = new Map<object, number>();
  const idOf = (targets: object): number => {
    const id = ids.get(targets) ?? ids.size;
    ids.set(targets, id);
    return id;
  };
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const { instance, outcome, jobs, direct, stop, targets } = judgement;
    const fields = (problems: readonly { readonly code: string; readonly field: string }[]) =>
      problems.map(({ code, field }) => [code, field]);
    const spec = instance.object.object.spec ?? {};
    const facts = [
      [
        instance.state,
        fields(instance.problems),
        instance.operator?.object && referenceTo(instance.operator.object.object),
      ],
      outcome && [outcome.state, fields(outcome.problems)],
      SELECTORS.map((selector) => spec[selector] ?? null),
      outcome?.misses.some(({ failed }) => failed === undefined) ? namespaceOf(instance.object.object) : null,
      jobs.map(({ simulated }) => idOf(simulated.targets)),
      direct === undefined ? null : idOf(direct.targets),
      [stop?.link, stop?.unknown, stop?.because, targets, instance.settings.ignoreNamespaceSelectors],
      outcome?.state === 'selected' ? fields(scope.poisonsAt(instance).slice(0, NAMED)) : null,
    ];
    const key = JSON.stringify(facts);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [judgement]);
    } else {
      group.push(judgement);
    }
  }
  return [...groups.values()];
}

const SELECTORS = KINDS.map(prefixOf).flatMap((prefix) => [`${prefix}Selector`, `${prefix}NamespaceSelector`]);

function chainOf(scope: Scope, group: readonly Judgement[], taken: boolean, accepted: ChainLink): ChainLink {
  const [first] = group;
  const { stop, instance } = first;
  const targets = group.reduce((sum, one) => sum + one.targets, 0);
  // Each Prometheus has monitors of its own, so one that passes over what another one takes is no mistake.
  const elsewhere = taken && stop !== undefined && LINKS.indexOf(stop.link) <= LINKS.indexOf('L4');
  const poisoned = isTaken(first) && scope.poisonsAt(instance).length > 0;
  const state =
    stop === undefined
      ? poisoned
        ? LinkState.BROKEN
        : LinkState.HOLDS
      : stop.unknown
        ? LinkState.UNKNOWN
        : elsewhere
          ? LinkState.NOTE
          : LinkState.BROKEN;
  const outcome =
    stop === undefined
      ? `${counted(targets, 'target')}${poisoned ? ', once its configuration can be loaded' : ''}`
      : stop.unknown
        ? `not known from ${stop.link} on`
        : `the chain breaks at ${stop.link}`;
  const links = [accepted, ...linksOf(scope, first)];
  const object = group.length === 1 && !isAssumed(instance.object) ? referenceTo(instance.object.object) : undefined;
  return {
    state,
    text: `${instanceNames(group)}: ${sentence(elsewhere ? 'does not take it, as another one does' : outcome)}`,
    ...(object === undefined ? {} : { object }),
    links,
  };
}

function linksOf(scope: Scope, judgement: Judgement): ChainLink[] {
  const { monitor, instance, outcome } = judgement;
  if (isAssumed(instance.object)) {
    return assumedLinks(scope, judgement);
  }
  const namespace = namespaceOf(monitor.object);
  const { operators } = scope.context.simulation;
  const watching = instance.operator === undefined ? operators : [instance.operator];
  const watched = outcome?.state !== 'unseen' && watching.some((one) => watchesMonitors(one, namespace));
  const links = [watchLink(scope, monitor, watched, instance)];
  if (!watched) {
    return [...links, ...notReached(scope, 'L2')];
  }
  links.push(managedLink(scope, instance));
  if (outcome === undefined) {
    return [...links, ...notReached(scope, 'L3')];
  }
  links.push(selectionLink(scope, outcome));
  if (outcome.state === 'unselected') {
    return [...links, ...notReached(scope, 'L4')];
  }
  return [...links, ...laterLinks(scope, judgement, outcome)];
}

function assumedLinks(scope: Scope, judgement: Judgement): ChainLink[] {
  const { outcome } = judgement;
  const unknown = scope.unknown(`L2 to L4: ${noPrometheus('it')}. What follows is as with default settings.`, {
    fix: NAME_PROMETHEUS,
  });
  return outcome === undefined ? [unknown] : [unknown, ...laterLinks(scope, judgement, outcome)];
}

/** From L5 on. */
function laterLinks(scope: Scope, judgement: Judgement, outcome: NonNullable<Judgement['outcome']>): ChainLink[] {
  const { instance, jobs, direct, stop } = judgement;
  const rejecting = rejectionsOf(scope, outcome);
  if (outcome.state === 'rejected') {
    const links = rejecting
      .slice(0, NAMED)
      .map((problem) => scope.broken(`${problem.field} ${problem.message}`, { places: [problem], fix: problem.fix }));
    const rest = rejecting.length > NAMED ? [scope.note(`${rejecting.length - NAMED} more reasons.`)] : [];
    const text = `The Operator rejects it for ${counted(rejecting.length, 'reason')}.`;
    return [scope.broken(text, { link: 'L5', links: [...links, ...rest] }), ...notReached(scope, 'L5')];
  }
  const open = outcome.problems
    .slice(0, NAMED)
    .map((problem) => scope.unknown(`${problem.field} ${problem.message}`, { places: [problem], fix: problem.fix }));
  if (jobs.length === 0 && direct === undefined) {
    const text = sentence(`No job comes of it: ${stop?.because ?? 'it has no endpoint'}`);
    return [scope.broken(text, { link: 'L5', places: [{ object: judgement.monitor, field: 'spec.endpoints' }] })];
  }
  const held =
    open.length === 0
      ? 'The Operator accepts what it says.'
      : 'The Operator accepts what it says, if what it refers to is there.';
  const shown = [
    ...jobs.slice(0, ENDPOINTS).map((judged) => endpointLink(scope, judged)),
    ...(direct === undefined ? [] : directLinks(scope, direct)),
  ];
  const rest = Math.max(0, jobs.length - ENDPOINTS);
  return [
    scope.holds(held, { link: 'L5', links: open }),
    poisonLink(scope, instance),
    ...shown,
    ...(rest > 0 ? [scope.note(`${counted(rest, 'more endpoint')} not shown.`)] : []),
  ];
}

function instanceNames(judgements: readonly Judgement[]): string {
  return instancesText(judgements.map(({ instance }) => instance));
}

/** `Prometheus monitoring/k8s`; `Prometheus a/a, b/b and 3 more` for several. */
export function instancesText(instances: readonly Instance[]): string {
  if (instances.length === 1) {
    const text = describeInstance(instances[0].object);
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  const kinds = [...new Set(instances.map(({ kind }) => kind))];
  return `${kinds.join(' and ')} ${listed(instances.map(({ key }) => key))}`;
}
