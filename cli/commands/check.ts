import type { Command } from 'commander';
import { checkJson } from '../../lib/report/check-json';
import { checkText } from '../../lib/report/check-text';
import type { Level } from '../../lib/report/finding';
import { ExitCode } from '../exit-code';
import { type Context, evaluateInput, outputStyle, pageOf, writeResult } from './context';
import { addSharedOptions, isAtLeast, levelOption, type SharedOptions } from './shared-options';

const EXAMPLES = `
Examples:
  helm template web ./chart | cdk8s-prometheus check -
  cdk8s-prometheus check dist/ --stack prometheus-stack/monitoring
  cdk8s-prometheus check 'k8s/**/*.yaml' --level warning --format json --output report.json
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
  addSharedOptions(command, ['text', 'json'])
    .addOption(levelOption())
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: CheckOptions) => done(await check(paths, options, context)));
}

async function check(paths: readonly string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  const { evaluation, incomplete } = await evaluateInput(paths, options, context);
  const report = evaluation.report();
  const chunks =
    options.format === 'json'
      ? checkJson(report)
      : checkText(report, { ...outputStyle(options, context), pageOf: pageOf(context) });
  const failed = report.findings.some(({ level }) => isAtLeast(level, options.level));
  return writeResult(chunks, incomplete, failed ? ExitCode.FINDINGS : ExitCode.OK, options, context);
}
