import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { checkJson } from '../../lib/report/check-json';
import type { CheckReport } from '../../lib/report/check-report';
import { checkText } from '../../lib/report/check-text';
import { stackJson } from '../../lib/report/stack-json';
import { stackText } from '../../lib/report/stack-text';
import { NEWEST_CHART } from '../../lib/stack/facts/chart-versions';
import { ExitCode } from '../exit-code';
import { readHelmValues } from '../input/read-input';
import { UsageError } from '../usage-error';
import { type Context, outputStyle, pageOf, writeResult } from './context';
import { addOutputOptions, type OutputOptions, stackOf } from './shared-options';

const EXAMPLES = `
The release is in namespace "default" unless another is given. Values that the chart cannot use are reported as by check.

Examples:
  cdk8s-prometheus stack prometheus-stack/monitoring
  cdk8s-prometheus stack kps/monitoring --helm-values values.yaml --helm-values prod.yaml --chart-version 88.5.3
  helm get values kps -n monitoring -o yaml | cdk8s-prometheus stack kps/monitoring --helm-values - --format json
`;

/** How to name the version of the chart, where the command line leaves it open. */
const CHART_VERSION_FIX = 'add --chart-version VERSION, as "helm list" shows it.';

interface StackOptions extends OutputOptions {
  readonly helmValues?: readonly string[];
  readonly chartVersion?: string;
}

/** Adds the command `stack`. */
export function addStack(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const files: string[] = [];
  const command = program
    .command('stack')
    .description('Say what a release of kube-prometheus-stack puts into a cluster, and what it selects.')
    .addArgument(new Argument('<release[/namespace]>', 'the release, as "helm list" shows it').argParser(stackOf))
    .addOption(
      new Option('--helm-values <file>', 'Helm values of the release; repeatable, later ones win').argParser(
        (text: string) => {
          files.push(text);
          return files;
        },
      ),
    )
    .addOption(
      new Option('--chart-version <version>', 'version of the chart, such as 88.5.3').argParser(chartVersionOf),
    );
  addOutputOptions(command, ['text', 'json'])
    .addHelpText('after', EXAMPLES)
    .action(async (release: ReturnType<typeof stackOf>, options: StackOptions) =>
      done(await stack(release, options, context)),
    );
}

async function stack(release: ReturnType<typeof stackOf>, options: StackOptions, context: Context): Promise<ExitCode> {
  const { environment, diagnostics } = context;
  const values = await readHelmValues(options.helmValues ?? [], [], environment);
  const engine = environment.engine();
  const chartVersion = options.chartVersion ?? NEWEST_CHART;
  const { problems } = engine.readStack({ ...release, values, chartVersion });
  for (const problem of problems) {
    await diagnostics.problem(problem);
  }
  if (problems.length > 0) {
    throw new UsageError('Nothing was looked at, since without its values nobody can tell what the stack selects.');
  }
  // A part: there are no other objects, and what they would show is not missing.
  const report = engine.evaluate([], { absence: 'partial', locate: engine.locate.bind(engine) }).report();
  if (report.summary.errors > 0) {
    return writeResult(reportChunks(report, options, context), false, ExitCode.FINDINGS, options, context);
  }
  if (options.chartVersion === undefined) {
    await diagnostics.note(
      `info  No version of the chart is given; ${NEWEST_CHART} is taken. Fix: ${CHART_VERSION_FIX}`,
    );
  }
  for (const { check, level, message, fix } of report.findings.filter(({ check }) => check.startsWith('stack/'))) {
    await diagnostics.note(`${level}  ${check}: ${message}${fix === undefined ? '' : ` Fix: ${fix.text}`}`);
  }
  const [description] = engine.describeStacks();
  const chunks =
    options.format === 'json' ? stackJson(description) : stackText(description, outputStyle(options, context));
  return writeResult(chunks, false, ExitCode.OK, options, context);
}

/** What is wrong with the values, as `check` says it. */
function reportChunks(report: CheckReport, options: StackOptions, context: Context): Iterable<string> {
  return options.format === 'json'
    ? checkJson(report)
    : checkText(report, { ...outputStyle(options, context), pageOf: pageOf(context) });
}

/** One version: what a range means depends on the day. */
function chartVersionOf(text: string): string {
  if (!/^v?\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError('It is one version, as "helm list" shows it, such as 88.5.3.');
  }
  return text.replace(/^v/, '');
}
