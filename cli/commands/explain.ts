import type { Command } from 'commander';
import { explainJson } from '../../lib/report/explain-json';
import { explainText } from '../../lib/report/explain-text';
import type { Level } from '../../lib/report/finding';
import { ExitCode } from '../exit-code';
import { type Context, evaluateInput, outputStyle, writeResult } from './context';
import { nearestObjects } from './nearest-objects';
import { type ObjectName, objectName } from './object-name';
import { addSharedOptions, isAtLeast, levelOption, type SharedOptions } from './shared-options';

const EXAMPLES = `
KIND is a kind, its plural or its short name: ServiceMonitor, servicemonitors, smon, svc, deploy.
Without NAMESPACE it is the one of --namespace.

Examples:
  cdk8s-prometheus explain ServiceMonitor/shop/web dist/
  helm template web ./chart | cdk8s-prometheus explain svc/web -
  cdk8s-prometheus explain deploy/shop/web k8s/ --stack prometheus-stack/monitoring --format json
`;

interface ExplainOptions extends SharedOptions {
  readonly level: Level;
}

/** Adds the command `explain`. */
export function addExplain(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('explain')
    .description('Follow the chain from Prometheus to the container, link by link.')
    .argument(
      '<object>',
      'KIND/NAMESPACE/NAME or KIND/NAME of a monitor, rule, AlertmanagerConfig, Service or workload',
    )
    .argument('<path...>', 'files, folders, globs, or - for standard input');
  addSharedOptions(command, ['text', 'json'])
    .addOption(levelOption())
    .addHelpText('after', EXAMPLES)
    .action(async (object: string, paths: string[], options: ExplainOptions) =>
      done(await explain(objectName(object, options.namespace), paths, options, context)),
    );
}

async function explain(
  asked: ObjectName,
  paths: readonly string[],
  options: ExplainOptions,
  context: Context,
): Promise<ExitCode> {
  const { evaluation, incomplete } = await evaluateInput(paths, options, context);
  const explanation = evaluation.explain(asked.kind, asked.namespace, asked.name);
  if (explanation === undefined) {
    context.progress.clear();
    const { message, fix } = nearestObjects(asked, evaluation.explainable(), options.namespace, paths);
    await context.diagnostics.error(message, fix);
    return ExitCode.USAGE;
  }
  const chunks =
    options.format === 'json' ? explainJson(explanation) : explainText(explanation, outputStyle(options, context));
  const failed = explanation.findings.some(({ level }) => isAtLeast(level, options.level));
  return writeResult(chunks, incomplete, failed ? ExitCode.FINDINGS : ExitCode.OK, options, context);
}
