import type { Command } from 'commander';
import type { TargetList } from '../../lib/report/target-list';
import { targetsJson } from '../../lib/report/targets-json';
import { targetsMarkdown } from '../../lib/report/targets-markdown';
import { targetsText } from '../../lib/report/targets-text';
import type { TextStyle } from '../../lib/report/text-style';
import { ExitCode } from '../exit-code';
import { type Context, evaluateInput, outputStyle, writeResult } from './context';
import { addSharedOptions, type SharedOptions } from './shared-options';

const EXAMPLES = `
Examples:
  helm template web ./chart | cdk8s-prometheus targets - --stack prometheus-stack/monitoring
  cdk8s-prometheus targets dist/ --format markdown --output TARGETS.md
  cdk8s-prometheus targets 'k8s/**/*.yaml' --format json
`;

const FORMATS: { [format: string]: (targets: TargetList, style: TextStyle) => Iterable<string> } = {
  text: targetsText,
  json: targetsJson,
  markdown: targetsMarkdown,
};

/** Adds the command `targets`. */
export function addTargets(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('targets')
    .description('List what each Prometheus will scrape.')
    .argument('<path...>', 'files, folders, globs, or - for standard input');
  addSharedOptions(command, Object.keys(FORMATS))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: SharedOptions) => done(await targets(paths, options, context)));
}

async function targets(paths: readonly string[], options: SharedOptions, context: Context): Promise<ExitCode> {
  const { evaluation, incomplete } = await evaluateInput(paths, options, context);
  const chunks = FORMATS[options.format](evaluation.targets(), outputStyle(options, context));
  return writeResult(chunks, incomplete, ExitCode.OK, options, context);
}
