import type { Command } from 'commander';
import { checkGithub } from '../../lib/report/check-github';
import { checkJson } from '../../lib/report/check-json';
import { checkJunit } from '../../lib/report/check-junit';
import type { CheckReport } from '../../lib/report/check-report';
import { checkSarif } from '../../lib/report/check-sarif';
import { checkText } from '../../lib/report/check-text';
import type { Level } from '../../lib/report/finding';
import { describeCheck } from '../check-descriptions';
import { ExitCode } from '../exit-code';
import { type Context, type Evaluated, evaluateInput, outputStyle, pageOf, writeResult } from './context';
import { addSharedOptions, isAtLeast, levelOption, type SharedOptions } from './shared-options';

const EXAMPLES = `
Examples:
  helm template web ./chart | cdk8s-prometheus check -
  cdk8s-prometheus check dist/ --stack prometheus-stack/monitoring
  cdk8s-prometheus check 'k8s/**/*.yaml' --level warning --format json --output report.json
  cdk8s-prometheus check dist/ --format sarif --output monitoring.sarif
`;

interface CheckOptions extends SharedOptions {
  readonly level: Level;
}

/** Adds the command `check`. */
export function addCheck(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .description('Say what will not be scraped, why, and what to change.')
    .argument('<path...>', 'files, folders, globs, or - for standard input');
  addSharedOptions(command, ['text', 'json', 'sarif', 'github', 'junit'])
    .addOption(levelOption())
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: CheckOptions) => done(await check(paths, options, context)));
}

async function check(paths: readonly string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  const evaluated = await evaluateInput(paths, options, context);
  const report = evaluated.evaluation.report();
  const failed = report.findings.some(({ level }) => isAtLeast(level, options.level));
  const chunks = written(report, evaluated, options, context);
  return writeResult(chunks, evaluated.incomplete, failed ? ExitCode.FINDINGS : ExitCode.OK, options, context);
}

function written(
  report: CheckReport,
  { objects, editOf }: Evaluated,
  options: CheckOptions,
  context: Context,
): Iterable<string> {
  const pages = pageOf(context);
  const { cwd } = context.environment;
  switch (options.format) {
    case 'json':
      return checkJson(report);
    case 'sarif': {
      const describe = (id: string) => describeCheck(id, pages);
      return checkSarif(report, { tool: context.info, cwd, pageOf: pages, describe, editOf });
    }
    case 'github':
      return checkGithub(report, { cwd, pageOf: pages });
    case 'junit':
      return checkJunit(report, { objects, fails: (level) => isAtLeast(level, options.level), pageOf: pages });
    default:
      return checkText(report, { ...outputStyle(options, context), pageOf: pages });
  }
}
