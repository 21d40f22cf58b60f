import * as fs from 'node:fs';
import * as path from 'node:path';
import type { VirtualPod } from '../../lib/simulator/discovery/raw-target';
import type { KubeObject } from '../../lib/simulator/kube-object';
import type { Cluster } from '../machine/cluster';
import { checkConfig, type PrometheusTargets, runPrometheus } from '../machine/prometheus';
import { prometheusMajor } from '../scenario/prometheus-major';
import { isInstance } from '../scenario/supplements';
import { type InstanceTruth, keyOf, type Truth } from '../scenario/truth';
import { observeAlertmanagers } from './alertmanagers';
import { Configuration, type ConfigurationFile } from './configuration';
import { writeCredentials } from './credentials';
import { instancePath } from './instance-path';
import { jobsOf } from './jobs-of';
import { Naming } from './naming';
import { type Rejections, rejectionsOf } from './rejections';
import { rulesOf } from './rules';

/** What is looked at. */
export interface Staged {
  readonly objects: readonly KubeObject[];
  /** What the API server refused. */
  readonly refused: { readonly [object: string]: string };
  /** Pods as the simulator names them. */
  readonly pods: readonly VirtualPod[];
  /** What an Operator said that panicked; it then did nothing more. */
  readonly crash: string | undefined;
}

/** Looks at what a cluster that has settled makes of objects; runs every Prometheus that the Operator made something for. */
export async function observe(
  cluster: Cluster,
  { objects, refused, pods, crash }: Staged,
  folder: string,
): Promise<Truth> {
  const instances = objects.filter(isInstance).filter((object) => !(keyOf(object) in refused));
  const naming = await Naming.of(cluster.api, pods);
  const rejections = await rejectionsOf(cluster.api);
  const withRules = objects.some(({ kind }) => kind === 'PrometheusRule');
  const observed = await Promise.all(
    instances.map(async (object, index) => {
      const place = path.join(folder, String(index));
      fs.mkdirSync(place, { recursive: true });
      const truth = await observeInstance(cluster, object, place, naming, rejections, crash, withRules);
      return [keyOf(object), truth] as const;
    }),
  );
  return {
    refused,
    instances: Object.fromEntries(observed.sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(await observeAlertmanagers(cluster.api, objects, refused, folder)),
  };
}

async function observeInstance(
  cluster: Cluster,
  object: KubeObject,
  folder: string,
  naming: Naming,
  rejections: Rejections,
  crash: string | undefined,
  withRules: boolean,
): Promise<InstanceTruth> {
  const rejected = rejections.get(keyOf(object)) ?? {};
  const reconciled = await conditionOf(cluster, object);
  const trouble = reconciled?.status === 'False' ? String(reconciled.message) : crash;
  const configuration = await Configuration.of(cluster, object);
  if (configuration === undefined) {
    const outcome = trouble === undefined ? 'ignored' : 'failed';
    return { outcome, ...messageOf(trouble), rejected, jobs: {} };
  }
  if (configuration.empty) {
    return { outcome: 'unmanaged', rejected, jobs: {} };
  }
  const files = await configuration.write(folder);
  const credentials = await writeCredentials(cluster, object, path.join(folder, 'credentials'));
  const runs = await Promise.all(
    files.map((file, index) => run(cluster, object, file, credentials, `${folder}/${index}`)),
  );
  const refusal = runs.find((one) => typeof one === 'string');
  if (refusal !== undefined) {
    return { outcome: 'refused', message: withoutPaths(refusal, folder), rejected, jobs: {} };
  }
  const { ruleGroups } = runs[0] as PrometheusTargets;
  const sharing = object.kind === 'PrometheusAgent' && object.spec?.mode === 'DaemonSet' ? 'nodes' : 'shards';
  return {
    outcome: 'loaded',
    ...messageOf(trouble),
    rejected,
    jobs: jobsOf(files[0].jobs, runs as PrometheusTargets[], naming, sharing),
    ...(ruleGroups === undefined || !withRules ? {} : { rules: await rulesOf(cluster.api, ruleGroups) }),
  };
}

async function run(
  cluster: Cluster,
  object: KubeObject,
  { file }: ConfigurationFile,
  credentials: string,
  folder: string,
): Promise<PrometheusTargets | string> {
  fs.mkdirSync(folder, { recursive: true });
  const options = {
    ...{ folder, config: file, credentials, apiPort: cluster.apiPort, agent: object.kind === 'PrometheusAgent' },
    major: prometheusMajor(object),
    features: promqlFeatures(object),
  };
  const targets = await runPrometheus(options);
  fs.writeFileSync(path.join(folder, 'targets.json'), JSON.stringify(targets, null, 2));
  return typeof targets === 'string' ? (await checkConfig(options)) || targets : targets;
}

function promqlFeatures({ spec }: KubeObject): string[] {
  const features: readonly unknown[] = spec?.enableFeatures ?? [];
  return features.map(String).filter((feature) => feature.startsWith('promql-'));
}

async function conditionOf(cluster: Cluster, object: KubeObject): Promise<any> {
  const { body } = await cluster.api.request('GET', instancePath(object));
  return body.status?.conditions?.find(({ type }: any) => type === 'Reconciled');
}

function withoutPaths(message: string, folder: string): string {
  return message.replaceAll(`${folder}/`, '').trim();
}

function messageOf(message: string | undefined): { message?: string } {
  return message === undefined ? {} : { message };
}
