/** Breaks the simulator in this process, as the parent process says, and answers what notices it. */

import { becomes, takeOverLoading } from './modules';
import type { Answer, Question } from './mutant-process';
import { recordings } from './recordings';
import { suites } from './suites';
import { Trial } from './trial';

takeOverLoading();
becomes(undefined);
for (const method of ['log', 'info', 'warn', 'error'] as const) {
  // Suites talk; what they say of mutants is noise.
  console[method] = () => undefined;
}

const found = recordings(process.argv.includes('--unrecorded'));
const trial = new Trial(process.argv.includes('--recordings-only') ? found : [...found, ...suites()]);

process.on('message', async ({ mutant, hint }: Question) => {
  const answer: Answer = { verdict: await trial.verdictOn(mutant, hint), leftOut: trial.leftOut };
  process.send?.(answer);
});
process.send?.({ recordings: found.length });
