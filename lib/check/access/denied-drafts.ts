import { Level } from '../../report/finding';
import type { Direction } from '../../simulator/access/network/network-policy';
import type { SourcedObject } from '../../simulator/kube-object';
import { nameOf } from '../../simulator/operator/problem';
import type { Draft } from '../check';
import type { CheckContext } from '../check-context';
import { listText, quoted } from '../list-text';
import { type DeniedCall, deniedCalls } from './denied-connections';
import { type NearRule, nearRule, peerText } from './near-rule';

interface Collected {
  readonly first: DeniedCall;
  readonly near: NearRule | undefined;
  readonly workloads: Set<SourcedObject>;
  readonly instances: Set<SourcedObject>;
  readonly monitors: Set<SourcedObject>;
  readonly ports: Set<number>;
}

/**
 * Calls that policies at one of their ends do not allow: one finding for all that the same rule lacks.
 *
 * @param without instances of which nothing is said
 */
export function* deniedDrafts(
  context: CheckContext,
  direction: Direction,
  without: ReadonlySet<SourcedObject> = new Set(),
): Iterable<Draft> {
  const collected = new Map<string, Collected>();
  for (const one of deniedCalls(context, direction)) {
    const { connection, verdict, service, instance, monitor } = one;
    if (without.has(instance.object)) {
      continue;
    }
    const near = nearRule(verdict, { connection, direction, service });
    const [policy] = verdict.policies;
    const key = JSON.stringify([
      nameOf((near?.policy ?? policy).object),
      near === undefined ? '' : `${near.field} ${near.text}`,
      // Without a rule that was meant, the one to add depends on who calls whom.
      near === undefined ? instance.key : '',
      monitor === undefined,
    ]);
    const known = collected.get(key) ?? {
      ...{ first: one, near, workloads: new Set(), instances: new Set(), monitors: new Set(), ports: new Set() },
    };
    collected.set(key, known);
    known.workloads.add(connection.to.pod.workload);
    known.instances.add(instance.object);
    if (monitor !== undefined) {
      known.monitors.add(monitor);
    }
    known.ports.add(connection.port);
  }
  for (const one of collected.values()) {
    yield direction === 'ingress' ? ingressDraft(one) : egressDraft(one);
  }
}

function ingressDraft(one: Collected): Draft {
  const { verdict, connection } = one.first;
  const [{ object }] = verdict.policies;
  const message = `${nameOf(object)} isolates ${namesOf(one.workloads)}, and no rule lets ${namesOf(one.instances)} in to port ${portsOf(one)}, ${purposeOf(one)}.`;
  const add = `add to namespace ${quoted(connection.to.pod.namespace)} a NetworkPolicy for these pods that has an ingress rule with from: ${peerText(connection.from)}, and ports: [{ port: ${portsOf(one)} }].`;
  return draftOf(one, message, add);
}

function egressDraft(one: Collected): Draft {
  const { verdict, connection } = one.first;
  const [{ object }] = verdict.policies;
  const message = `${nameOf(object)} isolates ${namesOf(one.instances)}, and no rule lets it out to port ${portsOf(one)} of ${namesOf(one.workloads)}, ${purposeOf(one)}.`;
  const add = `add an egress rule with to: ${peerText(connection.to)}, and ports: [{ port: ${portsOf(one)} }].`;
  return draftOf(one, message, add);
}

function draftOf({ first, near, monitors, workloads }: Collected, message: string, add: string): Draft {
  const { policies } = first.verdict;
  const [nearest] = near === undefined ? policies : [near.policy];
  return {
    object: nearest.object,
    field: near?.field ?? 'spec.podSelector',
    message: near === undefined ? message : `${message} ${near.text}`,
    // What allows more may be elsewhere. A rule that was meant and cannot do it is wrong all the same.
    basis: 'absent',
    ...(near === undefined ? { level: Level.WARNING } : {}),
    fix: near?.fix ?? { text: add },
    related: [
      ...[...workloads].slice(0, 2).map((object) => ({ object, message: 'is called' })),
      ...[...monitors].slice(0, 2).map((object) => ({ object, message: 'asks for it' })),
    ],
  };
}

function purposeOf({ monitors, instances }: Collected): string {
  if (monitors.size === 0) {
    return `where ${instances.size === 1 ? 'it sends' : 'they send'} alerts`;
  }
  return `which ${namesOf(monitors)} ${monitors.size === 1 ? 'scrapes' : 'scrape'}`;
}

function portsOf({ ports }: Collected): string {
  return listText([...ports].sort((a, b) => a - b).map(String), 4);
}

function namesOf(objects: ReadonlySet<SourcedObject>): string {
  return listText([...objects].map(nameOf), 3);
}
