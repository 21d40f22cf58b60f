import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import type { Problem } from '../simulator/operator/problem';
import { modelledFrom, valuePathOf } from '../simulator/stack/modelled-source';
import { affectedText } from './affected-monitors';
import type { Draft } from './check';
import type { CheckContext } from './check-context';
import { draftOfProblem, sentenceOf } from './draft-of-problem';

/** Why it matters that the Operator fails on an instance. */
export const FROZEN =
  'Prometheus runs on with the configuration of before, so nothing looks broken until a change does not arrive.';

/** Problems of instances with some codes; each says how many monitors suffer. */
export function* instanceDrafts(
  context: CheckContext,
  codes: readonly string[],
  more: (problem: Problem, instance: Instance) => Partial<Draft> = () => ({}),
): Iterable<Draft> {
  for (const instance of context.simulation.instances) {
    for (const problem of instance.problems) {
      if (codes.includes(problem.code)) {
        yield instanceDraft(context, instance, problem, more(problem, instance));
      }
    }
  }
}

/** One problem of an instance. Of an instance that a release makes, the fix names the value. */
export function instanceDraft(
  context: CheckContext,
  instance: Instance,
  problem: Problem,
  more: Partial<Draft> = {},
): Draft {
  const draft = draftOfProblem(problem, { message: sentenceOf(problem) + affectedText(context, instance), ...more });
  const { fix, object, field } = draft;
  return fix === undefined || modelledFrom(object) === undefined
    ? draft
    : { ...draft, fix: { text: withValue(fix.text, object, field) } };
}

/** The fix of a field of an object that a release makes, with the value to edit. */
export function withValue(text: string, object: SourcedObject, field: string): string {
  const value = valuePathOf(object, field);
  return value === undefined ? text : `${text.replace(/\.$/, '')}; in the values of the release it is ${value}.`;
}
