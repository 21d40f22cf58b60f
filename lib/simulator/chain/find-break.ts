import { isSystemNamespace } from '../discovery/system-namespaces';
import { searchedNamespaces } from '../jobs/job-discovery';
import type { ScrapeJob } from '../jobs/scrape-job';
import type { SourcedObject } from '../kube-object';
import type { RuleOrigin } from '../relabel/relabel-rule';
import type { SimulatedJob, Simulation } from '../simulation';
import type { CandidateQuery, NearMiss } from '../targets/candidates';
import { type JobTargets, type LostTarget, queryOf } from '../targets/job-targets';
import { asksForLabels, meantTargets } from '../targets/meant-targets';
import { clusterServiceFor } from './cluster-services';
import { endpointView, whyNone } from './endpoint-view';
import type { DeadPort, JobBreak, Selected, WantedPort } from './job-break';
import { takesName, wantedPort } from './wanted-port';

/** How many objects are named where there may be thousands. */
const NAMED = 5;
/** How many are looked at to tell in which namespaces they are. */
const LOOKED_AT = 50;
/** A value that differs by so much only is a slip of the pen. */
const SLIP = 2;

/** Where the chain of a job breaks; `undefined` for a job that has a target. */
export function findBreak(simulation: Simulation, simulated: SimulatedJob): JobBreak | undefined {
  const { job, targets: all } = simulated;
  if (all.found.length > 0) {
    return undefined;
  }
  if (all.forbidden !== undefined) {
    const { otherwise, namespaces } = all.forbidden;
    // What it would not find either way has another cause.
    return otherwise.found.length > 0
      ? { reason: 'forbidden', namespaces, otherwise }
      : findBreak(simulation, { ...simulated, targets: otherwise });
  }
  const targets = meantTargets(all, job.monitor.object.spec?.selector);
  if (targets.notLoadable) {
    return { reason: 'not loadable' };
  }
  const { services, pods, lost } = targets;
  if (services.length + pods.length === 0) {
    return nothingSelected(simulation, job);
  }
  if (lost.length === 0) {
    return services.length > 0
      ? {
          reason: 'no endpoints',
          services: services.map((service) => ({ service, why: whyNone(simulation, job, service) })),
        }
      : { reason: 'no address', pods };
  }
  return allLost(simulation, job, targets);
}

function nothingSelected(simulation: Simulation, job: ScrapeJob): JobBreak {
  const { candidates, shownNamespaces } = simulation;
  const isPodMonitor = job.discovery.role === 'pod';
  const query = queryOf(job);
  const select = (where: CandidateQuery): readonly Selected[] =>
    isPodMonitor ? candidates.podsFor(where, LOOKED_AT) : candidates.servicesFor(where, LOOKED_AT);
  const near: readonly NearMiss<Selected>[] = isPodMonitor
    ? candidates.nearPods(query)
    : candidates.nearServices(query);
  const searched = query.namespaces === undefined ? undefined : [...new Set(query.namespaces)].sort();
  const slip = near.some(({ found, edits }) => found !== undefined && edits <= SLIP);
  const services = isPodMonitor ? candidates.servicesFor(query, NAMED) : [];
  const pods = isPodMonitor
    ? []
    : candidates.podsFor(query, NAMED).map((pod) => ({ pod, services: simulation.servicesOfPod.of(pod) }));
  const nothing: JobBreak = { reason: 'nothing selected', searched, near, pods, services };
  if (slip) {
    return nothing;
  }
  const made = isPodMonitor ? undefined : clusterServiceFor(query);
  if (made !== undefined) {
    return { reason: 'not shown', namespaces: searched ?? [], made };
  }
  if (searched !== undefined && asksForLabels(query.selector)) {
    const everywhere = select({ ...query, namespaces: undefined });
    if (everywhere.length > 0) {
      return { reason: 'other namespace', searched, elsewhere: everywhere, ignored: isIgnored(job, everywhere) };
    }
  }
  // A Service before pods with these labels tells enough, whatever else there may be.
  if (pods.some(({ services: before }) => before.length > 0)) {
    return nothing;
  }
  // Nobody can show all the namespaces of a cluster.
  const hidden = searched?.filter((namespace) => !shownNamespaces.has(namespace) || isSystemNamespace(namespace));
  return hidden === undefined || hidden.length > 0 ? { reason: 'not shown', namespaces: hidden ?? [] } : nothing;
}

