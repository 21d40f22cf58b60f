import type { CheckContext } from '../../lib/check/check-context';
import { makeContext } from '../../lib/check/make-context';
import { parseValues } from '../../lib/check/parse-values';
import { poisonsAt } from '../../lib/check/poisons-at-instance';
import { type PreparedObjects, prepareObjects } from '../../lib/check/prepare-objects';
import { Kind } from '../../lib/simulator/bag/bag-kind';
import { endpointView } from '../../lib/simulator/chain/endpoint-view';
import type { RawTarget } from '../../lib/simulator/discovery/raw-target';
import type { ScrapeJob } from '../../lib/simulator/jobs/scrape-job';
import type { KubeObject, SourcedObject } from '../../lib/simulator/kube-object';
import type { Instance } from '../../lib/simulator/operator/instance';
import { isCrash } from '../../lib/simulator/operator/operator-crashes';
import type { Problem } from '../../lib/simulator/operator/problem';
import type { ScrapedTarget } from '../../lib/simulator/relabel/target-labels';
import { type SimulatedDirectJob, type SimulatedJob, Simulation } from '../../lib/simulator/simulation';
import type { JobTargets } from '../../lib/simulator/targets/job-targets';
import type { Versions } from '../scenario/scenario';
import { SYSTEM_NAMESPACES } from '../scenario/supplements';
import {
  type ActiveTarget,
  droppedTarget,
  type InstanceOutcome,
  type InstanceTruth,
  keyOf,
  type Truth,
} from '../scenario/truth';
import { predictAlertmanagers } from './alertmanagers';
import { predictRules, type RulesPrediction } from './predict-rules';
import { targetUrl } from './target-url';

/** What the simulator says about the objects of a scenario. */
export interface Prediction extends Truth {
  readonly instances: { readonly [instance: string]: InstancePrediction };
  /** The simulation, for what else it may be asked. */
  readonly context: CheckContext;
}

export interface InstancePrediction extends InstanceTruth {
  readonly jobs: { readonly [job: string]: JobPrediction };
  readonly rules?: RulesPrediction['rules'];
}

export interface JobPrediction {
  readonly active: readonly ActiveTarget[];
  readonly dropped: readonly string[];
  /** Targets of which the simulator says that the objects do not tell whether they are kept. */
  readonly unsure: readonly UnsureTarget[];
  /** Whether there may be more, of which the simulator says that only the cluster can tell. */
  readonly open?: boolean;
}

/** A target that a cluster may keep or drop. */
export interface UnsureTarget {
  /** As in `dropped`. */
  readonly dropped: string;
  /** What it is scraped at if it is kept. */
  readonly address: string;
}

/**
 * Predicts what a cluster makes of objects.
 *
 * @param objects all that there is in the cluster
 * @param versions of what runs there
 */
export function predict(
  objects: readonly KubeObject[],
  versions: Pick<Versions, 'kubernetes' | 'operator'>,
): Prediction {
  const sourced = [...systemNamespaces(objects), ...objects].map((object) => ({ object, source: {} }));
  const options = { operatorVersion: versions.operator, kubernetesVersion: versions.kubernetes };
  const prepared = prepareObjects(sourced, { ...options, parseYaml: parseValues });
  const refused = refusedIn(prepared);
  const gone = new Set([...refused.keys()].map(({ object }) => object));
  // Of a Prometheus with a bad field the rest is looked at, as a client without strict validation would send it. Here
  // validation is strict, so it does not exist.
  const accepted = prepared.objects.filter(({ object, given }) => !gone.has(given ?? object));
  const simulation = new Simulation(accepted, {
    ...options,
    refused: gone,
    complete: true,
    wholeCluster: true,
  });
  const context = makeContext(simulation, prepared, 'complete', false);
  const instances = simulation.instances.map((instance) => [
    keyOf(instance.object.object),
    predictInstance(instance, context),
  ]);
  const messages = [...refused].map(([object, message]) => [keyOf(object.object), message]);
  return {
    refused: Object.fromEntries(messages),
    instances: Object.fromEntries(instances),
    ...predictAlertmanagers(simulation.alerting, objects),
    context,
  };
}

