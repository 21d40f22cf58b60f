import type { Access } from '../access/access';
import type { Discovery, EndpointDiscovery } from '../discovery/discovery';
import type { RawTarget, VirtualPod } from '../discovery/raw-target';
import { histogramSettings } from '../jobs/histogram-settings';
import type { ScrapeJob } from '../jobs/scrape-job';
import type { SourcedObject } from '../kube-object';
import { dialectAt } from '../operator/name-scheme';
import type { RelabelRule } from '../relabel/relabel-rule';
import {
  type DroppedTarget,
  type FailedTarget,
  type ScrapedTarget,
  TargetLabels,
  targetIdentity,
} from '../relabel/target-labels';
import type { Candidates } from './candidates';
import { versionsOf } from './instance-versions';
import { rawTargetsOf } from './raw-targets';
import { decidesOnUnknown } from './unknowable';
import { hasZone, zoneRule } from './zone';

/** A target that is scraped. */
export interface FoundTarget {
  readonly raw: RawTarget;
  readonly scraped: ScrapedTarget;
}

/** A raw target of a selected Service or pod that is not scraped. */
export interface LostTarget {
  readonly raw: RawTarget;
  readonly outcome: DroppedTarget | FailedTarget;
  /** Whether the reason is something that these objects do not tell, so that the target may live in a cluster. */
  readonly unknown: boolean;
}

/** What becomes of everything that a job's monitor selects. */
export interface JobTargets {
  /** Services that the monitor selects; empty for a PodMonitor. */
  readonly services: readonly SourcedObject[];
  /** Pods that the PodMonitor selects; empty for a ServiceMonitor. */
  readonly pods: readonly VirtualPod[];
  readonly found: readonly FoundTarget[];
  readonly lost: readonly LostTarget[];
  /** Raw targets that become the same as one that is found, and so are neither scraped nor lost. */
  readonly merged: readonly RawTarget[];
  /** Whether Prometheus cannot load a rule of the job. */
  readonly notLoadable: boolean;
  /** Namespaces that the service account of the instance provably may not look into, and what it would find if it might. */
  readonly forbidden?: ForbiddenTargets;
}

/** What discovery is not allowed to find. */
export interface ForbiddenTargets {
  /** `undefined` where a job may not look into all namespaces at once, as it does. */
  readonly namespaces: readonly string[] | undefined;
  readonly otherwise: JobTargets;
}

/** Finds the targets of jobs. Jobs that ask the same, as those of one monitor at many instances, share one answer. */
export class JobTargetFinder {
  private readonly known = new Map<object, Map<string, JobTargets>>();

  constructor(
    private readonly discovery: Discovery,
    private readonly candidates: Candidates,
    private readonly access: Access,
  ) {}

  public targetsOf(job: ScrapeJob): JobTargets {
    const blocked = this.access.blockedNamespaces(job.instance, job.discovery);
    return blocked.length === 0
      ? this.askedBy(job, '', () => this.allTargetsOf(job))
      : this.allowedTargetsOf(job, blocked);
  }

  private allowedTargetsOf(job: ScrapeJob, blocked: readonly string[] | 'all'): JobTargets {
    return this.askedBy(job, `without ${blocked}`, () => {
      const { namespaces = [] } = job.discovery;
      const allowed = blocked === 'all' ? [] : namespaces.filter((namespace) => !blocked.includes(namespace));
      const otherwise = this.askedBy(job, '', () => this.allTargetsOf(job));
      const seen = this.allTargetsOf(searching(job, allowed));
      return { ...seen, forbidden: { namespaces: blocked === 'all' ? undefined : blocked, otherwise } };
    });
  }

  private askedBy(job: ScrapeJob, limits: string, find: () => JobTargets): JobTargets {
    let answers = this.known.get(job.plan);
    if (answers === undefined) {
      answers = new Map();
      this.known.set(job.plan, answers);
    }
    const asked = `${versionsOf(job.instance).asked}${limits}`;
    let answer = answers.get(asked);
    if (answer === undefined) {
      answer = find();
      answers.set(asked, answer);
    }
    return answer;
  }

  private allTargetsOf(job: ScrapeJob): JobTargets {
    return job.discovery.role === 'pod'
      ? this.ofPods(job)
      : this.ofServices(
          job,
          this.discovery.endpoints(
            job.discovery.role,
            versionsOf(job.instance),
            job.discovery.namespaces === undefined,
          ),
        );
  }

