import { referenceTo } from '../check/to-finding';
import { type ChainLink, LinkState } from '../report/explanation';
import { findDirectBreak } from '../simulator/chain/direct-break';
import type { SourcedObject } from '../simulator/kube-object';
import type { Instance } from '../simulator/operator/instance';
import { KINDS, type MonitorKind } from '../simulator/operator/kinds-before-failing';
import { compileSelector, describeRequirement } from '../simulator/operator/label-selector';
import { prefixOf } from '../simulator/operator/monitor-parts';
import { nameOf } from '../simulator/operator/problem';
import type { MonitorOutcome } from '../simulator/operator/select-monitors';
import type { SimulatedDirectJob, SimulatedJob } from '../simulator/simulation';
import { type Answer, onceLoaded } from './answer';
import { isUnknown } from './describe-break';
import { whyNotManaged } from './describe-instance';
import { isDirectUnknown } from './direct-links';
import { managedLink, poisonLink } from './instance-links';
import { sortedTargets } from './reach';
import type { Scope } from './scope';
import { counted, listed, NAMED, sentence } from './texts';

/** What a Prometheus or PrometheusAgent selects and scrapes. */
export function explainPrometheus(scope: Scope, object: SourcedObject, accepted: ChainLink): Answer {
  const { simulation } = scope.context;
  const instance = simulation.instances.find((one) => one.object === object);
  if (instance === undefined) {
    return { verdict: 'Scrapes nothing: nobody knows why.', chains: [accepted], targets: [] };
  }
  const outcomes = simulation.outcomes.filter((outcome) => outcome.instance === instance);
  const jobs = simulation.jobs.filter(({ job }) => job.instance === instance);
  const direct = simulation.directJobs.filter(({ job }) => job.instance === instance);
  const targets = sortedTargets([...jobs, ...direct]);
  const monitors = new Set(
    [...jobs, ...direct].filter((job) => job.targets.found.length > 0).map(({ outcome }) => outcome.monitor),
  );
  const state: ChainLink = {
    state: instance.state === 'managed' ? LinkState.HOLDS : LinkState.BROKEN,
    text: `${nameOf(object)} ${instance.state === 'managed' ? 'is taken care of' : `is not in effect: ${whyNotManaged(instance)}`}.`,
    links: [
      accepted,
      managedLink(scope, instance),
      ...(instance.state === 'managed' ? [poisonLink(scope, instance)] : []),
    ],
  };
  return {
    verdict:
      targets.length > 0
        ? sentence(
            `Scrapes ${counted(targets.length, 'target')} of ${counted(monitors.size, 'monitor')}${onceLoaded(scope, targets)}`,
          )
        : sentence(`Scrapes nothing: ${whyNothing(instance, jobs.length + direct.length)}`),
    chains:
      instance.state === 'managed'
        ? [
            state,
            ...kindsShown(outcomes).map((kind) => kindLink(scope, instance, kind, outcomes)),
            ...emptyLinks(scope, jobs, direct, monitors),
          ]
        : [state],
    targets,
  };
}

/** Probes and ScrapeConfigs only where there are some. */
function kindsShown(outcomes: readonly MonitorOutcome[]): readonly MonitorKind[] {
  return KINDS.filter(
    (kind) =>
      kind === 'ServiceMonitor' ||
      kind === 'PodMonitor' ||
      outcomes.some(({ monitor }) => monitor.object.kind === kind),
  );
}

/** The monitors that are taken and have no target: those of which that is sure, and those of which nobody knows. */
function emptyLinks(
  scope: Scope,
  jobs: readonly SimulatedJob[],
  direct: readonly SimulatedDirectJob[],
  scraped: ReadonlySet<SourcedObject>,
): ChainLink[] {
  const unknown = new Set<SourcedObject>();
  const empty = new Set<SourcedObject>();
  for (const simulated of jobs) {
    const { monitor } = simulated.outcome;
    const cause = scraped.has(monitor) ? undefined : scope.causeOf(simulated);
    if (cause !== undefined) {
      (isUnknown(scope, cause) ? unknown : empty).add(monitor);
    }
  }
  for (const simulated of direct) {
    const cause = findDirectBreak(scope.context.simulation, simulated);
    if (cause !== undefined) {
      (isDirectUnknown(scope, cause) ? unknown : empty).add(simulated.outcome.monitor);
    }
  }
  const groups = [
    { state: LinkState.BROKEN, monitors: [...empty].filter((one) => !unknown.has(one)), what: 'no target' },
    { state: LinkState.UNKNOWN, monitors: [...unknown], what: 'targets or not, which these objects do not tell' },
  ];
  return groups
    .filter(({ monitors }) => monitors.length > 0)
    .map(({ state, monitors, what }) => {
      const have = monitors.length === 1 ? 'has' : 'have';
      const text = `${counted(monitors.length, 'monitor')} that it takes ${have} ${what}: ${listed(monitors.map(nameOf))}.`;
      return { state, text, links: [] };
    });
}

function whyNothing(instance: Instance, jobs: number): string {
  if (instance.state !== 'managed') {
    return whyNotManaged(instance);
  }
  return jobs === 0 ? 'it takes no monitor' : 'no monitor that it takes has a target';
}

/** What becomes of the monitors of one kind. */
function kindLink(scope: Scope, { object }: Instance, kind: MonitorKind, all: readonly MonitorOutcome[]): ChainLink {
  const outcomes = all.filter(({ monitor }) => monitor.object.kind === kind);
  const taken = outcomes.filter(({ state }) => state === 'selected').length;
  const prefix = prefixOf(kind);
  const spec = object.object.spec ?? {};
  const selectors = [`${prefix}Selector`, `${prefix}NamespaceSelector`].map((name) =>
    scope.note(`${name}: ${selectorText(spec[name], name)}.`, { places: [{ object, field: `spec.${name}` }] }),
  );
  const groups = (['unseen', 'unselected', 'undecided', 'rejected'] as const).flatMap((state) => {
    const monitors = outcomes.filter((outcome) => outcome.state === state).map(({ monitor }) => monitor);
    return monitors.length === 0
      ? []
      : [
          {
            state: STATES[state].link,
            text: `${STATES[state].text}: ${listed(monitors.map(nameOf), NAMED)}.`,
            ...(monitors.length === 1 ? { object: referenceTo(monitors[0].object) } : {}),
            links: [],
          },
        ];
  });
  return {
    state: LinkState.NOTE,
    text: `Takes ${taken} of ${counted(outcomes.length, kind)}.`,
    links: [...selectors.map(({ check, fix, ...link }) => link), ...groups],
  };
}

const STATES = {
  unseen: { link: LinkState.BROKEN, text: 'In namespaces that the Operator does not watch' },
  unselected: { link: LinkState.NOTE, text: 'Not selected' },
  undecided: { link: LinkState.UNKNOWN, text: 'In namespaces whose labels are not among these objects' },
  rejected: { link: LinkState.BROKEN, text: 'Rejected' },
};

function selectorText(selector: any, name: string): string {
  if (selector === undefined || selector === null) {
    return name.endsWith('NamespaceSelector') ? 'absent, which means its own namespace' : 'absent, which takes nothing';
  }
  const { requirements } = compileSelector(selector, '');
  return requirements.length === 0 ? 'empty, which takes all' : listed(requirements.map(describeRequirement), 10);
}
