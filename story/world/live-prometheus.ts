import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubeObject } from '../../lib/simulator/kube-object';
import { Child, sleep } from '../../truth/machine/child';
import type { Cluster } from '../../truth/machine/cluster';
import { SERVICE_ACCOUNT_FOLDER } from '../../truth/machine/enclosure';
import type { PrometheusTargets } from '../../truth/machine/prometheus';
import { program } from '../../truth/machine/tools';
import { Configuration } from '../../truth/observation/configuration';
import { writeCredentials } from '../../truth/observation/credentials';
import type { Shown } from '../breakages';
import { WEB_FOLDER } from './web-ui';

/** Where people open it too, after `kubectl port-forward`. */
export const PROMETHEUS_URL = 'http://127.0.0.1:9090';

/** A target as the API of Prometheus tells it, with how the last scrape went. */
type LiveTarget = PrometheusTargets['activeTargets'][number] & { readonly health: string; readonly lastError: string };

/** For how long Prometheus may take to show what it was told. */
const LONGEST_MILLISECONDS = 90_000;

/** How long targets have to be the same until they count as settled: discovery hands on what it knows every 0.2 seconds. */
const QUIET_MILLISECONDS = 3000;

/** The Prometheus of the release, with the configuration that the Operator makes for it. */
export class LivePrometheus {
  private generation = 0;

  private constructor(
    private readonly cluster: Cluster,
    private readonly object: KubeObject,
    private readonly folder: string,
    private readonly child: Child,
  ) {}

  /** Starts it on the configuration that is there. */
  public static async start(cluster: Cluster, object: KubeObject, folder: string): Promise<LivePrometheus> {
    fs.mkdirSync(folder, { recursive: true });
    const live = path.join(folder, 'prometheus.yaml');
    fs.copyFileSync(await configurationFile(cluster, object, path.join(folder, '0')), live);
    const credentials = await writeCredentials(cluster, object, path.join(folder, 'credentials'));
    const child = new Child(
      'Prometheus',
      'unshare',
      [
        ...['--mount', 'sh', '-c', `mount --bind "$0" ${SERVICE_ACCOUNT_FOLDER} && cd "$1" && shift && exec "$@"`],
        ...[credentials, WEB_FOLDER, program('prometheus-3/prometheus')],
        ...[`--config.file=${live}`, `--storage.tsdb.path=${path.join(folder, 'data')}`, '--web.enable-lifecycle'],
        ...['--web.listen-address=127.0.0.1:9090', '--scrape.discovery-reload-interval=200ms'],
      ],
      path.join(folder, 'prometheus.log'),
      { KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: String(cluster.apiPort) },
    );
    await child.until('ready', async () => (await fetch(`${PROMETHEUS_URL}/-/ready`)).ok, 30);
    return new LivePrometheus(cluster, object, folder, child);
  }

  /** Waits until the Operator has nothing more to do, and has Prometheus load what it wrote, as the reloader does. */
  public async reload(): Promise<void> {
    await this.cluster.baseline.settled();
    this.generation += 1;
    const file = await configurationFile(this.cluster, this.object, path.join(this.folder, String(this.generation)));
    fs.copyFileSync(file, path.join(this.folder, 'prometheus.yaml'));
    const { ok, statusText } = await fetch(`${PROMETHEUS_URL}/-/reload`, { method: 'POST' });
    if (!ok) {
      throw new Error(`Prometheus does not load the configuration of the Operator: ${statusText}`);
    }
  }

  /** Its targets once a number of them are there and all are up. */
  public async upTargets(count: number): Promise<readonly LiveTarget[]> {
    const end = Date.now() + LONGEST_MILLISECONDS;
    for (;;) {
      const { activeTargets } = await this.api<{ activeTargets: LiveTarget[] }>('targets?state=active');
      if (activeTargets.length === count && activeTargets.every(({ health }) => health === 'up')) {
        return activeTargets;
      }
      if (Date.now() > end) {
        const seen = activeTargets.map(({ scrapeUrl, health, lastError }) => `${scrapeUrl} ${health} ${lastError}`);
        throw new Error(`After ${LONGEST_MILLISECONDS / 1000} s not ${count} targets are up, but: ${seen.join('; ')}`);
      }
      await sleep(200);
    }
  }

  /** What it shows of a job once that does not change any more. */
  public async shown(job: string): Promise<Shown | 'scraped'> {
    let known = '';
    for (let since = Date.now(); Date.now() - since < QUIET_MILLISECONDS; await sleep(200)) {
      const now = await this.shownNow(job);
      if (now !== known) {
        known = now;
        since = Date.now();
      }
    }
    return known as Shown | 'scraped';
  }

  public async stop(): Promise<void> {
    await this.child.kill();
  }

  private async shownNow(job: string): Promise<Shown | 'scraped'> {
    const { scrapePools } = await this.api<{ scrapePools: string[] }>('scrape_pools');
    if (!scrapePools.includes(job)) {
      return 'no job';
    }
    const { activeTargets, droppedTargets } = await this.api<PrometheusTargets>('targets?state=any');
    if (activeTargets.some(({ scrapePool }) => scrapePool === job)) {
      return 'scraped';
    }
    return droppedTargets.some((target) => target.scrapePool === job && isOfApp(target))
      ? 'pods dropped'
      : 'pods not discovered';
  }

  private async api<T>(request: string): Promise<T> {
    const response = await fetch(`${PROMETHEUS_URL}/api/v1/${request}`);
    return ((await response.json()) as { data: T }).data;
  }
}

/** Other Services of the namespace are discovered too, and dropped. */
function isOfApp({ discoveredLabels }: PrometheusTargets['droppedTargets'][number]): boolean {
  return discoveredLabels.__meta_kubernetes_pod_container_name === 'sample-app';
}

async function configurationFile(cluster: Cluster, object: KubeObject, folder: string): Promise<string> {
  fs.mkdirSync(folder, { recursive: true });
  const configuration = await Configuration.of(cluster, object);
  const [first] = (await configuration?.write(folder)) ?? [];
  if (first === undefined) {
    throw new Error(`The Operator makes no configuration for Prometheus ${object.metadata.name}.`);
  }
  return first.file;
}
