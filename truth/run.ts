import { Command, InvalidArgumentError } from 'commander';
import { printCoverage } from './commands/print-coverage';
import { recordScenarios } from './commands/record-scenarios';
import { compareObserved, runRandomClusters } from './commands/run-random-clusters';
import type { Seeds } from './commands/seeds';
import { selectScenarios, UnknownScenario, withoutRecording } from './commands/select-scenarios';
import { shrinkClusters } from './commands/shrink-clusters';
import { verifyScenarios } from './commands/verify-scenarios';
import type { Work } from './commands/work';
import { writeSampleScenarios } from './commands/write-sample-scenarios';
import { furnishEnclosure, isEnclosed, runEnclosed, WORK_FOLDER } from './machine/enclosure';
import { startRigs } from './machine/rig';
import { buildTools } from './machine/tools';

const log = (line: string): void => console.log(line);

/**
 * Starts clusters and does something with them, in an enclosure: outside of one, this script is run again in one, with the
 * same arguments. Ends with 1 if something is found.
 */
async function withRigs(clusters: number, work: (work: Work) => Promise<boolean>): Promise<void> {
  if (!isEnclosed()) {
    buildTools(log);
    process.exitCode = runEnclosed(__filename, process.argv.slice(2));
    return;
  }
  furnishEnclosure();
  const rigs = await startRigs(clusters, WORK_FOLDER);
  // Ending this process ends all that it started.
  end(await work({ rigs, log }));
}

function end(fine: boolean): never {
  process.exit(fine ? 0 : 1);
}

const program = new Command('npm run truth --').description(
  'Holds the simulator against a real API server, the real Operator and the real Prometheus. Linux with Go only.',
);

const clusters = ['--clusters <number>', 'how many clusters run beside each other', positive, 4] as const;

program
  .command('verify', { isDefault: true })
  .description('see whether what was recorded still happens, and whether the simulator says the same')
  .argument('[names...]', 'paths below test/truth, of files without extension or of folders; all unless set')
  .option('--keep <folder>', 'keep configurations and logs')
  .option(...clusters)
  .action((names, options) => {
    const wanted = selectScenarios(names);
    return withRigs(options.clusters, (work) => verifyScenarios(work, wanted, options.keep));
  });

program
  .command('record')
  .description('record what happens with scenarios; those without a recording unless some are named')
  .argument('[names...]', 'paths below test/truth, of files without extension or of folders')
  .option('--all', 'all scenarios')
  .option(...clusters)
  .action((names, options) => {
    const named = selectScenarios(names);
    const wanted = names.length > 0 || options.all === true ? named : withoutRecording(named);
    return withRigs(options.clusters, (work) => recordScenarios(work, wanted));
  });

program
  .command('random')
  .description('run random clusters')
  .option('--count <number>', 'how many', positive, 1000)
  .option('--seed <number>', 'seed of the first one; the next ones follow', positive, 1)
  .option('--fresh', 'run also those that were observed before, by the same programs')
  .option('--observed', 'run nothing: hold the simulator against what was observed of them before')
  .option(...clusters)
  .action((options) =>
    options.observed === true
      ? end(compareObserved(seedsOf(options), log))
      : withRigs(options.clusters, (work) => runRandomClusters(work, seedsOf(options), options.fresh)),
  );

program
  .command('shrink')
  .description('look for the least that is left of random clusters that differ, and add it to the scenarios')
  .argument('<seeds...>', 'seeds', (seed: string, seeds: number[] = []) => [...seeds, positive(seed)])
  .option(...clusters)
  .action((seeds, options) => withRigs(options.clusters, (work) => shrinkClusters(work, seeds)));

program
  .command('build')
  .description('build what is missing, and nothing else')
  .action(() => buildTools(log));

program
  .command('samples')
  .description('write the samples of the pages of checks as scenarios, after a page has changed')
  .action(() => writeSampleScenarios(log));

program
  .command('coverage')
  .description('print what random clusters would cover; runs nothing')
  .option('--count <number>', 'how many', positive, 1000)
  .option('--seed <number>', 'seed of the first one; the next ones follow', positive, 1)
  .action((options) => printCoverage(seedsOf(options), log));

function seedsOf({ seed, count }: { readonly seed: number; readonly count: number }): Seeds {
  return { first: seed, count };
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new InvalidArgumentError('Give a whole number above zero.');
  }
  return Number(text);
}

program.parseAsync().catch((error) => {
  console.error(error instanceof UnknownScenario ? error.message : error);
  process.exit(1);
});
