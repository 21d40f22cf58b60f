import { type ChildProcess, fork } from 'node:child_process';
import * as path from 'node:path';
import { type Mutant, ROOT } from './mutant';

/** What the worker says when it has read and run everything as it is. */
export interface Ready {
  readonly scenarios: number;
  /** Scenarios and suites that are left out, since they fail before anything is broken. */
  readonly different: readonly string[];
}

/** What noticed a mutant. */
export interface Verdict {
  readonly by: 'recording' | 'test' | 'nothing' | 'broken';
  /** The scenario or test, or why the mutant cannot even be loaded. */
  readonly text: string;
}

/** How a mutant is looked at. */
export interface MutantOptions {
  /** Scenarios that nobody has recorded count too, with what the simulator says of them as it is. */
  readonly unrecorded?: boolean;
  readonly recordingsOnly?: boolean;
}

/** Milliseconds after which a mutant counts as one that never ends. */
const PATIENCE = 300_000;

/** A process that is broken by mutants, one after the other; one of its own, since a mutant may never end. */
export class MutantProcess {
  private child: ChildProcess;
  /** What there is before anything is broken. */
  public readonly ready: Promise<Ready>;

  constructor(private readonly options: MutantOptions = {}) {
    this.child = this.start();
    this.ready = this.nextMessage();
  }

  public async verdict(mutant: Mutant): Promise<Verdict> {
    await this.ready;
    const answer = this.nextMessage(PATIENCE);
    this.child.send(mutant);
    const verdict: Verdict | undefined = await answer;
    if (verdict !== undefined) {
      return verdict;
    }
    this.child.kill('SIGKILL');
    this.child = this.start();
    await this.nextMessage();
    return { by: 'test', text: 'one that never ends' };
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
        execArgv: ['--no-warnings', '--require', 'ts-node/register/transpile-only'],
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
      const onExit = (code: number | null): void => settle(() => reject(new Error(`it ended with exit code ${code}`)));
      const timer = patience === undefined ? undefined : setTimeout(() => settle(() => resolve(undefined)), patience);
      child.on('message', onMessage).on('exit', onExit);
    });
  }
}
