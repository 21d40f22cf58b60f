import { unstageableSamples, writeSamples } from '../scenario/sample-scenarios';
import type { Work } from './work';

/** Writes the samples of pages as scenarios, and says which are to be recorded anew, and which cannot be. */
export function writeSampleScenarios(log: Work['log']): void {
  const unrecorded = writeSamples();
  for (const { name, reason } of unstageableSamples()) {
    log(`left out   ${name}: ${reason}`);
  }
  for (const name of unrecorded) {
    log(`to record  ${name}`);
  }
}
