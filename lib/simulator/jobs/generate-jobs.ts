import { parseDuration } from '../duration-text';
import type { SourcedObject } from '../kube-object';
import type { Instance, InstanceSettings } from '../operator/instance';
import { endpointsOf } from '../operator/monitor-parts';
import type { RelabelSupport } from '../operator/object-lookup';
import { keyOf } from '../operator/problem';
import type { RelabelRule } from '../relabel/relabel-rule';
import { discoveryOf } from './job-discovery';
import { podMonitorRules, serviceMonitorRules } from './monitor-rules';
import type { JobDiscovery, ScrapeJob } from './scrape-job';

/** What of a job does not depend on the instance but on what the instance asks. */
interface JobPlan {
  readonly discovery: JobDiscovery;
  readonly relabelRules: readonly RelabelRule[];
}

/** Makes the jobs of monitors, and remembers what several instances have in common. */
export class JobGenerator {
  private readonly plans = new Map<string, WeakMap<SourcedObject, readonly JobPlan[]>>();
  private readonly plansOf = new WeakMap<Instance, WeakMap<SourcedObject, readonly JobPlan[]>>();

  constructor(private readonly relabel: RelabelSupport) {}

  /**
   * The jobs of a selected monitor at a managed instance, one for each endpoint.
   *
   * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `GenerateServerConfiguration` and
   * `GenerateAgentConfiguration`.
   */
  public jobsOf(monitor: SourcedObject, instance: Instance): ScrapeJob[] {
    const { kind } = monitor.object;
    if (instance.settings.daemonSet && kind === 'ServiceMonitor') {
      return [];
    }
    const prefix = kind === 'PodMonitor' ? 'podMonitor' : 'serviceMonitor';
    const plans = this.plansFor(monitor, instance);
    return endpointsOf(monitor).map(({ endpoint }, i) => ({
      name: `${prefix}/${keyOf(monitor)}/${i}`,
      prometheus: instance.key,
      instance,
      monitor,
      endpoint: i,
      discovery: plans[i].discovery,
      relabelRules: plans[i].relabelRules,
      scheme: String(endpoint.scheme || 'http').toLowerCase(),
      metricsPath: endpoint.path || '/metrics',
      params: endpoint.params ?? {},
      ...timing(endpoint, instance.settings),
      honorLabels: endpoint.honorLabels === true && !instance.settings.overrideHonorLabels,
    }));
  }

  private plansFor(monitor: SourcedObject, instance: Instance): readonly JobPlan[] {
    let known = this.plansOf.get(instance);
    if (!known) {
      const asked = whatIsAsked(instance.settings);
      known = this.plans.get(asked) ?? new WeakMap();
      this.plans.set(asked, known);
      this.plansOf.set(instance, known);
    }
    let plans = known.get(monitor);
    if (!plans) {
      plans = this.plan(monitor, instance.settings);
      known.set(monitor, plans);
    }
    return plans;
  }

  private plan(monitor: SourcedObject, settings: InstanceSettings): readonly JobPlan[] {
    const discovery = discoveryOf(monitor, settings);
    return endpointsOf(monitor).map(({ endpoint, field }) => {
      const context = { monitor, endpoint, field, settings, relabel: this.relabel };
      return {
        discovery,
        relabelRules:
          monitor.object.kind === 'PodMonitor'
            ? podMonitorRules(context)
            : serviceMonitorRules(context, discovery.role),
      };
    });
  }
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

/** Everything of an instance that changes discovery or rules; the same text means the same jobs. */
function whatIsAsked(settings: InstanceSettings): string {
  const { scrapeInterval, scrapeTimeout, versionText, overrideHonorLabels, scrapeClasses, ...asked } = settings;
  return JSON.stringify([asked, [...scrapeClasses.byName.values()], scrapeClasses.fallback?.name]);
}
