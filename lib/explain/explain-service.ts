import { type ChainLink, LinkState } from '../report/explanation';
import type { ServicePort } from '../simulator/bag/normalize-service';
import type { RawTarget } from '../simulator/discovery/raw-target';
import type { SourcedObject } from '../simulator/kube-object';
import { nameOf } from '../simulator/operator/problem';
import type { Labels } from '../simulator/relabel/relabel-rule';
import { type Answer, onceLoaded, scrapedVerdict, unscrapedVerdict } from './answer';
import { podName } from './describe-break';
import { nearestPods, pairsText, unresolvedText, whyNoEndpoints } from './describe-no-targets';
import { NAME_PROMETHEUS, noPrometheus } from './judge-monitor';
import { type MonitorMatches, monitorsOf } from './monitor-match';
import { type Reach, reachOf, targetsWhere } from './reach';
import type { Scope } from './scope';
import { capitalized, counted, listed, NAMED, namespacesText, sentence } from './texts';

/** How many ports of a Service, and how many monitors, are shown. */
const PORTS = 20;
export const MONITORS = 10;

const NONE: ReadonlySet<string> = new Set();

/** Why a Service is scraped, or is not. */
export function explainService(scope: Scope, service: SourcedObject, accepted: ChainLink): Answer {
  const isOurs = (raw: RawTarget): boolean => raw.service === service;
  const { reaches, matches } = reachesOfService(scope, service, isOurs);
  const targets = targetsWhere(scope, isOurs);
  return {
    verdict: targets.length > 0 ? scrapedVerdict(targets, onceLoaded(scope, targets)) : whyNot(scope, service, reaches),
    chains: [behindLink(scope, service, accepted), monitorsLink(scope, service, reaches, matches)],
    targets,
  };
}

/** The monitors that select a Service, and how far each comes; those that come furthest first. */
export function reachesOfService(
  scope: Scope,
  service: SourcedObject,
  isOurs: (raw: RawTarget) => boolean,
): { readonly reaches: readonly Reach[]; readonly matches: MonitorMatches } {
  const { labels, namespace } = service.object.metadata;
  const matches = monitorsOf(scope, 'ServiceMonitor', {
    name: nameOf(service),
    namespace: namespace as string,
    labels: labels as Labels,
    opaque: NONE,
  });
  const reaches = matches.selecting.map((monitor) => reachOf(scope, monitor, isOurs));
  return { reaches: reaches.sort((a, b) => b.rank - a.rank), matches };
}

/** What stands behind a Service: its pods and what its ports are there. */
function behindLink(scope: Scope, service: SourcedObject, accepted: ChainLink): ChainLink {
  const view = scope.endpoints(scope.context.working[0] ?? scope.instances[0]);
  const raw = view.targetsOf(service);
  const links = [accepted, podsLink(scope, service), ...portLinks(scope, service, raw)];
  const endpoints = raw.filter(({ via }) => via === 'endpoint').length;
  const why = view.whyNone(service);
  const assumed = endpoints > 0 && why?.reason === 'pods not in bag';
  return {
    state: endpoints === 0 ? LinkState.BROKEN : assumed ? LinkState.UNKNOWN : LinkState.HOLDS,
    text:
      endpoints === 0
        ? sentence(`${nameOf(service)} has no endpoints: ${whyNoEndpoints(why)}`)
        : `${nameOf(service)} has ${assumed ? `endpoints that are assumed, since ${whyNoEndpoints(why)}` : counted(endpoints, 'endpoint')}.`,
    links,
  };
}

function podsLink(scope: Scope, service: SourcedObject): ChainLink {
  const view = scope.endpoints(scope.context.working[0] ?? scope.instances[0]);
  const pods = scope.context.simulation.discovery.podsOf(service);
  const why = view.whyNone(service);
  const near = nearestPods(why).map((text) => scope.note(text));
  const { selector } = service.object.spec;
  const wanted = Object.keys(selector ?? {}).length === 0 ? 'nothing' : pairsText(selector);
  const places = [{ object: service, field: 'spec.selector' }];
  switch (pods?.known) {
    case 'pods': {
      const names = listed([...new Set(pods.pods.map(podName))]);
      return scope.holds(`Its selector (${wanted}) takes the pods of ${names}.`, { link: 'L8' });
    }
    case 'none':
      return scope.broken(`Its selector (${wanted}) takes no pod of its namespace.`, {
        link: 'L8',
        places,
        links: near,
      });
    case 'not in bag': {
      const makers = pods.makers.length === 0 ? '' : `; ${listed(pods.makers.map(nameOf))} may make them`;
      return scope.unknown(`The pods that its selector (${wanted}) takes are not among these objects${makers}.`, {
        link: 'L8',
        links: near,
      });
    }
    default:
      return view.targetsOf(service).length > 0
        ? scope.holds('Its endpoints are written by hand.', { link: 'L8' })
        : scope.broken(sentence(capitalized(whyNoEndpoints(why))), { link: 'L8', places });
  }
}

