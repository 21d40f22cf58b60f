import type { Access } from '../access/access';
import type { Discovery } from '../discovery/discovery';
import type { RawTarget } from '../discovery/raw-target';
import type { DiscoveryVersions } from '../discovery/versions';
import type { DirectJob, TargetSource } from '../jobs/direct-job';
import { type SourceSearch, searchingOf } from '../jobs/searching-of';
import type { SourcedObject } from '../kube-object';
import { compileSelector, firstFailure } from '../operator/label-selector';
import { namespaceOf } from '../operator/problem';
import type { Labels } from '../relabel/relabel-rule';
import type { Candidates } from './candidates';
import { versionsOf } from './instance-versions';
import { type JobTargets, relabelAll } from './job-targets';

/** What the job of a Probe or ScrapeConfig finds. */
export interface DirectTargets extends Omit<JobTargets, 'services' | 'pods' | 'forbidden'> {
  /** Ingresses that a Probe selects. */
  readonly ingresses: readonly SourcedObject[];
  /** Sources of which nobody can tell from objects how many targets they have, or whether they have any. */
  readonly unknown: readonly Extract<TargetSource, { kind: 'unknown' }>[];
  /** What each source finds, before relabeling, that asks the API server. */
  readonly discovered: readonly Discovered[];
  /** What the service account of the instance provably may not look for, and what it would find if it might. */
  readonly forbidden?: ForbiddenSources;
}

/** What a source finds, before relabeling. */
export interface Discovered {
  readonly search: SourceSearch;
  readonly raw: ReadonlySet<RawTarget>;
}

/** Sources of a job that are not allowed to find what is there. */
export interface ForbiddenSources {
  /** Where they may not look; `undefined` where one looks into all namespaces at once, as it may not. */
  readonly namespaces: readonly string[] | undefined;
  readonly otherwise: DirectTargets;
}

/** Finds the targets of Probes and ScrapeConfigs. Jobs that ask the same share one answer. */
export class DirectTargetFinder {
  private readonly known = new Map<object, Map<string, DirectTargets>>();

  constructor(
    private readonly discovery: Discovery,
    private readonly candidates: Candidates,
    private readonly access: Access,
  ) {}

  public targetsOf(job: DirectJob): DirectTargets {
    const answers = this.known.get(job.plan) ?? new Map<string, DirectTargets>();
    this.known.set(job.plan, answers);
    const versions = versionsOf(job.instance);
    const ask = (limits: string, find: () => DirectTargets): DirectTargets => {
      const asked = `${versions.asked}${limits}`;
      const answer = answers.get(asked) ?? find();
      answers.set(asked, answer);
      return answer;
    };
    const all = (): DirectTargets => ask('', () => this.find(job, versions));
    const blocked = job.sources.map((source) => this.blockedFor(source, job));
    if (blocked.every((names) => names.length === 0)) {
      return all();
    }
    return ask(`without ${JSON.stringify(blocked)}`, () => {
      const sources = job.sources.flatMap((source, i) => allowedPart(source, blocked[i]));
      const namespaces = blocked.includes('all') ? undefined : [...new Set(blocked.flat())].sort();
      return { ...this.find({ ...job, sources }, versions), forbidden: { namespaces, otherwise: all() } };
    });
  }

  private blockedFor(source: TargetSource, { instance }: DirectJob): readonly string[] | 'all' {
    const search = searchingOf(source);
    return search === undefined ? [] : this.access.blockedNamespaces(instance, search);
  }

  private find(job: DirectJob, versions: DiscoveryVersions): DirectTargets {
    const ingresses = job.sources.flatMap((source) => (source.kind === 'ingresses' ? this.ingressesOf(source) : []));
    const raw = job.sources.map((source) => this.rawOf(source, job, versions));
    return {
      ...relabelAll(job, raw.flat()),
      ingresses,
      discovered: job.sources.flatMap((source, i) => {
        const search = searchingOf(source);
        return search === undefined ? [] : { search, raw: new Set(raw[i]) };
      }),
      unknown: job.sources.filter((source) => source.kind === 'unknown'),
    };
  }

  private ingressesOf({
    namespaces,
    selector,
  }: Extract<TargetSource, { kind: 'ingresses' }>): readonly SourcedObject[] {
    return this.candidates.ingressesFor({ namespaces, selector, byApiServer: false });
  }

  private rawOf(source: TargetSource, job: DirectJob, versions: DiscoveryVersions): readonly RawTarget[] {
    switch (source.kind) {
      case 'static':
        return source.targets.map((target) => listedTarget(target, source.labels, namespaceOf(job.monitor.object)));
      case 'ingresses':
        return this.ingressesOf(source).flatMap((ingress) => this.discovery.ingressTargets(ingress));
      case 'kubernetes':
        return this.discovered(source, versions);
      default:
        return [];
    }
  }

  private discovered(
    { role, namespaces, selectors }: Extract<TargetSource, { kind: 'kubernetes' }>,
    versions: DiscoveryVersions,
  ): readonly RawTarget[] {
    const { discovery, candidates } = this;
    const query = { namespaces, selector: selectors[role] ?? {}, byApiServer: true };
    switch (role) {
      case 'pod':
        return candidates.podsFor(query).flatMap((pod) => discovery.podTargets(pod));
      case 'service':
        return candidates.servicesFor(query).flatMap((service) => discovery.serviceTargets(service));
      case 'ingress':
        return candidates.ingressesFor(query).flatMap((ingress) => discovery.ingressTargets(ingress));
      default: {
        const view = discovery.endpoints(role, versions, namespaces === undefined);
        const selector = compileSelector(query.selector, '');
        return (namespaces ?? view.namespaces).flatMap((namespace) =>
          selector.requirements.length === 0
            ? view.targetsIn(namespace)
            : view
                .groupsIn(namespace)
                .flatMap(({ labels, targets }) => (firstFailure(selector, labels) === undefined ? targets : [])),
        );
      }
    }
  }
}

/** What is left of a source that may not look into some namespaces. */
function allowedPart(source: TargetSource, blocked: readonly string[] | 'all'): TargetSource[] {
  if (blocked.length === 0) {
    return [source];
  }
  if (blocked === 'all' || !('namespaces' in source)) {
    return [];
  }
  return [{ ...source, namespaces: source.namespaces?.filter((namespace) => !blocked.includes(namespace)) }];
}

/** A target that somebody wrote down. */
function listedTarget(address: string, labels: TargetLabelsGiven, namespace: string): RawTarget {
  const all: Labels = Object.create(null);
  for (const [name, value] of Object.entries(labels)) {
    if (value !== '') {
      all[name] = String(value);
    }
  }
  all.__address__ = String(address);
  return { labels: all, namespace, via: 'address', assumed: false };
}

type TargetLabelsGiven = { readonly [name: string]: string };
