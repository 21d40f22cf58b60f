/**
 * Breaks one rule of the simulator at a time, and tells which recording or test notices it.
 *
 * npm run mutants -- [words of rules or files] [--search] [--unrecorded] [--recordings-only] [--processes 2]
 */
import { parseArgs } from 'node:util';
import { CATALOGUE } from './catalogue';
import type { Mutant } from './mutant';
import { MutantProcess, type Verdict } from './mutant-process';
import { nameOf, WitnessTable } from './witness-table';

const LABELS: { readonly [by in Verdict['by']]: string } = {
  recording: 'recording',
  test: 'test',
  nothing: 'SURVIVED',
  broken: 'DOES NOT LOAD',
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      search: { type: 'boolean' },
      unrecorded: { type: 'boolean' },
      'recordings-only': { type: 'boolean' },
      processes: { type: 'string', default: '2' },
    },
  });
  const started = Date.now();
  const chosen = CATALOGUE.filter((mutant) => positionals.every((word) => isAbout(mutant, word)));
  const table = new WitnessTable();
  const verdicts = new Map<Mutant, Verdict>();
  const leftOut = new Set<string>();
  const waiting = [...chosen];
  const options = { unrecorded: values.unrecorded, recordingsOnly: values['recordings-only'] };
  const work = async (): Promise<void> => {
    const broken = new MutantProcess(options);
    await broken.ready;
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const answer = await broken.ask(mutant, values.search ? undefined : table.of(mutant));
      for (const name of answer.leftOut) {
        leftOut.add(name);
      }
      verdicts.set(mutant, answer.verdict);
      if (answer.verdict.witness !== undefined && !values.unrecorded) {
        table.set(mutant, answer.verdict.witness);
        table.save();
      }
      console.log(verdictText(mutant, answer.verdict));
    }
    broken.stop();
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(values.processes)) }, work));

  const by = (kind: Verdict['by']): Mutant[] => chosen.filter((mutant) => verdicts.get(mutant)?.by === kind);
  const open = [...by('nothing'), ...by('broken')];
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n${chosen.length} mutants in ${seconds} seconds: ${by('recording').length} noticed by a recording,`);
  console.log(`${by('test').length} by a test, ${open.length} by nothing.`);
  for (const mutant of open) {
    console.log(verdictText(mutant, verdicts.get(mutant) as Verdict));
  }
  if (leftOut.size > 0) {
    console.log(`Left out, since they fail before anything is broken: ${[...leftOut].sort().join(', ')}`);
  }
  process.exitCode = open.length === 0 ? 0 : 1;
}

function isAbout({ file, rule }: Mutant, word: string): boolean {
  return `${file} ${rule}`.toLowerCase().includes(word.toLowerCase());
}

function verdictText(mutant: Mutant, { by, witness, text }: Verdict): string {
  const noticed = witness === undefined ? text : `${witness} (${text})`;
  return `${nameOf(mutant)}: ${mutant.rule}\n  ${LABELS[by]} ${noticed}`;
}

main();
