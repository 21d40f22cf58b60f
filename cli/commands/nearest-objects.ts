import { distance } from 'fastest-levenshtein';
import { objectText } from '../../lib/report/object-text';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import { kindWords, tryFindKind } from './kinds';
import type { ObjectName } from './object-name';

/** As many are named; more would hide the one that is meant. */
const NAMED = 5;

/** What to say when there is no such object. */
export interface NoSuchObject {
  readonly message: string;
  readonly fix?: string;
}

/** Names the objects that are nearest to the one that was asked for. */
export function nearestObjects(
  asked: ObjectName,
  objects: readonly SourcedObject[],
  defaultNamespace: string,
  paths: readonly string[],
): NoSuchObject {
  const known = objects.map(({ object: { kind, metadata } }) => ({
    kind,
    namespace: metadata.namespace ?? defaultNamespace,
    name: metadata.name,
  }));
  const ranked = known
    .map((candidate) => ({ candidate, distance: distanceBetween(asked, candidate) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NAMED)
    .map(({ candidate }) => candidate);
  const message = `${unknownKind(asked.kind, known)}There is no ${objectText(asked)} in the input that could be explained.`;
  if (ranked.length === 0) {
    return { message: `${message} It has no monitor, Service or workload.` };
  }
  const [nearest] = ranked;
  const list = ranked.map(nameOf).join(', ');
  return {
    message: `${message} The nearest are: ${list}.`,
    fix: ['cdk8s-prometheus', 'explain', nameOf(nearest), ...paths].map(shellWord).join(' '),
  };
}

/** From here on names have nothing to do with each other, and how long they are says nothing. */
const UNLIKE = 8;

/** Another kind weighs more than another namespace, and that more than some letters of the name. */
function distanceBetween(asked: ObjectName, candidate: ObjectName): number {
  const kind = asked.kind.toLowerCase() === candidate.kind.toLowerCase() ? 0 : 6;
  const namespace = asked.namespace === candidate.namespace ? 0 : 3;
  return kind + namespace + Math.min(distance(asked.name, candidate.name), UNLIKE);
}

function unknownKind(kind: string, known: readonly ObjectName[]): string {
  if (tryFindKind(kind) !== undefined || known.some((candidate) => candidate.kind === kind)) {
    return '';
  }
  const words = kindWords().map((word) => ({ word, distance: distance(kind.toLowerCase(), word) }));
  const nearest = words.sort((a, b) => a.distance - b.distance)[0].word;
  return `Kind "${kind}" is not known here; the nearest is "${tryFindKind(nearest)}". `;
}

function nameOf({ kind, namespace, name }: ObjectName): string {
  return `${kind}/${namespace}/${name}`;
}

/** A word that a POSIX shell takes as it is. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
