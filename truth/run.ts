import { Command } from 'commander';
import { furnishEnclosure, isEnclosed, runEnclosed, WORK_FOLDER } from './machine/enclosure';
import { startRigs } from './machine/rig';
import { buildTools } from './machine/tools';
import { recordScenarios } from './work/record-scenarios';
import { compareObserved, runRandomClusters, type Seeds } from './work/run-random-clusters';
import { shrinkClusters } from './work/shrink-clusters';
import { verifyScenarios } from './work/verify-scenarios';
import type { Work } from './work/work';

const log = (line: string): void => console.log(line);

/** Starts clusters, does something with them, and ends with 1 if it finds something. */
async function withRigs(clusters: string, work: (work: Work) => Promise<boolean>): Promise<void> {
  furnishEnclosure();
  const rigs = await startRigs(Number(clusters), WORK_FOLDER);
  // Ending this process ends all that it started.
  end(await work({ rigs, log }));
}

function end(fine: boolean): never {
  process.exit(fine ? 0 : 1);
}

const program = new Command('npm run truth --').description(
  'Holds the simulator against a real API server, the real Operator and the real Prometheus. Linux with Go only.',
);

const clusters = ['--clusters <number>', 'how many clusters run beside each other', '4'] as const;

program
  .command('build')
  .description('build what is missing, and nothing else')
  .action(() => {});

program
  .command('record')
  .description('record what happens with scenarios; those without a recording unless some are named')
  .argument('[names...]', 'paths below test/truth, of files without extension or of folders')
  .option('--all', 'all scenarios')
  .option(...clusters)
  .action((names, options) => withRigs(options.clusters, (work) => recordScenarios(work, names, options.all === true)));

program
  .command('verify', { isDefault: true })
  .description('see whether what was recorded still happens, and whether the simulator says the same')
  .argument('[names...]', 'paths below test/truth; all unless set')
  .option('--keep <folder>', 'keep configurations and logs')
  .option(...clusters)
  .action((names, options) => withRigs(options.clusters, (work) => verifyScenarios(work, names, options.keep)));

program
  .command('random')
  .description('run random clusters')
  .option('--count <number>', 'how many', '1000')
  .option('--seed <number>', 'seed of the first one; the next ones follow', '1')
  .option('--observed', 'run nothing: hold the simulator against what was observed of them before')
  .option(...clusters)
  .action((options) =>
    options.observed === true
      ? end(compareObserved(seedsOf(options), log))
      : withRigs(options.clusters, (work) => runRandomClusters(work, seedsOf(options))),
  );

program
  .command('shrink')
  .description('look for the least that is left of random clusters that differ, and add it to the scenarios')
  .argument('<seeds...>')
  .option(...clusters)
  .action((seeds, options) => withRigs(options.clusters, (work) => shrinkClusters(work, seeds)));

function seedsOf({ seed, count }: { readonly seed: string; readonly count: string }): Seeds {
  return { first: Number(seed), count: Number(count) };
}

async function main(): Promise<void> {
  if (isEnclosed()) {
    await program.parseAsync();
    return;
  }
  if (process.argv.slice(2).some((argument) => ['--help', '-h', 'help'].includes(argument))) {
    program.parse();
    return;
  }
  if (process.argv.includes('--observed')) {
    await program.parseAsync();
    return;
  }
  buildTools(log);
  process.exitCode = process.argv[2] === 'build' ? 0 : runEnclosed(__filename, process.argv.slice(2));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
