import { Access } from './access/access';
import { Network } from './access/network/network';
import { Alerting } from './alertmanager/alerting';
import { type AlertmanagerLink, findLinks } from './alertmanager/find-links';
import { Bag } from './bag/bag';
import { type BagKind, Kind } from './bag/bag-kind';
import { BagLookup } from './bag/bag-lookup';
import { Dashboards } from './dashboards/dashboards';
import { Discovery } from './discovery/discovery';
import { operatedInstances } from './discovery/operated-instances';
import type { DirectJob } from './jobs/direct-job';
import { DirectJobGenerator } from './jobs/generate-direct-jobs';
import { JobGenerator } from './jobs/generate-jobs';
import type { ScrapeJob } from './jobs/scrape-job';
import type { KubeObject, SourcedObject } from './kube-object';
import { findInstances } from './operator/find-instances';
import { findOperators } from './operator/find-operators';
import type { Instance } from './operator/instance';
import { KINDS } from './operator/kinds-before-failing';
import { isMonitor } from './operator/monitor-parts';
import type { ObjectLookup } from './operator/object-lookup';
import type { OperatorSettings } from './operator/operator-settings';
import type { Extent } from './operator/problem';
import { type MonitorOutcome, rejectedBeforeFailing, selectMonitors } from './operator/select-monitors';
import { RELABEL_SUPPORT } from './relabel/relabel-support';
import { selectRules } from './rules/select-rules';
import { modelledFrom } from './stack/modelled-source';
import type { StackSpec } from './stack/stack-spec';
import { Candidates } from './targets/candidates';
import { DirectTargetFinder, type DirectTargets } from './targets/direct-targets';
import { JobTargetFinder, type JobTargets } from './targets/job-targets';
import { ServicesOfPod } from './targets/services-of-pod';
import { parseVersion } from './versions/version';

/** What the objects alone do not say. */
export interface SimulationOptions {
  /** Namespace of objects that name none; `default` unless set. */
  readonly defaultNamespace?: string;
  /** Version of the Operator; what the objects say unless set, else the newest that is known. */
  readonly operatorVersion?: string;
  /** Version of Kubernetes; the one that the Operator was tested on unless set. */
  readonly kubernetesVersion?: string;
  /** Monitors that the API server refuses, as they were given: they do not exist for the Operator. */
  readonly refused?: ReadonlySet<KubeObject>;
  /** Releases of kube-prometheus-stack whose objects are among the others: of their Grafana there is none. */
  readonly stacks?: readonly StackSpec[];
  /** Whether what the objects do not show is not there: a missing Secret then rejects a monitor, a Service has no other pods. */
  readonly complete?: boolean;
  /** Whether not even that is there which clusters bring along, such as StorageClasses; only together with `complete`. */
  readonly wholeCluster?: boolean;
}

/** One endpoint of a monitor at one Prometheus, with its targets. */
export interface SimulatedJob {
  readonly job: ScrapeJob;
  readonly outcome: MonitorOutcome;
  readonly targets: JobTargets;
}

/** A Probe or ScrapeConfig at a Prometheus, with its targets. */
export interface SimulatedDirectJob {
  readonly job: DirectJob;
  readonly outcome: MonitorOutcome;
  readonly targets: DirectTargets;
}

/**
 * What the Operator and Prometheus make of Kubernetes objects: which instances there are, which monitors they take, which
 * jobs come of them, and which targets these find.
 *
 * Nothing here reads files, knows cdk8s, or depends on the order of the objects. Everything is computed when it is asked
 * for, and once only.
 */
export class Simulation {
  public readonly bag: Bag;
  public readonly lookup: ObjectLookup;
  public readonly discovery: Discovery;
  public readonly candidates: Candidates;
  public readonly servicesOfPod: ServicesOfPod;
  /** What service accounts may read. */
  public readonly access: Access;
  /** What of the cluster the objects are. */
  public readonly extent: Extent;
  /** The Operators of the bag; one with default settings where it holds none. */
  public readonly operators: readonly OperatorSettings[];
  /** Every Prometheus and PrometheusAgent, in order of namespace and name. */
  public readonly instances: readonly Instance[];

