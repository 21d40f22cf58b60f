/** Breaks the simulator in this process, as the parent process says, and answers what notices it. */

import { becomes, takeOverLoading } from './modules';
import type { Mutant } from './mutant';
import type { Ready, Verdict } from './mutant-process';
import { Replay } from './replay';
import { Suites } from './suites';

takeOverLoading();
becomes(undefined);
for (const method of ['log', 'info', 'warn', 'error'] as const) {
  // Suites talk; what they say of mutants is noise.
  console[method] = () => undefined;
}

const replay = new Replay(process.argv.includes('--unrecorded'));
const suites = new Suites();

process.on('message', async (mutant: Mutant) => send(await answer(mutant)));
prepare();

async function prepare(): Promise<void> {
  if (!process.argv.includes('--recordings-only')) {
    await suites.prepare();
  }
  send({ scenarios: replay.size, different: [...replay.different, ...suites.failing] });
}

async function answer(mutant: Mutant): Promise<Verdict> {
  try {
    becomes(mutant);
    require('../prediction/predict');
  } catch (error) {
    return { by: 'broken', text: String(error) };
  }
  const scenario = replay.firstDifferent();
  if (scenario !== undefined) {
    return { by: 'recording', text: scenario };
  }
  const test = await suites.firstFailing(mutant.file);
  return test === undefined ? { by: 'nothing', text: mutant.replacement } : { by: 'test', text: test };
}

function send(message: Ready | Verdict): void {
  process.send?.(message);
}
