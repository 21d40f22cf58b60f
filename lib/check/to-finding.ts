import type { Finding, ObjectReference, ObjectSource } from '../report/finding';
import type { Bag } from '../simulator/bag/bag';
import type { KubeObject } from '../simulator/kube-object';
import type { Absence } from './absence';
import type { Check, Draft } from './check';
import { levelOf } from './level-of';

/** Finds the place of a field from the place of its object. */
export type Locate = (source: ObjectSource, field: string) => ObjectSource;

/**
 * What leaves the house of what a check has found; `undefined` where it is no finding with these objects.
 *
 * @param bag tells the namespace of objects that name none, as they are where they were given
 */
export function toFinding(check: Check, draft: Draft, absence: Absence, locate: Locate, bag: Bag): Finding | undefined {
  const level = levelOf(draft.level ?? check.level, draft.basis, absence);
  return level === undefined
    ? undefined
    : {
        check: check.id,
        level,
        object: inNamespace(referenceTo(draft.object.object), bag),
        field: draft.field,
        message: draft.message,
        why: draft.why ?? check.why,
        ...(draft.fix === undefined ? {} : { fix: draft.fix }),
        source: locate(draft.place?.source ?? draft.object.source, draft.place?.field ?? draft.field),
        related: (draft.related ?? []).map(({ object, field, message }) => ({
          object: inNamespace(referenceTo(object.object), bag),
          ...(field === undefined ? {} : { field }),
          message,
          source: locate(object.source, field ?? ''),
        })),
      };
}

/** Identity of an object, also of one that the API server would refuse. */
export function referenceTo(object: KubeObject): ObjectReference {
  const { namespace, name } = object.metadata ?? {};
  return {
    apiVersion: String(object.apiVersion ?? ''),
    kind: String(object.kind ?? ''),
    ...(typeof namespace === 'string' ? { namespace } : {}),
    name: String(name ?? ''),
  };
}

/** The reference with the namespace that the API server would put the object into. */
function inNamespace(reference: ObjectReference, bag: Bag): ObjectReference {
  const { apiVersion, kind, namespace, name } = reference;
  // Without a type it is no object of a cluster: the release of an option, or a construct.
  if (namespace !== undefined || apiVersion === '' || kind === '') {
    return reference;
  }
  const unnamed = bag.namespaceOfUnnamed(apiVersion, kind);
  return unnamed === undefined ? reference : { apiVersion, kind, namespace: unnamed, name };
}
