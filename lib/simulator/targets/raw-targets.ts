import type { Discovery, EndpointDiscovery, TargetGroup } from '../discovery/discovery';
import type { RawTarget } from '../discovery/raw-target';
import { ADDED_LABELS } from '../discovery/service-endpoints';
import type { ScrapeJob } from '../jobs/scrape-job';
import type { SourcedObject } from '../kube-object';
import { compileSelector, firstFailure } from '../operator/label-selector';
import type { Labels } from '../relabel/relabel-rule';
import { SelectorMatch } from './selector-match';

/**
 * What the selector of a ServiceMonitor keeps of all that discovery finds.
 *
 * @param services that the selector takes
 */
export function rawTargetsOf(
  job: ScrapeJob,
  services: readonly SourcedObject[],
  endpoints: EndpointDiscovery,
  discovery: Discovery,
): readonly RawTarget[] {
  return job.discovery.roleSelector === undefined
    ? keptByRules(job, services, endpoints)
    : keptByApiServer(job, services, endpoints, discovery);
}

const NO_LABELS: Labels = Object.freeze(Object.create(null));

/** Rules compare the labels of Services, so that what belongs to none passes if it is enough to lack labels. */
function keptByRules(
  { discovery: { namespaces }, monitor }: ScrapeJob,
  services: readonly SourcedObject[],
  endpoints: EndpointDiscovery,
): readonly RawTarget[] {
  const ofServices = services.flatMap((service) => endpoints.targetsOf(service));
  const { namespacesByHand } = endpoints;
  if (namespacesByHand.length === 0 || !new SelectorMatch(monitor.object.spec?.selector).takes(NO_LABELS)) {
    return ofServices;
  }
  const groups = distinct(namespaces ?? namespacesByHand).flatMap((one) => endpoints.groupsWithoutService(one));
  return groups.length === 0 ? ofServices : [...ofServices, ...targetsOf(groups)];
}

/**
 * With `RoleSelector` the API server filters Services, and Endpoints or slices, each by their own labels. Those that
 * controllers make carry the labels of the Service and some more, those that somebody wrote need not. What is found
 * without its Service has none of the labels that would come of it.
 */
function keptByApiServer(
  { discovery: { namespaces, roleSelector } }: ScrapeJob,
  services: readonly SourcedObject[],
  endpoints: EndpointDiscovery,
  discovery: Discovery,
): readonly RawTarget[] {
  const selector = compileSelector(roleSelector, '');
  const takes = ({ labels }: TargetGroup): boolean => firstFailure(selector, labels) === undefined;
  const visible = new Set(services);
  const searched = distinct(namespaces ?? endpoints.namespacesByHand);
  // Unless it asks for one of the labels that controllers add, what they make is found with its Service, or not at all.
  const others = selector.requirements.some(({ key }) => ADDED_LABELS.has(key))
    ? (namespaces === undefined ? [discovery.services.all] : searched.map((one) => discovery.services.in(one))).flat()
    : searched.flatMap((namespace) => endpoints.servicesByHand(namespace));
  return targetsOf(
    [
      ...services.flatMap((service) => endpoints.groupsOf(service)),
      ...others.filter((service) => !visible.has(service)).flatMap((service) => endpoints.groupsBehindHidden(service)),
      ...searched.flatMap((namespace) => endpoints.groupsWithoutService(namespace)),
    ].filter(takes),
  );
}

function distinct(namespaces: readonly string[]): readonly string[] {
  return [...new Set(namespaces)].sort();
}

function targetsOf(groups: readonly TargetGroup[]): readonly RawTarget[] {
  return groups.flatMap(({ targets }) => targets);
}
