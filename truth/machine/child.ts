import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';

/** A program that runs beside this one. */
export class Child {
  /** Settled when it has ended. */
  public readonly ended: Promise<void>;

  private readonly process: ChildProcess;

  constructor(
    private readonly name: string,
    command: string,
    args: readonly string[],
    private readonly log: string,
    env: { readonly [name: string]: string } = {},
  ) {
    const output = fs.openSync(log, 'w');
    this.process = spawn(command, args, {
      stdio: ['ignore', output, output],
      // Collecting garbage is half of the work of programs that live for seconds, and memory is there.
      env: { PATH: process.env.PATH, GOGC: '400', ...env },
    });
    fs.closeSync(output);
    this.ended = new Promise((resolve) => {
      this.process.once('exit', () => resolve());
      this.process.once('error', () => resolve());
    });
  }

  public get running(): boolean {
    return this.process.pid !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** What it has written. */
  public output(): string {
    return fs.readFileSync(this.log, 'utf8');
  }

  /** Ends it at once: nothing that it holds is wanted later. */
  public async kill(): Promise<void> {
    if (this.running) {
      this.process.kill('SIGKILL');
      await this.ended;
    }
  }

  /**
   * Waits until something holds.
   *
   * @throws if the program ends, or if it takes too long
   */
  public async until(what: string, holds: () => Promise<boolean>, seconds = 120): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await holds().catch(() => false))) {
      if (!this.running || Date.now() > end) {
        const tail = this.output().split('\n').slice(-15).join('\n');
        throw new Error(`${this.name} ${this.running ? `is not ${what} after ${seconds} s` : 'has ended'}.\n${tail}`);
      }
      await sleep(50);
    }
  }
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
