import type { UnknownTarget } from '../report/target-list';
import type { DirectBreak } from '../simulator/chain/direct-break';
import type { SourcedObject } from '../simulator/kube-object';
import { selectionProblems } from '../simulator/operator/describe-selection';
import { nameOf, type Problem } from '../simulator/operator/problem';
import type { DirectTargets } from '../simulator/targets/direct-targets';
import type { LostTarget } from '../simulator/targets/job-targets';
import type { BrokenEndpoint, CheckContext } from './check-context';
import { directGroups } from './direct-groups';
import { liveEndpoints } from './endpoint-groups';
import { namespacesText } from './list-text';
import { poisonsAt } from './poisons-at-instance';
import { referenceTo } from './to-finding';

const WITHOUT_CHANGE = {
  unseen: 'no Operator among these objects takes care of it',
  paused: 'it is paused, so it scrapes what it scraped before',
  frozen: 'the Operator fails on it, so until that is mended it scrapes what it scraped before',
  unmanaged: 'the Operator leaves its configuration to people, and that is not among these objects',
};

/** Instances that no change reaches: what they scrape is what they scraped before, and nobody can tell that from here. */
function instancesWithoutChange(context: CheckContext): UnknownTarget[] {
  return context.simulation.instances.flatMap((instance) => {
    const object = referenceTo(instance.object.object);
    const culprit = poisonsAt(context, instance)[0]?.object;
    if (culprit !== undefined) {
      const why = culprit === instance.object ? 'what its own object says' : nameOf(culprit);
      const reason = `it refuses its configuration for ${why}, so until that is mended it scrapes what it scraped before`;
      return [{ object, link: 'L6', reason }];
    }
    return instance.state === 'managed' ? [] : [{ object, link: 'L3', reason: WITHOUT_CHANGE[instance.state] }];
  });
}

/** Of what nobody can tell from these objects whether it becomes a target. */
export function unknownTargets(context: CheckContext): UnknownTarget[] {
  const { simulation, assumedInstance, broken, taken, untaken } = context;
  const unknown: UnknownTarget[] = [];
  if (assumedInstance) {
    for (const monitor of simulation.monitors) {
      unknown.push({
        object: referenceTo(monitor.object),
        link: 'L4',
        reason: 'there is no Prometheus among these objects, so nobody can tell which one takes it',
      });
    }
    return unknown;
  }
  for (const [monitor, outcomes] of untaken) {
    const undecided = outcomes.filter(({ state }) => state === 'undecided');
    if (undecided.length > 0) {
      const [problem] = selectionProblems(undecided[0]);
      unknown.push({ object: referenceTo(monitor.object), link: 'L4', reason: problem?.message ?? '' });
    }
  }
  for (const [monitor, outcomes] of taken) {
    // What something here is there to make counts as made.
    for (const { values } of outcomes.flatMap(({ problems }) => problems.filter(isAbsent))) {
      unknown.push({ object: referenceTo(monitor.object), link: 'L5', reason: missingReference(monitor, values) });
    }
  }
  for (const one of broken) {
    unknown.push(...unknownBreak(one, context));
  }
  for (const group of liveEndpoints(context)) {
    const lost = group.targets.lost.find((target) => target.unknown);
    if (lost !== undefined) {
      unknown.push({ object: referenceTo(group.monitor.object), link: 'L9', reason: unknownReason(lost) });
    }
  }
  for (const { monitor, targets, cause } of directGroups(context)) {
    for (const { field, why } of targets.unknown) {
      const reason = `how many targets ${field} has depends on ${why}, and that is not among these objects`;
      unknown.push({ object: referenceTo(monitor.object), link: 'L8', reason });
    }
    unknown.push(...unknownDirect(monitor, targets, cause, context));
  }
  unknown.push(...instancesWithoutChange(context));
  const seen = new Set<string>();
  return unknown
    .filter((one) => {
      const key = JSON.stringify(one);
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
}

function unknownDirect(
  monitor: SourcedObject,
  targets: DirectTargets,
  cause: DirectBreak | undefined,
  { absence, simulation }: CheckContext,
): UnknownTarget[] {
  const object = referenceTo(monitor.object);
  const lost = targets.lost.find((target) => target.unknown);
  if (lost !== undefined) {
    return [{ object, link: 'L9', reason: unknownReason(lost) }];
  }
  if ((cause?.reason !== 'no ingress' && cause?.reason !== 'nothing there') || absence === 'complete') {
    return [];
  }
  const hidden = cause.searched?.filter((namespace) => !simulation.shownNamespaces.has(namespace));
  return hidden === undefined || hidden.length > 0 ? [{ object, link: 'L8', reason: notShown(hidden ?? []) }] : [];
}

function isAbsent({ certainty }: Problem): boolean {
  return certainty === 'absent';
}

/** A monitor that is taken has no other problems than references to what is not among the objects. */
function missingReference({ object }: SourcedObject, { kind, namespace, name, key }: Problem['values']): string {
  return `it needs the key "${key}" of ${kind} ${namespace}/${name}, which is not among these objects; without it the Operator skips the whole ${object.kind}`;
}

function unknownBreak({ monitor, cause }: BrokenEndpoint, { absence, simulation }: CheckContext): UnknownTarget[] {
  const object = referenceTo(monitor.object);
  switch (cause.reason) {
    case 'not shown':
      if (cause.made !== undefined) {
        return [{ object, link: 'L7', reason: `${cause.made}, and is not among these objects` }];
      }
      // Where the objects are all that there is, that is a finding.
      return absence === 'complete' ? [] : [{ object, link: 'L7', reason: notShown(cause.namespaces) }];
    case 'not known':
      return [{ object, link: 'L9', reason: unknownReason(cause.lost[0]) }];
    case 'nothing selected': {
      const [maker] = (cause.searched ?? []).flatMap((namespace) => simulation.discovery.makersIn(namespace));
      return maker === undefined
        ? []
        : [
            {
              object,
              link: 'L9',
              reason: `nothing here has the labels that it selects, and ${nameOf(maker)} may make it`,
            },
          ];
    }
    default:
      return [];
  }
}

function notShown(namespaces: readonly string[]): string {
  return namespaces.length === 0
    ? 'it searches all namespaces, and these objects do not show what runs in all of them'
    : `what runs in ${namespacesText(namespaces)} is not among these objects`;
}

/** What decides about a target, and what would have to be there to tell. */
function unknownReason({ raw, outcome }: LostTarget): string {
  const { service, pod } = raw;
  const owner = service ?? pod?.workload;
  const what = owner === undefined ? 'a target' : nameOf(owner);
  if (outcome.outcome !== 'dropped') {
    return `whether ${what} is kept is not known`;
  }
  const { origin, sourceLabels } = outcome.droppedBy;
  if (raw.assumed) {
    return `whether ${what} is kept by ${origin.field} depends on its pods, which are not among these objects`;
  }
  return `whether ${what} is kept by ${origin.field} depends on ${sourceLabels.join(', ')}, which only a cluster tells`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
