import { parseDuration } from '../duration-text';
import type { SourcedObject } from '../kube-object';
import type { Instance, InstanceSettings } from '../operator/instance';
import { endpointsOf } from '../operator/monitor-parts';
import type { RelabelSupport } from '../operator/object-lookup';
import { keyOf } from '../operator/problem';
import { discoveryOf } from './job-discovery';
import { podMonitorRules, serviceMonitorRules } from './monitor-rules';
import type { ScrapeJob } from './scrape-job';

/** What of a job does not depend on the instance but on what the instance asks. */
type JobPlan = Omit<ScrapeJob, 'prometheus' | 'instance' | 'plan'>;

/** A job that looks its fields up in its plan: there may be hundreds of thousands of jobs. */
class PlannedJob implements ScrapeJob {
  constructor(
    public readonly plan: JobPlan,
    public readonly instance: Instance,
  ) {}

  public get prometheus() {
    return this.instance.key;
  }
  public get name() {
    return this.plan.name;
  }
  public get monitor() {
    return this.plan.monitor;
  }
  public get endpoint() {
    return this.plan.endpoint;
  }
  public get discovery() {
    return this.plan.discovery;
  }
  public get relabelRules() {
    return this.plan.relabelRules;
  }
  public get scheme() {
    return this.plan.scheme;
  }
  public get metricsPath() {
    return this.plan.metricsPath;
  }
  public get params() {
    return this.plan.params;
  }
  public get scrapeInterval() {
    return this.plan.scrapeInterval;
  }
  public get scrapeTimeout() {
    return this.plan.scrapeTimeout;
  }
  public get honorLabels() {
    return this.plan.honorLabels;
  }
}

/** What of a plan does not depend on intervals either. */
type TargetPlan = Pick<ScrapeJob, 'discovery' | 'relabelRules'>;

/** Makes the jobs of monitors, and remembers what several instances have in common. */
export class JobGenerator {
  private readonly plans = new Map<string, WeakMap<SourcedObject, readonly JobPlan[]>>();
  private readonly targetPlans = new Map<string, WeakMap<SourcedObject, readonly TargetPlan[]>>();
  private readonly plansOf = new WeakMap<Instance, WeakMap<SourcedObject, readonly JobPlan[]>>();

  constructor(private readonly relabel: RelabelSupport) {}

  /**
   * The jobs of a selected monitor at a managed instance, one for each endpoint.
   *
   * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `GenerateServerConfiguration` and
   * `GenerateAgentConfiguration`.
   */
  public jobsOf(monitor: SourcedObject, instance: Instance): ScrapeJob[] {
    if (instance.settings.daemonSet && monitor.object.kind === 'ServiceMonitor') {
      return [];
    }
    const plans = this.plansFor(monitor, instance);
    return plans.map((plan) => new PlannedJob(plan, instance));
  }

  private plansFor(monitor: SourcedObject, instance: Instance): readonly JobPlan[] {
    const known = memo(this.plansOf, instance, () =>
      memo(this.plans, whatIsAsked(instance.settings), () => new WeakMap()),
    );
    return memo(known, monitor, () => this.plan(monitor, instance.settings));
  }

  private plan(monitor: SourcedObject, settings: InstanceSettings): readonly JobPlan[] {
    const prefix = monitor.object.kind === 'PodMonitor' ? 'podMonitor' : 'serviceMonitor';
    const targetPlans = this.targetPlansFor(monitor, settings);
    return endpointsOf(monitor).map(({ endpoint }, i) => ({
      name: `${prefix}/${keyOf(monitor)}/${i}`,
      monitor,
      endpoint: i,
      ...targetPlans[i],
      scheme: String(endpoint.scheme || 'http').toLowerCase(),
      metricsPath: endpoint.path || '/metrics',
      params: endpoint.params ?? {},
      ...timing(endpoint, settings),
      honorLabels: endpoint.honorLabels === true && !settings.overrideHonorLabels,
    }));
  }

  private targetPlansFor(monitor: SourcedObject, settings: InstanceSettings): readonly TargetPlan[] {
    const { scrapeInterval, scrapeTimeout, overrideHonorLabels, ...asked } = settings;
    const known = memo(this.targetPlans, whatIsAsked(asked), () => new WeakMap());
    return memo(known, monitor, () => targetPlan(monitor, settings, this.relabel));
  }
}

function targetPlan(
  monitor: SourcedObject,
  settings: InstanceSettings,
  relabel: RelabelSupport,
): readonly TargetPlan[] {
  const discovery = discoveryOf(monitor, settings);
  return endpointsOf(monitor).map(({ endpoint, field }) => {
    const context = { monitor, endpoint, field, settings, relabel };
    return {
      discovery,
      relabelRules:
        monitor.object.kind === 'PodMonitor' ? podMonitorRules(context) : serviceMonitorRules(context, discovery.role),
    };
  });
}

/** What is known under a key, or is now. */
export function memo<K extends object | string, V>(
  known: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

/**
 * Interval and timeout as Prometheus ends up with: a timeout that nobody sets is cut down to the interval.
 *
 * Source: prometheus v3.13 `config/config.go`, `GlobalConfig.UnmarshalYAML` and `ScrapeConfig.Validate`.
 */
export function timing(
  endpoint: any,
  settings: Pick<InstanceSettings, 'scrapeInterval' | 'scrapeTimeout'>,
): { scrapeInterval: string; scrapeTimeout: string } {
  const scrapeInterval = firstSet(endpoint.interval, settings.scrapeInterval) ?? '1m';
  const own = firstSet(endpoint.scrapeTimeout);
  const globalTimeout = firstSet(settings.scrapeTimeout) ?? shorter('10s', firstSet(settings.scrapeInterval) ?? '1m');
  return { scrapeInterval, scrapeTimeout: own ?? shorter(globalTimeout, scrapeInterval) };
}

/** A duration of zero is for Prometheus the same as none. */
function firstSet(...durations: any[]): string | undefined {
  return durations.find((duration) => (parseDuration(duration) ?? 0) > 0);
}

function shorter(a: string, b: string): string {
  return (parseDuration(b) ?? 0) < (parseDuration(a) ?? 0) ? b : a;
}

/** Everything of an instance that changes its jobs; the same text means the same jobs. */
export function whatIsAsked(settings: Partial<InstanceSettings> & Pick<InstanceSettings, 'scrapeClasses'>): string {
  const { versionText, scrapeClasses, ...asked } = settings;
  return JSON.stringify([asked, [...scrapeClasses.byName.values()], scrapeClasses.fallback?.name]);
}
