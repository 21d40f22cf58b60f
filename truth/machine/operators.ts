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
   * Has exactly these Operators run, each with its arguments.
   *
   * @returns what those said that ended at once, because they cannot work with their arguments
   */
  public async run(wanted: readonly (readonly string[])[]): Promise<string[]> {
    const byText = new Map(wanted.map((args) => [JSON.stringify(args), args]));
    for (const [text, child] of this.running) {
      if (!byText.has(text) || !child.running) {
        await child.kill();
        this.running.delete(text);
      }
    }
    const failures = await Promise.all(
      [...byText].filter(([text]) => !this.running.has(text)).map(([text, args]) => this.start(text, args)),
    );
    return failures.flatMap((failure) => failure ?? []);
  }

  public async stop(): Promise<void> {
    await Promise.all([...this.running.values()].map((child) => child.kill()));
    this.running.clear();
  }

  private async start(text: string, args: readonly string[]): Promise<string | undefined> {
    const port = freePort();
    const child = new Child(
      'The Prometheus Operator',
      program('operator'),
      [...args, `--web.listen-address=127.0.0.1:${port}`],
      path.join(this.cluster.folder, `operator-${port}.log`),
      { KUBECONFIG: this.cluster.kubeconfig },
    );
    this.running.set(text, child);
    try {
      await child.until('ready', async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok, 30);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  }
}