/** Namespaces that are there without anybody making them, and that have no labels of their own. */
function systemNamespaces(objects: readonly KubeObject[]): KubeObject[] {
  const given = new Set(objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name));
  return SYSTEM_NAMESPACES.filter((name) => !given.has(name)).map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name },
  }));
}

/** What the API server refuses, with its reasons. They are applied by server-side apply, so nulls count. */
function refusedIn({ schemaProblems }: PreparedObjects): Map<SourcedObject, string> {
  const refused = new Map<SourcedObject, string>();
  for (const [object, problems] of schemaProblems) {
    const certain = problems.filter(({ certainty }) => certainty !== 'newer');
    if (certain.length > 0) {
      refused.set(object, certain.map(({ field, message }) => `${field}: ${message}`).join('\n'));
    }
  }
  return refused;
}

function predictInstance(instance: Instance, context: CheckContext): InstancePrediction {
  const { simulation } = context;
  const ofRules = predictRules(instance, simulation);
  const poisons = [...poisonsAt(context, instance), ...ofRules.poisons];
  const outcome = outcomeOf(instance, poisons);
  const rejected: { [monitor: string]: string } = {};
  for (const one of [...simulation.outcomes, ...simulation.rejectedBeforeFailing]) {
    if (one.instance === instance && one.state === 'rejected') {
      rejected[keyOf(one.monitor.object)] = one.problems.map(({ message }) => message).join('\n');
    }
  }
  const jobs = outcome === 'loaded' ? simulation.jobs.filter(({ job }) => job.instance === instance) : [];
  const direct = outcome === 'loaded' ? simulation.directJobs.filter(({ job }) => job.instance === instance) : [];
  const problems = poisons.length > 0 ? poisons : outcome === 'failed' ? instance.problems : [];
  return {
    outcome,
    ...(problems.length === 0 ? {} : { message: problems.map(({ message }) => message).join('\n') }),
    rejected: { ...rejected, ...ofRules.rejected },
    jobs: Object.fromEntries([
      ...jobs.map((job) => [job.job.name, predictJob(job, simulation)]),
      ...direct.map((job) => [job.job.name, predictDirectJob(job, simulation)]),
    ]),
    ...(outcome === 'loaded' && ofRules.rules !== undefined ? { rules: ofRules.rules } : {}),
  };
}

function outcomeOf({ state }: Instance, poisons: readonly Problem[]): InstanceOutcome {
  switch (state) {
    case 'unseen':
    case 'paused':
      return 'ignored';
    case 'frozen':
      return 'failed';
    case 'unmanaged':
      return 'unmanaged';
    case 'managed':
      return poisons.some(isCrash) ? 'failed' : poisons.length > 0 ? 'refused' : 'loaded';
  }
}

function predictJob({ job, targets }: SimulatedJob, simulation: Simulation): JobPrediction {
  const gone = new Set<RawTarget>([...targets.merged, ...[...targets.found, ...targets.lost].map(({ raw }) => raw)]);
  // What the selector does not take is discovered and dropped, unless the API server applies it.
  const unselected = job.discovery.roleSelector === undefined ? rawTargets(job, simulation) : [];
  return outcomeOfTargets(
    targets,
    job,
    unselected.filter((raw) => !gone.has(raw)),
  );
}

type RelabeledJob = Pick<ScrapeJob, 'instance' | 'relabelRules'>;

