import { CommanderError } from 'commander';
import { type PackageInfo, packageInfo } from '../lib/engine/package-info';
import type { Context } from './commands/context';
import type { Environment } from './environment';
import { ExitCode } from './exit-code';
import { Diagnostics } from './output/diagnostics';
import { Progress } from './output/progress';
import { StreamWriter } from './output/stream-writer';
import { createProgram } from './program';
import { styleOf } from './terminal';
import { UsageError } from './usage-error';

/**
 * Runs the program, and tells the exit code. It never throws.
 *
 * @param argv arguments, without those that name Node and the script
 */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
  const info = packageInfo();
  const stderr = new StreamWriter(environment.stderr, 'standard error');
  const context: Context = {
    environment,
    stdout: new StreamWriter(environment.stdout, 'standard output'),
    diagnostics: new Diagnostics(stderr, styleOf(environment.stderr, environment, colorIn(argv))),
    progress: new Progress(environment.stderr),
    info,
  };
  try {
    return await runProgram(argv, context, stderr);
  } catch (error) {
    context.progress.clear();
    return await explainError(error, argv, context).catch(() => ExitCode.INTERNAL);
  }
}

async function runProgram(argv: readonly string[], context: Context, stderr: StreamWriter): Promise<ExitCode> {
  const help = { out: [] as string[], err: [] as string[] };
  const output = { writeOut: (text: string) => help.out.push(text), writeErr: (text: string) => help.err.push(text) };
  let code = ExitCode.OK;
  const program = createProgram(context, output, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || (error.exitCode !== 0 && help.err.length === 0)) {
      throw error;
    }
    // Help, or the version.
    code = error.exitCode === 0 ? ExitCode.OK : ExitCode.USAGE;
  }
  await context.stdout.write(help.out);
  await stderr.write(help.err);
  return code;
}

async function explainError(error: unknown, argv: readonly string[], context: Context): Promise<ExitCode> {
  const { diagnostics, info, environment } = context;
  if (error instanceof UsageError) {
    await diagnostics.error(error.message, error.fix);
    return ExitCode.USAGE;
  }
  if (error instanceof CommanderError) {
    await diagnostics.error(messageOf(error), fixOf(error, argv, info));
    return ExitCode.USAGE;
  }
  await diagnostics.error(internalError(error, info, environment), `report it at ${info.bugs}`);
  return ExitCode.INTERNAL;
}

/** `error: unknown option '--fromat'\n(Did you mean --format?)` as a sentence. */
function messageOf({ message }: CommanderError): string {
  const [first, ...rest] = message.replace(/^error: /, '').split('\n');
  const sentence = first.replace(/[^.]$/, '$&.').replace(/^./, (letter) => letter.toUpperCase());
  return [sentence, ...rest.map((line) => line.replace(/^\((.*)\)$/, '$1'))].join(' ');
}

function fixOf({ code, message }: CommanderError, argv: readonly string[], { name }: PackageInfo): string {
  const [command] = argv;
  if (code === 'commander.unknownCommand' && !message.includes('Did you mean')) {
    return `${name} check ${command}`;
  }
  const isCommand = ['check', 'targets', 'explain', 'graph', 'report', 'route', 'stack'].includes(command);
  return `see ${[name, ...(isCommand ? [command] : []), '--help'].join(' ')}`;
}

function internalError(error: unknown, info: PackageInfo, { env, platform }: Environment): string {
  const wantsStack = (env.DEBUG ?? '').split(/[\s,]+/).some((word) => word === info.name || word === '*');
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [
    `This is a mistake of ${info.name}, not of your manifests: ${text}`,
    `A report needs the command, the manifests if they may be shown, and: ${info.name} ${info.version}, Node ${process.version}, ${platform}.`,
    wantsStack
      ? `${(error as Error)?.stack ?? 'no stack'}`
      : `What is shown besides with DEBUG=${info.name} in the environment helps most.`,
  ].join('\n');
}

/** Colours are wanted also for what is wrong with the arguments themselves, so these are not asked of commander. */
function colorIn(argv: readonly string[]): 'auto' | 'always' | 'never' {
  const index = argv.findIndex((argument) => argument === '--color' || argument.startsWith('--color='));
  const value = index === -1 ? '' : argv[index].slice('--color='.length) || argv[index + 1];
  return value === 'always' || value === 'never' ? value : 'auto';
}