/** Whether the monitor's own `namespaceSelector` would reach one of these, were it not ignored. */
function isIgnored({ monitor, instance }: ScrapeJob, elsewhere: readonly Selected[]): boolean {
  if (!instance.settings.ignoreNamespaceSelectors) {
    return false;
  }
  const own = searchedNamespaces(monitor, { ignoreNamespaceSelectors: false });
  return elsewhere.some((one) => own === undefined || own.includes(namespaceOfSelected(one)));
}

/** Namespace of a Service or pod. */
export function namespaceOfSelected(one: Selected): string {
  return 'object' in one ? (one.object.metadata.namespace as string) : one.namespace;
}

function allLost(simulation: Simulation, job: ScrapeJob, targets: JobTargets): JobBreak {
  const { lost, services, pods } = targets;
  const by = (...reasons: RuleOrigin['reason'][]): LostTarget[] =>
    lost.filter(({ outcome }) => outcome.outcome === 'dropped' && reasons.includes(outcome.droppedBy.origin.reason));
  const unknown = lost.filter((one) => one.unknown);
  if (unknown.length > 0) {
    return { reason: 'not known', lost: unknown };
  }
  // What came furthest tells most: a target that a relabeling drops had the right port.
  for (const one of lost) {
    if (one.outcome.outcome === 'failed') {
      return { reason: 'failed', failure: one.outcome, lost: [one] };
    }
  }
  const zoneless = by('shard');
  if (zoneless.length > 0) {
    return { reason: 'no zone', lost: zoneless };
  }
  const relabeled = by('user', 'class', 'enforced', 'label');
  if (relabeled.length > 0) {
    const rules = relabeled.flatMap(({ outcome }) => (outcome.outcome === 'dropped' ? [outcome.droppedBy.origin] : []));
    return { reason: 'relabeled', rules: uniqueByField(rules), lost: relabeled };
  }
  const ended = by('phase');
  const wanted = wantedPort(job.monitor, job.endpoint);
  // A PodMonitor asks for the phase before it asks for the port.
  if (ended.length > 0 && (wanted === undefined || job.discovery.role !== 'pod' || ended.length === lost.length)) {
    return { reason: 'ended', pods: [...new Set(ended.flatMap(({ raw }) => raw.pod ?? []))] };
  }
  if (wanted === undefined) {
    return { reason: 'not known', lost };
  }
  const dead = deadPorts(simulation, job, wanted, services);
  return dead.length > 0
    ? { reason: 'dead port', wanted, ports: dead }
    : {
        reason: 'port',
        wanted,
        services: services.slice(0, LOOKED_AT),
        pods: [...new Set([...pods, ...lost.flatMap(({ raw }) => raw.pod ?? [])])].slice(0, LOOKED_AT),
      };
}

/** Ports of the Services that have the right name and lead nowhere. */
function deadPorts(
  simulation: Simulation,
  job: ScrapeJob,
  wanted: WantedPort,
  services: readonly SourcedObject[],
): DeadPort[] {
  if (wanted.field !== 'port' || job.discovery.role === 'pod') {
    return [];
  }
  const view = endpointView(simulation, job);
  return services.slice(0, LOOKED_AT).flatMap((service) =>
    view
      .unresolvedPorts(service)
      .filter(({ port, everywhere }) => everywhere && takesName(wanted, port.name))
      .map((port) => ({ service, port })),
  );
}

function uniqueByField(rules: readonly RuleOrigin[]): RuleOrigin[] {
  return [...new Map(rules.map((rule) => [rule.field, rule])).values()];
}
