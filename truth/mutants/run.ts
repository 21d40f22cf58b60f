/**
 * Breaks one rule of the simulator at a time, and tells which recording or test notices it.
 *
 * npm run mutants -- [words of rules or files] [--unrecorded] [--recordings-only]
 */
import { parseArgs } from 'node:util';
import { CATALOGUE } from './catalogue';
import type { Mutant } from './mutant';
import { MutantProcess, type Verdict } from './mutant-process';

const LABELS: { readonly [by in Verdict['by']]: string } = {
  recording: 'recording',
  test: 'test     ',
  nothing: 'SURVIVED ',
  broken: 'BROKEN   ',
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { unrecorded: { type: 'boolean' }, 'recordings-only': { type: 'boolean' } },
  });
  const chosen = CATALOGUE.filter((mutant) => positionals.every((word) => isAbout(mutant, word)));
  const started = Date.now();
  const broken = new MutantProcess({ unrecorded: values.unrecorded, recordingsOnly: values['recordings-only'] });
  const { scenarios, different } = await broken.ready;
  for (const name of different) {
    console.log(`Left out, since it fails before anything is broken: ${name}`);
  }
  const verdicts: Verdict[] = [];
  for (const mutant of chosen) {
    const verdict = await broken.verdict(mutant);
    verdicts.push(verdict);
    console.log(`${LABELS[verdict.by]} ${mutant.file.replace('lib/simulator/', '')}: ${mutant.rule}`);
    console.log(`          ${verdict.text}`);
  }
  broken.stop();
  const count = (by: Verdict['by']): number => verdicts.filter((verdict) => verdict.by === by).length;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${chosen.length} mutants, ${scenarios} scenarios, ${seconds} seconds`);
  console.log(
    `${count('recording')} noticed by a recording, ${count('test')} by a test, ${count('nothing')} by nothing`,
  );
  process.exitCode = count('nothing') + count('broken') === 0 ? 0 : 1;
}

function isAbout({ file, rule }: Mutant, word: string): boolean {
  return `${file} ${rule}`.toLowerCase().includes(word.toLowerCase());
}

main();
