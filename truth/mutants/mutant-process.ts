import { type ChildProcess, fork } from 'node:child_process';
import * as path from 'node:path';
import { type Mutant, ROOT } from './mutant';

/** What noticed a mutant. */
export interface Verdict {
  readonly by: 'recording' | 'test' | 'nothing' | 'broken';
  /** The recording or the suite. */
  readonly witness?: string;
  /** What it noticed; or the mutant itself where nothing did; or why it cannot even be loaded. */
  readonly text: string;
}

/** What is asked of the worker. */
export interface Question {
  readonly mutant: Mutant;
  /** Name of the witness that noticed it the last time. */
  readonly hint: string | undefined;
}

/** What the worker answers. */
export interface Answer {
  readonly verdict: Verdict;
  /** Witnesses that fail before anything is broken. */
  readonly leftOut: readonly string[];
}

/** How mutants are looked at. */
export interface MutantOptions {
  /** Scenarios that nobody has recorded count too, with what the simulator says of them as it is. */
  readonly unrecorded?: boolean;
  readonly recordingsOnly?: boolean;
}

/** Milliseconds after which a mutant counts as one that never ends. All recordings and suites take two minutes at most. */
const PATIENCE = 900_000;

/** A process that is broken by mutants, one after the other; one of its own, since a mutant may never end. */
export class MutantProcess {
  private child: ChildProcess;
  /** Resolves when all recordings are read. */
  public readonly ready: Promise<{ readonly recordings: number }>;

  constructor(private readonly options: MutantOptions = {}) {
    this.child = this.start();
    this.ready = this.nextMessage();
  }

  public async ask(mutant: Mutant, hint?: string): Promise<Answer> {
    await this.ready;
    const pending = this.nextMessage(PATIENCE);
    const question: Question = { mutant, hint };
    this.child.send(question);
    const answer: Answer | undefined = await pending;
    if (answer !== undefined) {
      return answer;
    }
    this.child.kill('SIGKILL');
    this.child = this.start();
    await this.nextMessage();
    return { verdict: { by: 'test', text: 'it never ends' }, leftOut: [] };
  }

  public stop(): void {
    this.child.disconnect();
  }

  private start(): ChildProcess {
    const { unrecorded, recordingsOnly } = this.options;
    return fork(
      path.join(__dirname, 'worker.ts'),
      [...(unrecorded ? ['--unrecorded'] : []), ...(recordingsOnly ? ['--recordings-only'] : [])],
      {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        execArgv: ['--no-warnings', '--max-semi-space-size=64', '--require', 'ts-node/register/transpile-only'],
        env: { ...process.env, TS_NODE_PROJECT: path.join(ROOT, 'tsconfig.dev.json') },
      },
    );
  }

  /** What the worker says next; `undefined` where it says nothing for too long. */
  private nextMessage(patience?: number): Promise<any> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const settle = (then: () => void): void => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
        then();
      };
      const onMessage = (message: unknown): void => settle(() => resolve(message));
      const onExit = (code: number | null): void =>
        settle(() => reject(new Error(`The process that mutants break ended by itself, with ${code}.`)));
      const timer = patience === undefined ? undefined : setTimeout(() => settle(() => resolve(undefined)), patience);
      child.on('message', onMessage).on('exit', onExit);
    });
  }
}
