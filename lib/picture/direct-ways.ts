import { targetsOfJob } from '../check/list-targets';
import { isDirectUnknown, placesOfDirect, whyDirectlyBroken } from '../explain/direct-links';
import type { Scope } from '../explain/scope';
import { capitalized, sentence } from '../explain/texts';
import { findDirectBreak } from '../simulator/chain/direct-break';
import type { RawTarget } from '../simulator/discovery/raw-target';
import type { SimulatedDirectJob } from '../simulator/simulation';
import type { Step } from './chain-builder';
import type { FindingLookup } from './finding-lookup';
import { lostTargetPart, targetPart } from './parts';
import { LinkStatus } from './picture';
import { DRAWN, type FoundWay, holds, partsBefore } from './ways';

/** The ways from a Probe or ScrapeConfig to what it calls. */
export function directFoundWays(simulated: SimulatedDirectJob): FoundWay[] {
  return simulated.targets.found.map((found) => {
    const [target] = targetsOfJob({ ...simulated, targets: { ...simulated.targets, found: [found] } });
    const part = targetPart(target, found.raw);
    return { steps: [...partsBefore(found.raw), part].map(holds), part, target };
  });
}

/** The ways of a Probe or ScrapeConfig that lead nowhere, or of which nobody can tell. Each begins behind the monitor. */
export function directLostWays(scope: Scope, findings: FindingLookup, simulated: SimulatedDirectJob): Step[][] {
  const { job, targets } = simulated;
  const cause = findDirectBreak(scope.context.simulation, simulated);
  const unknown = targets.unknown.map(({ field, why }, i): Step[] => {
    const part = lostTargetPart(job.monitor, i, field, LinkStatus.UNKNOWN);
    return [{ part, status: LinkStatus.UNKNOWN, reason: `How many targets there are depends on ${why}.` }];
  });
  if (cause === undefined || unknown.length > 0) {
    return unknown;
  }
  const status = isDirectUnknown(scope, cause) ? LinkStatus.UNKNOWN : LinkStatus.BROKEN;
  const places = placesOfDirect(cause, job);
  const finding = findings.at(places);
  const step: Step = {
    part: lostTargetPart(job.monitor, 0, places[0]?.field ?? 'spec', status),
    status,
    reason: sentence(capitalized(whyDirectlyBroken(cause, job))),
    ...(finding === undefined ? {} : { finding }),
  };
  const lost: readonly RawTarget[] = 'lost' in cause ? cause.lost.map(({ raw }) => raw) : [];
  return lost.length === 0 ? [[step]] : lost.slice(0, DRAWN).map((raw) => [...partsBefore(raw).map(holds), step]);
}