function portLinks(scope: Scope, service: SourcedObject, raw: readonly RawTarget[]): ChainLink[] {
  const view = scope.endpoints(scope.context.working[0] ?? scope.instances[0]);
  const unresolved = view.unresolvedPorts(service);
  const ports = service.object.spec.ports as readonly ServicePort[];
  const links = ports.slice(0, PORTS).map((port) => {
    const name = `Port ${port.name === '' ? 'without a name' : `"${port.name}"`} ${port.port}`;
    const missing = unresolved.find((one) => one.port === port);
    const places = [{ object: service, field: `spec.ports[${port.index}].targetPort` }];
    if (missing !== undefined) {
      const text = `${name}: ${unresolvedText(missing)}.`;
      return missing.everywhere ? scope.broken(text, { link: 'L8', places }) : scope.note(text, { places });
    }
    const found = raw.filter((one) => one.via === 'endpoint' && portNameOf(one) === port.name);
    const behind = [...new Set(found.map(({ port: number, container }) => containerPort(number, container)))];
    return scope.note(
      `${name}: ${behind.length === 0 ? `targetPort ${port.targetPort}` : listed(behind)}${port.protocol === 'TCP' ? '' : ` (${port.protocol})`}.`,
    );
  });
  const rest = ports.length - links.length;
  return rest > 0 ? [...links, scope.note(`${counted(rest, 'more port')}.`)] : links;
}

function portNameOf({ labels }: RawTarget): string {
  return labels.__meta_kubernetes_endpoint_port_name ?? labels.__meta_kubernetes_endpointslice_port_name ?? '';
}

function containerPort(port: number | undefined, container: string | undefined): string {
  const number = port === undefined ? 'a port of its pods' : `port ${port}`;
  return container === undefined ? `${number}, which no container declares` : `${number} of container "${container}"`;
}

function monitorsLink(
  scope: Scope,
  service: SourcedObject,
  reaches: readonly Reach[],
  { near }: MonitorMatches,
): ChainLink {
  const misses = near.map(({ monitor, field, text }) => scope.note(text, { places: [{ object: monitor, field }] }));
  if (reaches.length === 0) {
    return scope.broken(sentence(capitalized(NO_MONITOR)), {
      places: [{ object: service, field: 'metadata.labels' }],
      links: [...monitorCount(scope, service), ...misses],
    });
  }
  const [best] = reaches;
  const shown = reaches.slice(0, MONITORS).map(({ link }) => link);
  const rest = reaches.length - shown.length;
  return {
    state: best.state,
    text: `${counted(reaches.length, 'ServiceMonitor')} ${reaches.length === 1 ? 'selects' : 'select'} it:`,
    links: [
      ...shown,
      ...(rest > 0 ? [scope.note(`${counted(rest, 'more ServiceMonitor')}.`)] : []),
      ...(best.targets > 0 ? [] : misses),
    ],
  };
}

const NO_MONITOR = 'no ServiceMonitor among these objects selects it';

function monitorCount(scope: Scope, service: SourcedObject): ChainLink[] {
  const monitors = scope.context.simulation.monitors.filter(({ object }) => object.kind === 'ServiceMonitor');
  const labels = pairsText(service.object.metadata.labels ?? {});
  const where = namespacesText([service.object.metadata.namespace as string]);
  return [
    scope.note(
      `There ${monitors.length === 1 ? 'is' : 'are'} ${counted(monitors.length, 'ServiceMonitor')}${monitors.length === 0 ? '' : ` (${listed(monitors.map(nameOf), NAMED)})`}; it is in ${where} and has ${labels === '' ? 'no labels' : `the labels ${labels}`}.`,
    ),
  ];
}

function whyNot(scope: Scope, service: SourcedObject, reaches: readonly Reach[]): string {
  const [best] = reaches;
  if (best === undefined) {
    return unscrapedVerdict(false, NO_MONITOR);
  }
  if (scope.context.assumedInstance && best.state === LinkState.UNKNOWN && best.because === noPrometheus('it')) {
    return unscrapedVerdict(true, `${noPrometheus(nameOf(best.monitor))} (${NAME_PROMETHEUS})`);
  }
  const view = scope.endpoints(scope.context.working[0] ?? scope.instances[0]);
  const why =
    best.link.link === 'L8' && view.targetsOf(service).length === 0
      ? `it has no endpoints: ${whyNoEndpoints(view.whyNone(service))}`
      : `${nameOf(best.monitor)} selects it, but ${best.because}`;
  return unscrapedVerdict(best.state === LinkState.UNKNOWN, why);
}
