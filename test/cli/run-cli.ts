import { Readable, Writable } from 'node:stream';
import type { Environment, OutputStream } from '../../cli/environment';
import type { ExitCode } from '../../cli/exit-code';
import { run } from '../../cli/run';
import { type FakeEngine, fakeEngine } from './fake-engine';

/** What a run left behind. */
export interface CliOutcome {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  readonly engine: FakeEngine;
}

/** What a run may be given besides its arguments. */
export interface CliInput extends Partial<Omit<Environment, 'stdin'>> {
  readonly stdin?: string | Buffer;
}

/** Runs the program in this process, with the engine of the tests. */
export async function runCli(
  argv: readonly string[],
  { stdin = '', ...environment }: CliInput = {},
): Promise<CliOutcome> {
  const stdout = new Collector();
  const stderr = new Collector();
  const engine = fakeEngine();
  const code = await run(argv, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    cwd: process.cwd(),
    env: {},
    platform: 'linux',
    engine: () => engine,
    ...environment,
  });
  return { code, stdout: stdout.text, stderr: stderr.text, engine };
}

/** A stream that keeps what is written to it. */
export class Collector extends Writable implements OutputStream {
  text = '';

  constructor(
    readonly isTTY = false,
    readonly columns?: number,
  ) {
    super();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}
