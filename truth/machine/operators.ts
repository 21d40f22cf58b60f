import * as path from 'node:path';
import { Child } from './child';
import type { Cluster } from './cluster';
import { freePort } from './ports';
import { program } from './tools';

/** The Operators of a cluster. Starting one takes a second, so those that are wanted again go on. */
export class Operators {
  private readonly running = new Map<string, Child>();

  constructor(private readonly cluster: Cluster) {}

  /**
   * Has exactly these Operators run, each with its arguments. One that ends at once, because it cannot work with its
   * arguments, is a fact like others.
   */
  public async run(wanted: readonly (readonly string[])[]): Promise<void> {
    const byText = new Map(wanted.map((args) => [JSON.stringify(args), args]));
    for (const [text, child] of this.running) {
      if (!byText.has(text) || !child.running) {
        await child.kill();
        this.running.delete(text);
      }
    }
    await Promise.all(
      [...byText].filter(([text]) => !this.running.has(text)).map(([text, args]) => this.start(text, args)),
    );
  }

  /** What an Operator said that panicked over what it was given. */
  public crash(): string | undefined {
    const logs = [...this.running.values()].filter((child) => !child.running).map((child) => child.output());
    return logs.map((log) => /^panic: .*$/m.exec(log)?.[0]).find((panic) => panic !== undefined);
  }

  public async stop(): Promise<void> {
    await Promise.all([...this.running.values()].map((child) => child.kill()));
    this.running.clear();
  }

  private async start(text: string, args: readonly string[]): Promise<void> {
    const port = freePort();
    const child = new Child(
      'The Prometheus Operator',
      program('operator'),
      // First, since flags end where the arguments have a word that is none.
      [`--web.listen-address=127.0.0.1:${port}`, ...args],
      path.join(this.cluster.folder, `operator-${port}.log`),
      { KUBECONFIG: this.cluster.kubeconfig },
    );
    this.running.set(text, child);
    await child
      .until('ready', async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok, 30)
      .catch((error) => (child.running ? Promise.reject(error) : undefined));
  }
}
