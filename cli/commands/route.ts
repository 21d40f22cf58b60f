import { type Command, InvalidArgumentError, Option } from 'commander';
import { routeJson } from '../../lib/report/route-json';
import type { RouteReport } from '../../lib/report/route-report';
import { routeText } from '../../lib/report/route-text';
import type { TextStyle } from '../../lib/report/text-style';
import { ExitCode } from '../exit-code';
import { UsageError } from '../usage-error';
import { type Context, evaluateInput, outputStyle, writeResult } from './context';
import { addSharedOptions, type SharedOptions } from './shared-options';

const EXAMPLES = `
Examples:
  cdk8s-prometheus route dist/ --labels alertname=Down,namespace=shop,severity=critical
  cdk8s-prometheus route dist/ --labels namespace=shop --stack prometheus-stack/monitoring --helm-values values.yaml
`;

const FORMATS: { [format: string]: (route: RouteReport, style: TextStyle) => Iterable<string> } = {
  text: routeText,
  json: routeJson,
};

interface RouteOptions extends SharedOptions {
  readonly labels: { readonly [name: string]: string };
  readonly alertmanager?: string;
}

/** Adds the command `route`. */
export function addRoute(program: Command, context: Context, done: (code: ExitCode) => void): void {
  const command = program
    .command('route')
    .description('Say whom Alertmanager notifies of an alert.')
    .argument('<path...>', 'files, folders, globs, or - for standard input')
    .addOption(
      new Option('--labels <name=value,...>', 'labels of the alert; repeatable')
        .argParser(labelsOf)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--alertmanager <namespace/name>', 'the Alertmanager to ask; all unless set'));
  addSharedOptions(command, Object.keys(FORMATS))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: RouteOptions) => done(await route(paths, options, context)));
}

async function route(paths: readonly string[], options: RouteOptions, context: Context): Promise<ExitCode> {
  const { evaluation, incomplete } = await evaluateInput(paths, options, context);
  const report = evaluation.route(options.labels);
  const chunks = FORMATS[options.format](narrowed(report, options.alertmanager), outputStyle(options, context));
  return writeResult(chunks, incomplete, ExitCode.OK, options, context);
}

function narrowed(report: RouteReport, wanted: string | undefined): RouteReport {
  if (wanted === undefined) {
    return report;
  }
  const alertmanagers = report.alertmanagers.filter(({ alertmanager }) => alertmanager === wanted);
  if (alertmanagers.length === 0) {
    const names = report.alertmanagers.map(({ alertmanager }) => alertmanager);
    throw new UsageError(
      `There is no Alertmanager "${wanted}" among the objects, which have ${names.length > 0 ? names.join(', ') : 'none'}.`,
      names.length === 1 ? `--alertmanager ${names[0]}` : undefined,
    );
  }
  return { ...report, alertmanagers };
}

/** A comma belongs to a value where no `name=` follows it. */
function labelsOf(text: string, before: { [name: string]: string } = {}): { [name: string]: string } {
  const pairs = text.split(/,(?=[^,=]+=)/).filter((pair) => pair !== '');
  const odd = pairs.find((pair) => !/^[^=]+=/.test(pair));
  if (odd !== undefined || pairs.length === 0) {
    throw new InvalidArgumentError('It is a list such as alertname=Down,namespace=shop.');
  }
  const given = pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  return { ...before, ...Object.fromEntries(given) };
}
