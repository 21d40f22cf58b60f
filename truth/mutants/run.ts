/**
 * Breaks one rule of the simulator at a time, and tells which recording or test notices it.
 *
 * npm run mutants -- [words of rules or files] [--unrecorded] [--recordings-only]
 */
import { parseArgs } from 'node:util';
import { CATALOGUE } from './catalogue';
import { Hints } from './hints';
import type { Mutant } from './mutant';
import { MutantProcess, type Verdict } from './mutant-process';

const LABELS: { readonly [by in Verdict['by']]: string } = {
  recording: 'recording',
  test: 'test',
  nothing: 'SURVIVED',
  broken: 'DOES NOT LOAD',
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { unrecorded: { type: 'boolean' }, 'recordings-only': { type: 'boolean' } },
  });
  const chosen = CATALOGUE.filter((mutant) => positionals.every((word) => isAbout(mutant, word)));
  const started = Date.now();
  const broken = new MutantProcess({ unrecorded: values.unrecorded, recordingsOnly: values['recordings-only'] });
  const { recordings } = await broken.ready;
  const hints = new Hints();
  const verdicts: Verdict[] = [];
  const failing = new Set<string>();
  for (const mutant of chosen) {
    const { verdict, leftOut } = await broken.ask(mutant, hints.of(mutant));
    verdicts.push(verdict);
    hints.add(mutant, verdict.witness);
    for (const name of leftOut) {
      failing.add(name);
    }
    const noticed = verdict.witness === undefined ? verdict.text : `${verdict.witness} (${verdict.text})`;
    console.log(`${mutant.file.replace('lib/simulator/', '')}: ${mutant.rule}\n  ${LABELS[verdict.by]} ${noticed}`);
  }
  broken.stop();
  hints.save();
  if (failing.size > 0) {
    console.log(`Left out, since they fail before anything is broken: ${[...failing].sort().join(', ')}`);
  }
  const count = (by: Verdict['by']): number => verdicts.filter((verdict) => verdict.by === by).length;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${chosen.length} mutants, ${recordings} recordings, ${seconds} seconds`);
  console.log(
    `${count('recording')} noticed by a recording, ${count('test')} by a test, ${count('nothing')} by nothing`,
  );
  process.exitCode = count('nothing') + count('broken') === 0 ? 0 : 1;
}

function isAbout({ file, rule }: Mutant, word: string): boolean {
  return `${file} ${rule}`.toLowerCase().includes(word.toLowerCase());
}

main();
