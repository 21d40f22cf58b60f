import { type ChildProcess, fork } from 'node:child_process';
import * as path from 'node:path';
import { type Mutant, ROOT } from './mutant';

/** What the worker says when it has read all scenarios. */
export interface Ready {
  readonly scenarios: number;
  /** Recordings that differ from what the simulator says as it is. */
  readonly different: readonly string[];
}

/** What became of the scenarios of a mutant; nothing where all passed. */
export interface Replayed {
  /** The scenario that failed. */
  readonly scenario?: string;
  /** What differs, or the error. */
  readonly kind?: string;
  /** Why the mutant cannot even be loaded. */
  readonly broken?: string;
}

/** Milliseconds after which a mutant counts as one that never ends. All scenarios take some seconds. */
const PATIENCE = 120_000;

/** A process of its own for the replay, since a mutant may never end. */
export class ReplayProcess {
  private child: ChildProcess;
  private answer: Promise<Ready | Replayed>;

  constructor(private readonly unrecordedToo: boolean) {
    this.child = this.start();
    this.answer = this.nextMessage();
  }

  public async ready(): Promise<Ready> {
    return (await this.answer) as Ready;
  }

  public async replay(mutant: Mutant): Promise<Replayed> {
    const answer = this.nextMessage();
    this.child.send(mutant);
    const replayed = (await answer) as Replayed | 'too long';
    if (replayed !== 'too long') {
      return replayed;
    }
    this.child.kill('SIGKILL');
    this.child = this.start();
    await this.nextMessage();
    return { scenario: 'one that never ends' };
  }

  public stop(): void {
    this.child.disconnect();
  }

  private start(): ChildProcess {
    return fork(path.join(__dirname, 'replay-worker.ts'), this.unrecordedToo ? ['--unrecorded'] : [], {
      cwd: ROOT,
      execArgv: ['--require', 'ts-node/register/transpile-only'],
      env: { ...process.env, TS_NODE_PROJECT: path.join(ROOT, 'tsconfig.dev.json') },
    });
  }

  private nextMessage(): Promise<any> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle(() => resolve('too long')), PATIENCE);
      const onMessage = (message: unknown): void => settle(() => resolve(message));
      const onExit = (code: number | null): void =>
        settle(() => reject(new Error(`the replay ended with exit code ${code}`)));
      const settle = (then: () => void): void => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit);
        then();
      };
      child.on('message', onMessage).on('exit', onExit);
    });
  }
}