  private readonly stacks: readonly StackSpec[];
  private readonly generator = new JobGenerator(RELABEL_SUPPORT);
  private readonly finder: JobTargetFinder;
  private readonly directGenerator = new DirectJobGenerator(RELABEL_SUPPORT);
  private readonly directFinder: DirectTargetFinder;
  private readonly known = new Map<string, unknown>();

  constructor(objects: readonly SourcedObject[], options: SimulationOptions = {}) {
    this.extent = options.complete === true ? (options.wholeCluster === true ? 'cluster' : 'complete') : 'part';
    this.stacks = options.stacks ?? [];
    this.bag = new Bag(objects, { defaultNamespace: options.defaultNamespace });
    this.lookup = new BagLookup(this.bag, options.refused);
    this.operators = findOperators(this.lookup, {
      version: options.operatorVersion === undefined ? undefined : parseVersion(options.operatorVersion),
      kubernetesVersion: options.kubernetesVersion === undefined ? undefined : parseVersion(options.kubernetesVersion),
    });
    this.instances = findInstances(this.lookup, this.operators, RELABEL_SUPPORT, this.extent);
    const complete = options.complete === true;
    const operated = operatedInstances(this.bag, this.instances, this.operators, this.extent);
    // All Operators of a cluster run on the same Kubernetes.
    const [{ kubernetesVersion }] = this.operators;
    const kubernetes = `${kubernetesVersion.major}.${kubernetesVersion.minor}`;
    this.discovery = new Discovery(this.bag, { complete, operated, kubernetes });
    this.candidates = new Candidates(this.discovery);
    this.servicesOfPod = new ServicesOfPod(this.bag, this.discovery);
    this.access = new Access(this.bag, this.extent);
    this.finder = new JobTargetFinder(this.discovery, this.candidates, this.access);
    this.directFinder = new DirectTargetFinder(this.discovery, this.candidates, this.access);
  }

  /**
   * Namespaces of which the bag shows what runs there. Of one that holds but a Role or a monitor nobody can tell what else
   * there is.
   */
  public get shownNamespaces(): ReadonlySet<string> {
    return this.once('shown namespaces', () => {
      const given = SHOWING.flatMap((kind) => this.bag.all(kind)).filter(
        (object) => modelledFrom(object) === undefined,
      );
      return new Set(given.map(({ object }) => object.metadata.namespace as string));
    });
  }

  /** Every ServiceMonitor, PodMonitor, Probe and ScrapeConfig, in order of kind, namespace and name. */
  public get monitors(): readonly SourcedObject[] {
    return this.once('monitors', () => KINDS.flatMap((kind) => this.lookup.byKind(kind)));
  }

  /** Who may call whom. */
  public get network(): Network {
    return this.once('network', () => new Network(this.bag));
  }

  /** What becomes of alerts: Alertmanagers, and the AlertmanagerConfigs that they take. */
  public get alerting(): Alerting {
    return this.once('alerting', () => new Alerting(this.lookup, this.operators, this.extent));
  }

  /** Which Alertmanagers every Prometheus sends alerts to; in order of instance and of the list there. */
  public get alertmanagerLinks(): readonly AlertmanagerLink[] {
    return this.once('alertmanager links', () => findLinks(this));
  }

  /** Which Alertmanagers one Prometheus sends alerts to. */
  public linksOf(prometheus: Instance): readonly AlertmanagerLink[] {
    const byPrometheus = this.once('links by prometheus', () =>
      groupBy(this.alertmanagerLinks, (link) => link.prometheus),
    );
    return byPrometheus.get(prometheus) ?? [];
  }

  /** What Grafanas make of dashboards and datasources. */
  public get dashboards(): Dashboards {
    return this.once('dashboards', () => new Dashboards(this.lookup, this.stacks));
  }

  /** What becomes of every monitor at every managed instance; in order of instance, kind, namespace and name. */
  public get outcomes(): readonly MonitorOutcome[] {
    return this.once('outcomes', () => selectMonitors(this.instances, this.lookup, RELABEL_SUPPORT, this.extent));
  }

