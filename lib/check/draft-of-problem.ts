import type { SourcedObject } from '../simulator/kube-object';
import type { Problem } from '../simulator/operator/problem';
import type { Basis, Draft } from './check';
import { pathSegments } from './field-edit';

/** A problem that the simulation of the Operator has found, as a draft; a check adds what it knows better. */
export function draftOfProblem(problem: Problem, more: Partial<Draft> = {}): Draft {
  return {
    object: problem.object,
    field: problem.field,
    message: sentenceOf(problem),
    basis: basisOf(problem),
    ...(problem.fix === undefined ? {} : { fix: { text: problem.fix } }),
    ...more,
  };
}

/** Begins of messages that say something of their field without naming it. */
const PREDICATE = /^(?:(?:is|has|and|adds|counts|holds|makes|names|needs|says|stands)\b|"[^"]*" (?!and\b))/;

/** The message with the field that it is about, where it leaves it to the reader. */
export function sentenceOf({ message, field }: Problem): string {
  const segments = pathSegments(field);
  const last = segments.map((segment) => typeof segment).lastIndexOf('string');
  const name = segments
    .slice(last + 1)
    .reduce<string>((path, index) => `${path}[${index}]`, String(segments[last] ?? ''));
  return last >= 0 && PREDICATE.test(message) ? `${name} ${message}` : message;
}

/** What a problem rests on. */
export function basisOf({ certainty, code }: Problem): Basis {
  switch (certainty) {
    case 'certain':
      return 'present';
    case 'made':
      return 'made';
    case 'brought':
      return 'hidden';
    case 'absent':
      return /\/(?:secret|config-map)-missing$/.test(code) ? 'reference' : 'hidden';
  }
}

/** Drafts without repetition: many instances find the same fault in one object. */
export function* distinct(drafts: Iterable<Draft>): Iterable<Draft> {
  const seen = new Map<SourcedObject, Set<string>>();
  for (const draft of drafts) {
    const texts = seen.get(draft.object) ?? new Set();
    seen.set(draft.object, texts);
    const text = `${draft.field}\n${draft.fix?.text ?? draft.message}`;
    if (!texts.has(text)) {
      texts.add(text);
      yield draft;
    }
  }
}
