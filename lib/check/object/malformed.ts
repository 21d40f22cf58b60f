import { type Fix, Level } from '../../report/finding';
import { Kind } from '../../simulator/bag/bag-kind';
import type { Malformed } from '../../simulator/bag/field-reader';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check } from '../check';
import { pathSegments, setField } from '../field-edit';

/** Kinds that decide about targets. Files of other tools look like objects too. */
const KINDS: ReadonlySet<string> = new Set(Object.values(Kind).map((kind) => kind.split('.')[0]));

/**
 * A part of a Service, a workload or another object that has not the shape it needs.
 *
 * Mirrors: the types of kubernetes v1.36 `staging/src/k8s.io/api`. Objects of `monitoring.coreos.com` that have something
 * wrong with their schema are the business of the checks in `schema/`.
 */
export const malformed: Check = {
  id: 'object/malformed',
  level: Level.ERROR,
  summary: 'part of an object that the API server refuses',
  why: 'The API server refuses the whole object; what is said about targets leaves the part out.',
  *run({ simulation, prepared }) {
    for (const found of [...prepared.malformed, ...simulation.bag.malformed]) {
      const given = found.object.given ?? found.object.object;
      if (!prepared.refused.has(given) && modelledFrom(found.object) === undefined && isMeant(found)) {
        yield {
          object: found.object,
          field: found.field,
          message: `${found.field === '' ? 'This' : found.field} ${found.message}.`,
          basis: 'present',
          ...fixOf(found),
        };
      }
    }
  },
};

/** A number that is to be text, or a text that is to be a number. */
function fixOf({ object, field, message }: Malformed): { fix?: Fix } {
  const given = object.given ?? object.object;
  const segments = pathSegments(field);
  const value = segments.reduce<unknown>((inner, key) => (inner as any)?.[key], given);
  const key = segments[segments.length - 1];
  if (message.endsWith('must be text: quote it') && (typeof value === 'number' || typeof value === 'boolean')) {
    return { fix: { text: `${key}: "${value}"`, patch: setField(object, field, String(value)) } };
  }
  if (message.includes('must be a number') && typeof value === 'string' && /^\d{1,5}$/.test(value)) {
    return { fix: { text: `${key}: ${value}`, patch: setField(object, field, Number(value)) } };
  }
  return {};
}

function isMeant({ object: { object } }: Malformed): boolean {
  const kind: unknown = (object as { kind?: unknown } | null)?.kind;
  return typeof kind !== 'string' ? typeof object !== 'object' : KINDS.has(kind) || kind.endsWith('List');
}