  /** Monitors that the Operator rejects at instances on which it then fails; in the same order. */
  public get rejectedBeforeFailing(): readonly MonitorOutcome[] {
    return this.once('rejected before failing', () =>
      rejectedBeforeFailing(this.instances, this.lookup, RELABEL_SUPPORT, this.extent),
    );
  }

  /** What becomes of every PrometheusRule at every Prometheus and ThanosRuler that works; in order of instance and rule. */
  public get ruleOutcomes(): readonly MonitorOutcome[] {
    return this.once('rule outcomes', () => selectRules(this.instances, this.operators, this.lookup));
  }

  /** What becomes of one monitor at every managed instance. */
  public outcomesOf(monitor: SourcedObject): readonly MonitorOutcome[] {
    const byMonitor = this.once('outcomes by monitor', () => groupBy(this.outcomes, (outcome) => outcome.monitor));
    return byMonitor.get(monitor) ?? [];
  }

  /** The jobs of all selected ServiceMonitors and PodMonitors, in order of instance, kind, namespace, name and endpoint. */
  public get jobs(): readonly SimulatedJob[] {
    return this.once('jobs', () => {
      const jobs: SimulatedJob[] = [];
      for (const outcome of this.outcomes) {
        if (outcome.state === 'selected' && isMonitor(outcome.monitor)) {
          for (const job of this.generator.jobsOf(outcome.monitor, outcome.instance)) {
            jobs.push({ job, outcome, targets: this.finder.targetsOf(job) });
          }
        }
      }
      return jobs;
    });
  }

  /** The jobs of all selected Probes and ScrapeConfigs, in order of instance, kind, namespace and name. */
  public get directJobs(): readonly SimulatedDirectJob[] {
    return this.once('direct jobs', () =>
      this.outcomes
        .filter(({ state, monitor }) => state === 'selected' && !isMonitor(monitor))
        .flatMap((outcome) => this.directJobOf(outcome) ?? []),
    );
  }

  /** The job that comes, or would come, of a Probe or ScrapeConfig at an instance. */
  public directJobOf(outcome: MonitorOutcome): SimulatedDirectJob | undefined {
    const job = isMonitor(outcome.monitor) ? undefined : this.directGenerator.jobOf(outcome.monitor, outcome.instance);
    return job && { job, outcome, targets: this.directFinder.targetsOf(job) };
  }

  /** The jobs of one Probe or ScrapeConfig, at all instances. */
  public directJobsOf(monitor: SourcedObject): readonly SimulatedDirectJob[] {
    const byMonitor = this.once('direct jobs by monitor', () =>
      groupBy(this.directJobs, ({ outcome }) => outcome.monitor),
    );
    return byMonitor.get(monitor) ?? [];
  }

  /** The jobs of one monitor, at all instances. */
  public jobsOfMonitor(monitor: SourcedObject): readonly SimulatedJob[] {
    const byMonitor = this.once('jobs by monitor', () => groupBy(this.jobs, ({ outcome }) => outcome.monitor));
    return byMonitor.get(monitor) ?? [];
  }

  /** The jobs that come, or would come, of a monitor at an instance, also where it is not decided whether it is taken. */
  public jobsOf(outcome: MonitorOutcome): readonly SimulatedJob[] {
    return (isMonitor(outcome.monitor) ? this.generator.jobsOf(outcome.monitor, outcome.instance) : []).map((job) => ({
      job,
      outcome,
      targets: this.finder.targetsOf(job),
    }));
  }

  private once<T>(name: string, make: () => T): T {
    if (!this.known.has(name)) {
      this.known.set(name, make());
    }
    return this.known.get(name) as T;
  }
}

/** Kinds that show what runs in a namespace. */
const SHOWING: readonly BagKind[] = [
  Kind.SERVICE,
  Kind.ENDPOINTS,
  Kind.ENDPOINT_SLICE,
  Kind.POD,
  Kind.DEPLOYMENT,
  Kind.STATEFUL_SET,
  Kind.DAEMON_SET,
  Kind.REPLICA_SET,
  Kind.REPLICATION_CONTROLLER,
  Kind.JOB,
  Kind.CRON_JOB,
];

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [item]);
    } else {
      group.push(item);
    }
  }
  return groups;
}