  private ofServices(job: ScrapeJob, endpoints: EndpointDiscovery): JobTargets {
    const services = this.candidates.servicesFor(queryOf(job));
    const raw = rawTargetsOf(job, services, endpoints, this.discovery);
    return { services, pods: [], ...relabelAll(job, raw) };
  }

  private ofPods(job: ScrapeJob): JobTargets {
    const pods = this.candidates.podsFor(queryOf(job));
    return {
      services: [],
      pods,
      ...relabelAll(
        job,
        pods.flatMap((pod) => this.discovery.podTargets(pod)),
      ),
    };
  }
}

/** A job as it would be if it searched other namespaces. */
function searching(job: ScrapeJob, namespaces: readonly string[]): ScrapeJob {
  // What a job is made of stands in its prototype.
  return Object.create(job, { discovery: { value: { ...job.discovery, namespaces } } });
}

/** What a job's monitor asks for. */
export function queryOf({ discovery, monitor }: ScrapeJob) {
  return {
    namespaces: discovery.namespaces,
    selector: monitor.object.spec?.selector,
    byApiServer: discovery.roleSelector !== undefined,
  };
}

/** What becomes of raw targets that no selector drops. */
export function relabelAll(
  job: Omit<ScrapeJob, 'discovery' | 'endpoint'>,
  raw: readonly RawTarget[],
): Omit<JobTargets, 'services' | 'pods' | 'forbidden'> {
  if (raw.length === 0) {
    return NOTHING;
  }
  const relabelRules = rulesForCandidates(job.relabelRules);
  const labels = new TargetLabels(
    {
      name: job.name,
      scheme: job.scheme,
      metricsPath: job.metricsPath,
      params: job.params,
      scrapeInterval: job.scrapeInterval,
      scrapeTimeout: job.scrapeTimeout,
      relabelRules,
      histograms: histogramSettings(job.monitor, job.instance),
    },
    dialectAt(job.instance),
  );
  if (labels.invalid.length > 0) {
    // Prometheus refuses a configuration with such a rule as a whole.
    return { ...NOTHING, notLoadable: true };
  }
  const found: FoundTarget[] = [];
  const lost: LostTarget[] = [];
  const merged: RawTarget[] = [];
  const { settings } = job.instance;
  const byZone = zoneRule(job.relabelRules);
  const identities = new Set<string>();
  for (const one of raw) {
    const outcome = labels.of(one.labels);
    const hiddenLabels = outcome.outcome === 'scraped' ? outcome.hiddenLabels : {};
    // Prometheus looks at the address only after the last rule.
    if (
      byZone !== undefined &&
      outcome.outcome !== 'dropped' &&
      !hasZone(one, { rules: relabelRules, hiddenLabels, settings })
    ) {
      lost.push({ raw: one, outcome: { outcome: 'dropped', droppedBy: byZone }, unknown: false });
      continue;
    }
    if (outcome.outcome !== 'scraped') {
      const unknown = outcome.outcome === 'dropped' && decidesOnUnknown(outcome.droppedBy, relabelRules, one);
      lost.push({ raw: one, outcome, unknown });
      continue;
    }
    // A lone target has no double.
    const identity = raw.length === 1 ? '' : targetIdentity(outcome);
    if (identities.has(identity)) {
      merged.push(one);
    } else {
      identities.add(identity);
      found.push({ raw: one, scraped: outcome });
    }
  }
  return { found, lost, merged, notLoadable: false };
}

const NOTHING: Omit<JobTargets, 'services' | 'pods' | 'forbidden'> = {
  found: [],
  lost: [],
  merged: [],
  notLoadable: false,
};

const rest = new WeakMap<readonly RelabelRule[], readonly RelabelRule[]>();

/**
 * The rules without those of the selector, which candidates meet already, and without those that share targets out among
 * shards: every target is scraped by exactly one of them, and which one depends on addresses that only a cluster has.
 */
function rulesForCandidates(rules: readonly RelabelRule[]): readonly RelabelRule[] {
  let known = rest.get(rules);
  if (known === undefined) {
    known = rules.filter(({ origin }) => origin.reason !== 'selector' && origin.reason !== 'shard');
    rest.set(rules, known);
  }
  return known;
}
