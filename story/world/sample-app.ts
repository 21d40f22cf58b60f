import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { Child } from '../../truth/machine/child';
import type { Cluster } from '../../truth/machine/cluster';

/** The app of the tutorial, on the address of each of its pods, as kubelets would run it. */
export class SampleApp {
  private constructor(
    private readonly children: readonly Child[],
    /** How many pods there are. */
    public readonly pods: number,
  ) {}

  /**
   * @param script the program that the image would have
   * @param selector labels of the pods, as in a request
   */
  public static async start(cluster: Cluster, script: string, selector: string): Promise<SampleApp> {
    const pods = await cluster.api.list(
      `/api/v1/namespaces/default/pods?labelSelector=${encodeURIComponent(selector)}`,
    );
    const addresses: string[] = pods.map(({ status }) => status.podIP);
    const children = addresses.map((address) => {
      // No route leads out of the enclosure, so the addresses of pods are those of its loopback interface.
      execFileSync('ip', ['address', 'add', `${address}/32`, 'dev', 'lo']);
      return new Child('The app', process.execPath, [script], path.join(cluster.folder, `app-${address}.log`), {
        HOST: address,
      });
    });
    await Promise.all(
      children.map((child, index) =>
        child.until('answering', async () => (await fetch(`http://${addresses[index]}:5000/metrics`)).ok, 30),
      ),
    );
    return new SampleApp(children, pods.length);
  }

  public async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.kill()));
  }
}
