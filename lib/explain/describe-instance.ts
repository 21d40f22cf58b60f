import type { Instance } from '../simulator/operator/instance';
import type { Problem } from '../simulator/operator/problem';
import { clause } from './texts';

/** The problems for which an instance takes no monitors, the surest first. */
export function reasonsOf({ state, problems }: Instance): readonly Problem[] {
  const certain = problems.filter(({ certainty }) => certainty === 'certain');
  const freezes = problems.filter(({ code, certainty }) => code.startsWith('frozen/') && certainty !== 'made');
  return state === 'frozen' && !freezes.some((problem) => certain.includes(problem)) ? freezes : certain;
}

/** What an instance that takes no monitors does, as a part of a sentence. */
export function whyNotManaged(instance: Instance): string {
  const { state, kind } = instance;
  switch (state) {
    case 'unseen':
      return `no Operator takes care of the ${kind}`;
    case 'paused':
      return `the ${kind} is paused, so the Operator leaves everything as it was`;
    case 'frozen':
      return `the Operator fails on the ${kind} for ${reasonsOf(instance)[0]?.field ?? 'something'}, so no change reaches it`;
    case 'unmanaged':
      return `the ${kind} has no selector of monitors, so the Operator leaves its configuration to people`;
    case 'managed':
      return clause('it takes monitors');
  }
}
