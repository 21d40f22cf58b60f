import { searchedNamespaces } from '../jobs/job-discovery';
import type { SourcedObject } from '../kube-object';
import { endpointsOf } from '../operator/monitor-parts';
import type { RuleOrigin } from '../relabel/relabel-rule';
import type { SimulatedJob, Simulation } from '../simulation';
import type { CandidateQuery, NearMiss } from '../targets/candidates';
import { queryOf } from '../targets/job-targets';
import type { JobBreak, Selected, WantedPort } from './job-break';

/** How many objects are named where there may be thousands. */
const NAMED = 5;

/** Where the chain of a job breaks; `undefined` for a job that has a target. */
export function findBreak(simulation: Simulation, { job, targets }: SimulatedJob): JobBreak | undefined {
  if (targets.found.length > 0) {
    return undefined;
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
  return allLost(job, targets);
}

/** The port that an endpoint asks for; `undefined` where it asks for none. */
export function wantedPort(monitor: SourcedObject, endpoint: number): WantedPort | undefined {
  const { port, portNumber, targetPort } = endpointsOf(monitor)[endpoint]?.endpoint ?? {};
  if ((port ?? '') !== '') {
    return { field: 'port', value: String(port) };
  }
  if (monitor.object.kind === 'PodMonitor' && portNumber) {
    return { field: 'portNumber', value: portNumber };
  }
  return targetPort ? { field: 'targetPort', value: targetPort } : undefined;
}

function whyNone(simulation: Simulation, job: SimulatedJob['job'], service: SourcedObject) {
  const { settings, operator } = job.instance;
  const role = job.discovery.role === 'endpointslice' ? 'endpointslice' : 'endpoints';
  const kubernetes = operator?.kubernetesVersion;
  return simulation.discovery
    .endpoints(role, {
      prometheus: settings.versionText,
      kubernetes: kubernetes && `${kubernetes.major}.${kubernetes.minor}`,
    })
    .whyNone(service);
}

function nothingSelected(simulation: Simulation, job: SimulatedJob['job']): JobBreak {
  const { candidates, shownNamespaces } = simulation;
  const isPodMonitor = job.discovery.role === 'pod';
  const query = queryOf(job);
  const select = (where: CandidateQuery): readonly Selected[] =>
    isPodMonitor ? candidates.podsFor(where) : candidates.servicesFor(where);
  const near: readonly NearMiss<Selected>[] = isPodMonitor
    ? candidates.nearPods(query)
    : candidates.nearServices(query);
  const { namespaces } = query;
  const searched = namespaces === undefined ? undefined : [...new Set(namespaces)].sort();
  const everywhere =
    searched === undefined || isEmptySelector(query.selector) ? [] : select({ ...query, namespaces: undefined });
  const hidden = searched?.filter((namespace) => !shownNamespaces.has(namespace)) ?? [];
  const slip = near.some(({ edits }) => edits <= SLIP);
  if (searched !== undefined && everywhere.length > 0 && !slip) {
    return {
      reason: 'other namespace',
      searched,
      elsewhere: everywhere.slice(0, NAMED),
      ignored: isIgnored(job, everywhere),
    };
  }
  if (hidden.length > 0 && !slip) {
    return { reason: 'not shown', namespaces: hidden };
  }
  const pods = isPodMonitor
    ? []
    : candidates
        .podsFor(query)
        .slice(0, NAMED)
        .map((pod) => ({ pod, services: simulation.servicesOfPod.of(pod) }));
  return { reason: 'nothing selected', searched, near, pods };
}

/** A value that differs by so much only is a slip of the pen. */
const SLIP = 2;

function isEmptySelector(selector: any): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length === 0 && (selector?.matchExpressions ?? []).length === 0;
}

/** Whether the monitor's own `namespaceSelector` would reach one of these, were it not ignored. */
function isIgnored({ monitor, instance }: SimulatedJob['job'], elsewhere: readonly Selected[]): boolean {
  if (!instance.settings.ignoreNamespaceSelectors) {
    return false;
  }
  const own = searchedNamespaces(monitor, { ignoreNamespaceSelectors: false });
  return elsewhere.some((one) => own === undefined || own.includes(namespaceOf(one)));
}

function namespaceOf(one: Selected): string {
  return 'object' in one ? (one.object.metadata.namespace as string) : one.namespace;
}

function allLost(job: SimulatedJob['job'], { lost, services, pods }: SimulatedJob['targets']): JobBreak {
  const of = (...reasons: RuleOrigin['reason'][]) =>
    lost.filter(({ outcome }) => outcome.outcome === 'dropped' && reasons.includes(outcome.droppedBy.origin.reason));
  if (lost.some(({ unknown }) => unknown)) {
    return { reason: 'not known', lost: lost.filter(({ unknown }) => unknown) };
  }
  // What came furthest tells most: a target that a relabeling drops had the right port.
  const failed = lost.find(({ outcome }) => outcome.outcome === 'failed');
  if (failed?.outcome.outcome === 'failed') {
    return { reason: 'failed', failure: failed.outcome, lost: [failed] };
  }
  const relabeled = of('user', 'class', 'enforced', 'label');
  if (relabeled.length > 0) {
    const rules = relabeled.flatMap(({ outcome }) => (outcome.outcome === 'dropped' ? [outcome.droppedBy.origin] : []));
    return { reason: 'relabeled', rules: uniqueByField(rules), lost: relabeled };
  }
  const ended = of('phase');
  if (ended.length > 0) {
    return { reason: 'ended', pods: [...new Set(ended.flatMap(({ raw }) => raw.pod ?? []))] };
  }
  const wanted = wantedPort(job.monitor, job.endpoint);
  return wanted === undefined
    ? { reason: 'not known', lost }
    : {
        reason: 'port',
        wanted,
        services: services.slice(0, NAMED),
        pods: [...new Set([...pods, ...lost.flatMap(({ raw }) => raw.pod ?? [])])].slice(0, NAMED),
      };
}

function uniqueByField(rules: readonly RuleOrigin[]): RuleOrigin[] {
  return [...new Map(rules.map((rule) => [rule.field, rule])).values()];
}
