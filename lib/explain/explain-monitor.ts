import type { ChainLink } from '../report/explanation';
import type { Target } from '../report/target-list';
import type { SourcedObject } from '../simulator/kube-object';
import { endpointsOf, isMonitor } from '../simulator/operator/monitor-parts';
import { type Answer, onceLoaded, scrapedVerdict, unscrapedVerdict } from './answer';
import { furthest, isTaken, type Judgement, judgeMonitor, NAME_PROMETHEUS, noPrometheus } from './judge-monitor';
import { monitorChains } from './monitor-chains';
import { sortedTargets } from './reach';
import type { Scope } from './scope';
import { counted, listed } from './texts';

/** Why a ServiceMonitor, PodMonitor, Probe or ScrapeConfig has targets, or has none. */
export function explainMonitor(scope: Scope, monitor: SourcedObject, accepted: ChainLink): Answer {
  const { simulation, assumedInstance } = scope.context;
  const judgements = judgeMonitor(scope, monitor);
  const targets = assumedInstance
    ? []
    : sortedTargets([...simulation.jobsOfMonitor(monitor), ...simulation.directJobsOf(monitor)]);
  return {
    verdict:
      targets.length > 0
        ? scrapedVerdict(targets, but(scope, monitor, judgements, targets))
        : whyNot(scope, judgements),
    chains: monitorChains(scope, judgements, accepted),
    targets,
  };
}

/** What is wrong with a monitor that has targets nevertheless. */
function but(
  scope: Scope,
  monitor: SourcedObject,
  judgements: readonly Judgement[],
  targets: readonly Target[],
): string {
  const unloaded = onceLoaded(scope, targets);
  if (unloaded !== '') {
    return unloaded;
  }
  const taken = judgements.filter(isTaken);
  const empty = (isMonitor(monitor) ? endpointsOf(monitor) : [])
    .map(({ field }, i) => ({ field, i }))
    .filter(({ i }) => taken.every(({ jobs }) => jobs[i]?.cause !== undefined));
  return empty.length === 0 ? '' : `, at none of ${listed(empty.map(({ field }) => field))}`;
}

function whyNot(scope: Scope, judgements: readonly Judgement[]): string {
  const best = furthest(judgements);
  if (best?.stop === undefined) {
    return unscrapedVerdict(true, noPrometheus('it'));
  }
  const { because, unknown } = best.stop;
  if (!scope.context.assumedInstance) {
    return unscrapedVerdict(unknown, because);
  }
  const direct = best.direct?.targets.found.length ?? 0;
  const found = best.jobs.reduce((sum, { simulated }) => sum + simulated.targets.found.length, direct);
  return found > 0
    ? unscrapedVerdict(true, `${because}; one that does has ${counted(found, 'target')} (${NAME_PROMETHEUS})`)
    : unscrapedVerdict(unknown, `${because}, whichever Prometheus takes it`);
}
