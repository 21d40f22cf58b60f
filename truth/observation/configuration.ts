import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import type { KubeObject } from '../../lib/simulator/kube-object';
import type { Cluster } from '../machine/cluster';
import { freePort } from '../machine/ports';
import { program } from '../machine/tools';
import { instancePath } from './instance-path';
import { writeRuleFiles } from './rules';

/** The configuration that the Operator made for one pod of an instance, as a file that Prometheus can load here. */
export interface ConfigurationFile {
  readonly file: string;
  /** Names of the jobs of monitors. */
  readonly jobs: readonly string[];
}

/** What the Operator made for an instance. */
export class Configuration {
  private constructor(
    private readonly cluster: Cluster,
    private readonly object: KubeObject,
    private readonly compressed: Buffer,
  ) {}

  /** `undefined` where there is none. */
  public static async of(cluster: Cluster, object: KubeObject): Promise<Configuration | undefined> {
    const { namespace } = object.metadata;
    const { status, body } = await cluster.api.request(
      'GET',
      `/api/v1/namespaces/${namespace}/secrets/${nameOf(object)}`,
    );
    const data = status === 200 ? body.data?.['prometheus.yaml.gz'] : undefined;
    return data === undefined ? undefined : new Configuration(cluster, object, Buffer.from(data, 'base64'));
  }

  /** Whether the Operator leaves it to people what stands in it. */
  public get empty(): boolean {
    return this.compressed.length === 0 || gunzipSync(this.compressed).length === 0;
  }

  /** Writes the configuration of each pod that differs from the others: one for each shard, one for each node. */
  public async write(folder: string): Promise<ConfigurationFile[]> {
    const files = await this.referencedFiles(folder);
    const rules = await writeRuleFiles(this.cluster.api, this.object, folder);
    const environments = await this.environments();
    return Promise.all(
      environments.map(async (environment, index) => {
        const [input, output] = ['gz', 'yaml'].map((extension) =>
          path.join(folder, `prometheus-${index}.${extension}`),
        );
        fs.writeFileSync(input, this.compressed);
        await promisify(execFile)(
          program('prometheus-config-reloader'),
          [
            ...[`--config-file=${input}`, `--config-envsubst-file=${output}`, '--watch-interval=0'],
            ...[`--listen-address=127.0.0.1:${freePort()}`, '--reload-url=http://127.0.0.1:1'],
          ],
          { env: environment },
        ).catch((error) => {
          // It runs once, writes the file, and then cannot reach the Prometheus that is not there yet.
          if (!fs.existsSync(output)) {
            throw error;
          }
        });
        const text = rules(files(fs.readFileSync(output, 'utf8')));
        fs.writeFileSync(output, text);
        return { file: output, jobs: jobsOf(text) };
      }),
    );
  }

  /** Variables that the pods of the instance have, each combination once. */
  private async environments(): Promise<{ [name: string]: string }[]> {
    const { namespace, uid } = await this.live();
    const owned = async (resource: string): Promise<any[]> =>
      (await this.cluster.api.list(`/apis/apps/v1/namespaces/${namespace}/${resource}`)).filter(({ metadata }) =>
        metadata.ownerReferences?.some((owner: any) => owner.uid === uid),
      );
    const [sets, daemons] = [await owned('statefulsets'), await owned('daemonsets')];
    const nodes = daemons.length === 0 ? [] : await this.cluster.api.list('/api/v1/nodes');
    const environments = [
      ...sets.map((set) => environmentOf(set, { 'metadata.name': `${set.metadata.name}-0` })),
      ...daemons.flatMap((set) =>
        nodes.map(({ metadata }) => environmentOf(set, { 'spec.nodeName': metadata.name, 'metadata.name': 'agent' })),
      ),
    ];
    // Where the Operator cannot make pods, those that it made before have what it wrote.
    return environments.length > 0 ? environments : this.shards();
  }

  private shards(): { [name: string]: string }[] {
    const { shards = 1, shardingStrategy } = this.object.spec ?? {};
    const zones: readonly string[] = shardingStrategy?.mode === 'Topology' ? shardingStrategy.topology.values : [];
    return Array.from({ length: Math.max(1, shards) }, (_, shard) => ({
      SHARD: String(shard),
      POD_NAME: `${nameOf(this.object)}${shard === 0 ? '' : `-shard-${shard}`}-0`,
      ...(zones.length === 0
        ? {}
        : { TOPOLOGY_ZONE: zones[shard % zones.length], INZONE_SHARD: String(Math.floor(shard / zones.length)) }),
    }));
  }

  private async live(): Promise<{ namespace: string; uid: string }> {
    return (await this.cluster.api.request('GET', instancePath(this.object))).body.metadata;
  }

  /**
   * Puts files where this machine has them: certificates that the Operator takes from Secrets, and stand-ins for those that
   * a scenario expects in the image of Prometheus.
   */
  private async referencedFiles(folder: string): Promise<(text: string) => string> {
    const { namespace } = this.object.metadata;
    const assets = path.join(folder, 'certs');
    fs.mkdirSync(assets, { recursive: true });
    for (const { metadata, data = {} } of await this.cluster.api.list(`/api/v1/namespaces/${namespace}/secrets`)) {
      if (metadata.name.startsWith(`${nameOf(this.object)}-tls-assets-`)) {
        for (const [name, content] of Object.entries(data)) {
          fs.writeFileSync(path.join(assets, name), Buffer.from(String(content), 'base64'));
        }
      }
    }
    const key = this.cluster.certificate.replace(/\.crt$/, '.key');
    return (text) =>
      text.replace(/^(\s*(?:- )?(\w+_file): )(\/\S+)$/gm, (line, head, field, file) => {
        if (file.startsWith('/etc/prometheus/certs/')) {
          return `${head}${path.join(assets, path.basename(file))}`;
        }
        return CERTIFICATE_FIELDS.has(field) ? `${head}${field === 'key_file' ? key : this.cluster.certificate}` : line;
      });
  }
}

const CERTIFICATE_FIELDS = new Set(['ca_file', 'cert_file', 'key_file']);

/** Name of what the Operator makes for an instance. */
function nameOf({ kind, metadata }: KubeObject): string {
  return `${kind === 'Prometheus' ? 'prometheus' : 'prom-agent'}-${metadata.name}`;
}

function environmentOf({ spec }: any, fields: { readonly [path: string]: string }): { [name: string]: string } {
  const pod = spec.template.spec;
  const reloader = pod.containers.find(({ name }: any) => name === 'config-reloader') ?? {};
  return Object.fromEntries(
    (reloader.env ?? []).map(({ name, value, valueFrom }: any) => [
      name,
      value ?? fields[valueFrom?.fieldRef?.fieldPath] ?? '',
    ]),
  );
}

/**
 * Jobs that the Operator made for monitors. Those that somebody wrote may be called the same.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, which begins the rules of every monitor's job so.
 */
function jobsOf(text: string): string[] {
  const { scrape_configs: jobs = [] } = parse(text, { maxAliasCount: 0, uniqueKeys: false }) ?? {};
  return (jobs ?? [])
    .filter(({ relabel_configs: rules }: any) => rules?.[0]?.target_label === '__tmp_prometheus_job_name')
    .map(({ job_name: name }: any) => String(name));
}
