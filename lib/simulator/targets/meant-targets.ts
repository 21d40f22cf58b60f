import { madeFor } from '../discovery/governing-services';
import type { RawTarget } from '../discovery/raw-target';
import type { JobTargets } from './job-targets';

/**
 * The targets without those behind Services that the Operator makes, unless a selector asks for them: what takes
 * everything, or takes Services of the user's as well, is not about them.
 *
 * @param selector `spec.selector` of the ServiceMonitor
 */
export function meantTargets(targets: JobTargets, selector: any): JobTargets {
  const services = targets.services.filter((service) => madeFor(service) === undefined);
  if (services.length === targets.services.length || (services.length === 0 && asksForLabels(selector))) {
    return targets;
  }
  const isMeant = ({ service }: RawTarget): boolean => service === undefined || madeFor(service) === undefined;
  return {
    ...targets,
    services,
    found: targets.found.filter(({ raw }) => isMeant(raw)),
    lost: targets.lost.filter(({ raw }) => isMeant(raw)),
  };
}

/** Whether a selector asks for labels: what merely lacks some says nothing of what is meant. */
export function asksForLabels(selector: any): boolean {
  const expressions: any[] = selector?.matchExpressions ?? [];
  return (
    Object.keys(selector?.matchLabels ?? {}).length > 0 ||
    expressions.some(({ operator }) => operator === 'In' || operator === 'Exists')
  );
}
