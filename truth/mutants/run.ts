/**
 * Breaks one rule of the simulator at a time, and tells which recording or test notices it.
 *
 * npm run mutants -- [words of rules or files] [--unrecorded] [--recordings-only]
 */
import { parseArgs } from 'node:util';
import { CATALOGUE } from './catalogue';
import type { Mutant } from './mutant';
import { type Replayed, ReplayProcess } from './replay-process';
import { failingTest } from './suites';

/** What noticed a mutant. */
interface Verdict {
  readonly by: 'recording' | 'test' | 'nothing' | 'broken';
  readonly text: string;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      /** Scenarios that nobody has recorded count too, with what the simulator says of them as it is. */
      unrecorded: { type: 'boolean', default: false },
      'recordings-only': { type: 'boolean', default: false },
    },
  });
  const chosen = CATALOGUE.filter(({ rule, file }) =>
    positionals.every((word) => `${file} ${rule}`.toLowerCase().includes(word.toLowerCase())),
  );
  const started = Date.now();
  const process_ = new ReplayProcess(values.unrecorded);
  const { scenarios, different } = await process_.ready();
  console.log(`${chosen.length} mutants, ${scenarios} scenarios.`);
  for (const name of different) {
    console.log(`Left out, since it differs before anything is broken: ${name}`);
  }
  const counts = { recording: 0, test: 0, nothing: 0, broken: 0 };
  for (const mutant of chosen) {
    const replayed = await process_.replay(mutant);
    const verdict = verdictOf(replayed) ?? byTest(mutant, values['recordings-only']);
    counts[verdict.by] += 1;
    console.log(
      `${LABELS[verdict.by]} ${mutant.file.replace('lib/simulator/', '')}: ${mutant.rule}\n             ${verdict.text}`,
    );
  }
  process_.stop();
  const { recording, test, nothing, broken } = counts;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${chosen.length} mutants in ${seconds} s: ${recording} noticed by recordings, ${test} by tests,`);
  console.log(`${nothing} by nothing, ${broken} that do not load.`);
  process.exitCode = nothing + broken === 0 ? 0 : 1;
}

const LABELS = { recording: 'recording', test: 'test     ', nothing: 'SURVIVED ', broken: 'BROKEN   ' };

function verdictOf({ broken, scenario, kind }: Replayed): Verdict | undefined {
  if (broken !== undefined) {
    return { by: 'broken', text: broken };
  }
  return scenario === undefined ? undefined : { by: 'recording', text: `${scenario} (${kind})` };
}

function byTest(mutant: Mutant, skipped: boolean): Verdict {
  const test = skipped ? undefined : failingTest(mutant);
  return test === undefined ? { by: 'nothing', text: mutant.replacement } : { by: 'test', text: test };
}

main();
