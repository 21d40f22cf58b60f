import { Command } from 'commander';
import { addCheck } from './commands/check';
import type { Context } from './commands/context';
import { addExplain } from './commands/explain';
import { addGraph } from './commands/graph';
import { addReport } from './commands/report';
import { addRoute } from './commands/route';
import { addStack } from './commands/stack';
import { addTargets } from './commands/targets';
import type { ExitCode } from './exit-code';

const EXIT_CODES = `
Exit codes:
  0   done, and no finding at or above --level
  1   findings at or above --level (default: error)
  2   the command line is wrong, or some input cannot be read; the rest is reported all the same
  70  a mistake of this program

Examples:
  helm template web ./chart | cdk8s-prometheus check -
  cdk8s-prometheus targets dist/ --format markdown --output TARGETS.md
  cdk8s-prometheus explain ServiceMonitor/shop/web dist/
  cdk8s-prometheus graph dist/ --app web
  cdk8s-prometheus report dist/ --output report.html
  cdk8s-prometheus route dist/ --labels alertname=Down,namespace=shop
  cdk8s-prometheus stack prometheus-stack/monitoring --helm-values values.yaml
`;

/** What commander would write. */
export interface HelpOutput {
  writeOut(text: string): void;
  writeErr(text: string): void;
}

/** The commands with their options. Errors are thrown as `CommanderError` and not printed. */
export function createProgram(context: Context, help: HelpOutput, done: (code: ExitCode) => void): Command {
  const { stdout, stderr } = context.environment;
  const program = new Command(context.info.name)
    .description('Say offline which targets a Prometheus Operator will scrape, which not, and how to mend it.')
    .version(context.info.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXIT_CODES)
    .configureOutput({
      writeOut: help.writeOut,
      writeErr: help.writeErr,
      outputError: () => {},
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
  addCheck(program, context, done);
  addTargets(program, context, done);
  addExplain(program, context, done);
  addGraph(program, context, done);
  addReport(program, context, done);
  addRoute(program, context, done);
  addStack(program, context, done);
  return program;
}
