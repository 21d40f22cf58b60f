import type { Instance } from '../simulator/operator/instance';
import { clause } from './texts';

/** What an instance that takes no monitors does, as a part of a sentence. */
export function whyNotManaged({ state, problems, kind }: Instance): string {
  const certain = problems.filter(({ certainty }) => certainty === 'certain');
  switch (state) {
    case 'unseen':
      return `no Operator takes care of the ${kind}`;
    case 'paused':
      return `the ${kind} is paused, so the Operator leaves everything as it was`;
    case 'frozen':
      return `the Operator fails on the ${kind} for ${certain[0]?.field ?? 'something'}, so no change reaches it`;
    case 'unmanaged':
      return `the ${kind} has no selector of monitors, so the Operator leaves its configuration to people`;
    case 'managed':
      return clause('it takes monitors');
  }
}