/** @param unselected targets that the selector of the monitor drops */
function outcomeOfTargets(
  targets: Pick<JobTargets, 'found' | 'lost'>,
  job: RelabeledJob,
  unselected: readonly RawTarget[],
): JobPrediction {
  const lost = targets.lost.filter(({ outcome }) => outcome.outcome === 'dropped');
  return {
    active: distinct(targets.found.map(({ scraped }) => toActive(scraped, job))),
    dropped: distinct([
      ...lost.filter(({ unknown }) => !unknown).map(({ raw }) => droppedTarget(raw.labels)),
      ...unselected.map((raw) => droppedTarget(raw.labels)),
    ]),
    unsure: distinct(
      lost
        .filter(({ unknown }) => unknown)
        .map(({ raw: { labels } }) => ({ dropped: droppedTarget(labels), address: labels.__address__ ?? '' })),
    ),
  };
}

/** The same of a Probe or ScrapeConfig. */
function predictDirectJob({ job, targets }: SimulatedDirectJob, simulation: Simulation): JobPrediction {
  const taken = new Set(targets.ingresses);
  const unselected = job.sources.flatMap((source) =>
    source.kind === 'ingresses'
      ? allowedNamespaces(source.namespaces, job.instance, simulation)
          .flatMap((namespace) => ingressesIn(simulation, namespace))
          .filter((ingress) => !taken.has(ingress))
          .flatMap((ingress) => simulation.discovery.ingressTargets(ingress))
      : [],
  );
  const { active, dropped, unsure } = outcomeOfTargets(targets, job, unselected);
  return { active, dropped, unsure, ...(targets.unknown.length > 0 ? { open: true } : {}) };
}

/** Where an instance may look for Ingresses; `undefined` for all namespaces at once. */
function allowedNamespaces(
  namespaces: readonly string[] | undefined,
  instance: Instance,
  { access }: Simulation,
): readonly (string | undefined)[] {
  const blocked = access.blockedNamespaces(instance, { role: 'ingress', attachNodeMetadata: false, namespaces });
  return blocked === 'all' ? [] : (namespaces ?? [undefined]).filter((one) => !blocked.includes(one as string));
}

function ingressesIn({ bag }: Simulation, namespace: string | undefined): readonly SourcedObject[] {
  return namespace === undefined ? bag.all(Kind.INGRESS) : bag.in(Kind.INGRESS, namespace);
}

/** All that service discovery finds for a job. */
function rawTargets(job: ScrapeJob, simulation: Simulation): readonly RawTarget[] {
  const { bag, discovery } = simulation;
  const blocked = simulation.access.blockedNamespaces(job.instance, job.discovery);
  const searched = job.discovery.namespaces ?? bag.all(Kind.NAMESPACE).map(({ object }) => object.metadata.name);
  const namespaces = blocked === 'all' ? [] : searched.filter((namespace) => !blocked.includes(namespace));
  if (job.discovery.role === 'pod') {
    return namespaces.flatMap((namespace) =>
      discovery.pods.in(namespace).flatMap((pod) => simulation.discovery.podTargets(pod)),
    );
  }
  const endpoints = endpointView(simulation, job);
  return namespaces.flatMap((namespace) => endpoints.targetsIn(namespace));
}

function toActive(scraped: ScrapedTarget, { instance, relabelRules }: RelabeledJob): ActiveTarget {
  const { daemonSet, shards } = instance.settings;
  // An agent of a node looks at its own pods, whatever its rules say.
  const isShared = !daemonSet && relabelRules.every(({ origin }) => origin.reason !== 'shard');
  const everywhere = isShared || (!daemonSet && (scraped.hiddenLabels.__tmp_disable_sharding ?? '') !== '');
  return {
    url: targetUrl(scraped),
    labels: { ...scraped.labels },
    interval: scraped.scrapeInterval,
    timeout: scraped.scrapeTimeout,
    ...(daemonSet || shards > 1 ? { shards: everywhere ? ('all' as const) : ('one' as const) } : {}),
  };
}

/** Each once, sorted. */
export function distinct<T>(values: readonly T[]): T[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText.keys()].sort().map((text) => byText.get(text) as T);
}
