import type { Finding, ObjectReference, ObjectSource } from '../report/finding';
import type { KubeObject } from '../simulator/kube-object';
import type { Absence } from './absence';
import type { Check, Draft } from './check';
import { levelOf } from './level-of';

/** Finds the place of a field from the place of its object. */
export type Locate = (source: ObjectSource, field: string) => ObjectSource;

/** What leaves the house of what a check has found; `undefined` where it is no finding with these objects. */
export function toFinding(check: Check, draft: Draft, absence: Absence, locate: Locate): Finding | undefined {
  const level = levelOf(draft.level ?? check.level, draft.basis, absence);
  return level === undefined
    ? undefined
    : {
        check: check.id,
        level,
        object: referenceTo(draft.object.object),
        field: draft.field,
        message: draft.message,
        why: draft.why ?? check.why,
        ...(draft.fix === undefined ? {} : { fix: draft.fix }),
        source: locate(draft.object.source, draft.field),
        related: (draft.related ?? []).map(({ object, field, message }) => ({
          object: referenceTo(object.object),
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
