import { describeInstance, type Instance } from '../../simulator/operator/instance';
import type { Problem } from '../../simulator/operator/problem';
import type { Draft, DraftRelated } from '../check';
import type { CheckContext } from '../check-context';
import { draftOfProblem, sentenceOf } from '../draft-of-problem';
import { type MonitorProblem, monitorProblems } from './monitor-problems';

/** Why it matters that the Operator skips a monitor. */
export const REJECTED =
  'The only trace in the cluster is a Warning event on the monitor; in Prometheus the job is just not there.';

/** Why it matters that Prometheus refuses its configuration. */
export const POISONED =
  'Prometheus runs on with the configuration of before, its pods do not start anew, and all other monitors suffer.';

/** How many instances a finding names one by one. */
const NAMED = 3;

/** What a check adds to a problem. */
export type More = (problem: Problem) => Partial<Draft>;

/** Monitors that the Operator skips for a reason with one of these codes. */
export function* rejectionDrafts(context: CheckContext, codes: readonly string[], more?: More): Iterable<Draft> {
  for (const found of monitorProblems(context).rejections) {
    if (codes.includes(found.problem.code) && !restsOnAssumption(context, found.problem)) {
      yield draftOf(found, more, ` ${takenText(context, found)}`);
    }
  }
}

/** Monitors for which Prometheus refuses its configuration, with one of these codes. */
export function* poisonDrafts(context: CheckContext, codes: readonly string[], more?: More): Iterable<Draft> {
  for (const found of monitorProblems(context).poisons) {
    if (codes.includes(found.problem.code)) {
      yield draftOf(found, more, '');
    }
  }
}

function draftOf({ problem, instances }: MonitorProblem, more: More | undefined, end: string): Draft {
  return draftOfProblem(problem, {
    message: `${sentenceOf(problem)}${end}`.trimEnd(),
    related: instances.length > 1 ? othersThan(problem, instances) : [],
    ...more?.(problem),
  });
}

/** Where a monitor is skipped by some and taken by others, the finding says by whom. */
function takenText(context: CheckContext, { problem, instances }: MonitorProblem): string {
  const taken = problem.certainty === 'certain' ? (context.taken.get(problem.object) ?? []) : [];
  if (taken.length === 0) {
    return '';
  }
  const by =
    taken.length === 1 ? `${describeInstance(taken[0].instance.object)} takes it` : `${taken.length} others take it`;
  return `So it is with ${describeInstance(instances[0].object)}; ${by}.`;
}

function othersThan(_: Problem, [, ...others]: readonly Instance[]): DraftRelated[] {
  const named = others.slice(0, NAMED);
  const rest = others.length - named.length;
  return named.map(({ object }, i) => ({
    object,
    message: `does the same${rest > 0 && i === named.length - 1 ? `, and so do ${rest} more` : ''}`,
  }));
}

/** With an assumed Prometheus nobody knows its classes or its interval. */
function restsOnAssumption({ assumedInstance }: CheckContext, { code, values }: Problem): boolean {
  return assumedInstance && (code === 'rejected/scrape-class-unknown' || values.inherited === true);
}
