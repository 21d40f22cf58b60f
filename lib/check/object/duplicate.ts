import { isDeepStrictEqual } from 'node:util';
import { Level } from '../../report/finding';
import type { Duplicate } from '../../simulator/bag/bag';
import { type BagKind, bagKind, Kind } from '../../simulator/bag/bag-kind';
import type { SourcedObject } from '../../simulator/kube-object';
import { nameOf } from '../../simulator/operator/problem';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { listText } from '../list-text';
import { IGNORE_PREFIX } from '../suppression/suppress';
import { isReferenced } from './referenced';

const ID = 'object/duplicate';

/** How many objects a finding names one by one. */
const NAMED = 3;

/** Objects that stand in the same two files, and either all differ or all say the same. */
interface Group {
  readonly same: boolean;
  readonly pairs: Duplicate[];
}

/**
 * Two objects of one kind, namespace and name.
 *
 * Mirrors: `kubectl apply`, which sends one after the other, so that the later one replaces the earlier; an info where both
 * say the same.
 *
 * Silent about kinds that no target depends on. One finding tells of all objects that stand in the same two files.
 */
export const duplicate: Check = {
  id: ID,
  level: Level.WARNING,
  summary: 'object that stands here twice',
  why: 'The one that is applied last replaces the other; the checks go by the one that comes last here.',
  *run(context) {
    for (const group of groupsOf(context)) {
      yield group.pairs.length === 1 ? draftOfOne(group) : draftOfMany(group);
    }
  },
};

function groupsOf(context: CheckContext): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const pair of context.simulation.bag.duplicates) {
    const { counts, replaced } = pair;
    if (modelledFrom(counts) === undefined && modelledFrom(replaced) === undefined && matters(replaced, context)) {
      const same = isDeepStrictEqual(counts.given ?? counts.object, replaced.given ?? replaced.object);
      const files = [replaced.source.file, counts.source.file];
      // What is suppressed stays by itself, so that it takes no other along.
      const isAlone = files.includes(undefined) || isSuppressed(replaced);
      const key = JSON.stringify(isAlone ? [groups.size] : [...files, same]);
      const group = groups.get(key) ?? { same, pairs: [] };
      groups.set(key, group);
      group.pairs.push(pair);
    }
  }
  return groups.values();
}

function draftOfOne({ same, pairs: [{ counts, replaced }] }: Group): Draft {
  return {
    object: replaced,
    field: 'metadata.name',
    message: `${nameOf(replaced)} stands here twice, ${same ? 'and both say the same' : 'and the two differ'}.`,
    basis: 'present',
    ...(same ? { level: Level.INFO } : {}),
    fix: { text: same ? 'remove one of the two.' : 'remove one of the two, or give one another name or namespace.' },
    related: [{ object: counts, message: 'comes later, so it is the one that counts' }],
  };
}

function draftOfMany({ same, pairs }: Group): Draft {
  const [{ counts, replaced }] = pairs;
  const [first, second] = [replaced.source.file, counts.source.file];
  const where = first === second ? `twice in ${first}` : `in ${first} and again in ${second}`;
  const names = listText(
    pairs.map((pair) => nameOf(pair.replaced)),
    NAMED,
  );
  return {
    object: replaced,
    field: 'metadata.name',
    message: `${pairs.length} objects stand ${where}, ${same ? 'and say the same' : 'and differ'}: ${names}.`,
    basis: 'present',
    ...(same ? { level: Level.INFO } : {}),
    fix: {
      text: same
        ? 'remove one of each two.'
        : 'check what is for different clusters apart; else remove one of each two, or give one another name or namespace.',
    },
    related: pairs
      .slice(0, NAMED)
      .map((pair) => ({ object: pair.counts, message: 'comes later, so it is the one that counts' })),
  };
}

function isSuppressed({ object }: SourcedObject): boolean {
  return Object.hasOwn(object.metadata.annotations ?? {}, IGNORE_PREFIX + ID.replace('/', '.'));
}

/** Whether targets may depend on an object. */
function matters(sourced: SourcedObject, context: CheckContext): boolean {
  const kind = bagKind(sourced.object.apiVersion, sourced.object.kind);
  return MATTERING.has(kind) || ((kind === Kind.SECRET || kind === Kind.CONFIG_MAP) && isReferenced(sourced, context));
}

const MATTERING: ReadonlySet<BagKind> = new Set([
  Kind.SERVICE_MONITOR,
  Kind.POD_MONITOR,
  Kind.PROMETHEUS,
  Kind.PROMETHEUS_AGENT,
  Kind.SERVICE,
  Kind.ENDPOINTS,
  Kind.ENDPOINT_SLICE,
  Kind.POD,
  Kind.DEPLOYMENT,
  Kind.STATEFUL_SET,
  Kind.DAEMON_SET,
  Kind.REPLICA_SET,
  Kind.REPLICATION_CONTROLLER,
  Kind.JOB,
  Kind.CRON_JOB,
  Kind.NAMESPACE,
]);
