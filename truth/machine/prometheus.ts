import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { Child, sleep } from './child';
import { SERVICE_ACCOUNT_FOLDER } from './enclosure';
import { freePort } from './ports';
import { program } from './tools';

/** How to run one Prometheus. */
export interface PrometheusOptions {
  /** For all that it writes. */
  readonly folder: string;
  readonly major: 2 | 3;
  readonly agent: boolean;
  /** What of PromQL is switched on. */
  readonly features: readonly string[];
  /** File with its configuration. */
  readonly config: string;
  /** Folder with the credentials of its service account. */
  readonly credentials: string;
  readonly apiPort: number;
}

/** Targets as the API of Prometheus tells them. */
export interface PrometheusTargets {
  readonly activeTargets: readonly {
    readonly discoveredLabels: { readonly [name: string]: string };
    readonly labels: { readonly [name: string]: string };
    readonly scrapePool: string;
    readonly scrapeUrl: string;
    readonly scrapeInterval: string;
    readonly scrapeTimeout: string;
  }[];
  readonly droppedTargets: readonly {
    readonly discoveredLabels: { readonly [name: string]: string };
    /** Since Prometheus 2.54. */
    readonly scrapePool?: string;
  }[];
  /** None for an agent. */
  readonly ruleGroups?: readonly RuleGroupAnswer[];
}

/** A group of rules as the API of Prometheus tells it; times are seconds. */
export interface RuleGroupAnswer {
  readonly name: string;
  readonly file: string;
  readonly interval: number;
  readonly limit?: number;
  readonly rules: readonly {
    readonly type: 'alerting' | 'recording';
    readonly name: string;
    readonly query: string;
    readonly duration?: number;
    readonly keepFiringFor?: number;
    readonly labels?: { readonly [name: string]: string };
    readonly annotations?: { readonly [name: string]: string };
  }[];
}

/** How often Prometheus hands on what it discovers, at most, and so after how long it has surely told everything. */
const FIRST_TARGETS_MILLISECONDS = { 2: 6000, 3: 1500 };

const QUIET_MILLISECONDS = 1200;

const LONGEST_MILLISECONDS = 60_000;

/** Runs Prometheus until its targets do not change any more; a message where it refuses its configuration. */
export async function runPrometheus(options: PrometheusOptions): Promise<PrometheusTargets | string> {
  const { folder, major, agent, features, config, credentials, apiPort } = options;
  const port = freePort();
  const storage = path.join(folder, 'data');
  const mode = major === 2 ? ['--enable-feature=agent'] : ['--agent'];
  const child = new Child(
    'Prometheus',
    'unshare',
    [
      // Each has its own credentials at the place that is the same for all.
      ...['--mount', 'sh', '-c', `mount --bind "$0" ${SERVICE_ACCOUNT_FOLDER} && exec "$@"`, credentials],
      program(`prometheus-${major}/prometheus`),
      `--config.file=${config}`,
      ...(agent ? [...mode, `--storage.agent.path=${storage}`] : [`--storage.tsdb.path=${storage}`]),
      ...features.map((feature) => `--enable-feature=${feature}`),
      ...[`--web.listen-address=127.0.0.1:${port}`, '--scrape.discovery-reload-interval=200ms'],
    ],
    path.join(folder, 'prometheus.log'),
    { KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: String(apiPort) },
  );
  try {
    const url = `http://127.0.0.1:${port}`;
    try {
      await child.until('ready', async () => (await fetch(`${url}/-/ready`)).ok, 30);
    } catch (error) {
      return refusal(child.output()) ?? Promise.reject(error);
    }
    const targets = await settledTargets(url, FIRST_TARGETS_MILLISECONDS[major]);
    return agent ? targets : { ...targets, ruleGroups: await ruleGroups(url) };
  } finally {
    await child.kill();
    fs.rmSync(storage, { recursive: true, force: true });
  }
}

/** What `promtool check config` says; empty where it finds nothing. */
export async function checkConfig({ major, agent, config }: PrometheusOptions): Promise<string> {
  try {
    await promisify(execFile)(program(`prometheus-${major}/promtool`), [
      ...['check', 'config', '--syntax-only', ...(agent ? ['--agent'] : []), config],
    ]);
    return '';
  } catch (error: any) {
    return String(error.stderr || error.stdout || error.message);
  }
}

async function settledTargets(url: string, first: number): Promise<PrometheusTargets> {
  const start = Date.now();
  let known = '';
  for (let since = start; ; await sleep(200)) {
    const response = await fetch(`${url}/api/v1/targets?state=any`);
    const { data } = (await response.json()) as { data: PrometheusTargets };
    // Their order is another one each time.
    const now = [...data.activeTargets, ...data.droppedTargets]
      .map((target) => JSON.stringify([target.discoveredLabels, 'labels' in target ? target.labels : '']))
      .sort()
      .join();
    if (now !== known) {
      known = now;
      since = Date.now();
    }
    const elapsed = Date.now() - start;
    if (elapsed > first && Date.now() - since > QUIET_MILLISECONDS) {
      return data;
    }
    if (elapsed > LONGEST_MILLISECONDS) {
      throw new Error(`The targets of Prometheus do not settle within ${LONGEST_MILLISECONDS / 1000} seconds.`);
    }
  }
}

async function ruleGroups(url: string): Promise<readonly RuleGroupAnswer[]> {
  const response = await fetch(`${url}/api/v1/rules`);
  const { data } = (await response.json()) as { data: { readonly groups: readonly RuleGroupAnswer[] } };
  return data.groups;
}

/** The line in which Prometheus says that it cannot load its configuration, or cannot do what it says. */
function refusal(log: string): string | undefined {
  const line = log
    .split('\n')
    .find((one) => /Failed to apply configuration|[Ee]rror loading (?:config|rule file)/.test(one));
  return line && (/err="((?:[^"\\]|\\.)*)"/.exec(line)?.[1].replaceAll('\\"', '"') ?? line);
}
