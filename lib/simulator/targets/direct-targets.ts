import type { Discovery } from '../discovery/discovery';
import type { RawTarget } from '../discovery/raw-target';
import type { DiscoveryVersions } from '../discovery/versions';
import type { DirectJob, TargetSource } from '../jobs/direct-job';
import type { SourcedObject } from '../kube-object';
import { compileSelector, firstFailure } from '../operator/label-selector';
import { namespaceOf } from '../operator/problem';
import type { Labels } from '../relabel/relabel-rule';
import type { Candidates } from './candidates';
import { versionsOf } from './instance-versions';
import { type JobTargets, relabelAll } from './job-targets';

/** What the job of a Probe or ScrapeConfig finds. */
export interface DirectTargets extends Omit<JobTargets, 'services' | 'pods'> {
  /** Ingresses that a Probe selects. */
  readonly ingresses: readonly SourcedObject[];
  /** Sources of which nobody can tell from objects how many targets they have, or whether they have any. */
  readonly unknown: readonly Extract<TargetSource, { kind: 'unknown' }>[];
}

/** Finds the targets of Probes and ScrapeConfigs. Jobs that ask the same share one answer. */
export class DirectTargetFinder {
  private readonly known = new Map<object, Map<string, DirectTargets>>();

  constructor(
    private readonly discovery: Discovery,
    private readonly candidates: Candidates,
  ) {}

  public targetsOf(job: DirectJob): DirectTargets {
    const answers = this.known.get(job.plan) ?? new Map<string, DirectTargets>();
    this.known.set(job.plan, answers);
    const versions = versionsOf(job.instance);
    let answer = answers.get(versions.asked);
    if (answer === undefined) {
      answer = this.find(job, versions);
      answers.set(versions.asked, answer);
    }
    return answer;
  }

  private find(job: DirectJob, versions: DiscoveryVersions): DirectTargets {
    const ingresses = job.sources.flatMap((source) => (source.kind === 'ingresses' ? this.ingressesOf(source) : []));
    const raw = [
      ...ingresses.flatMap((ingress) => this.discovery.ingressTargets(ingress)),
      ...job.sources.flatMap((source) => this.rawOf(source, job, versions)),
    ];
    return {
      ...relabelAll(job, raw),
      ingresses,
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
