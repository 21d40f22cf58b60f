import { deniedByMonitor } from '../check/access/denied-connections';
import { type ChainLink, LinkState } from '../report/explanation';
import type { JobBreak } from '../simulator/chain/job-break';
import { wantedPort } from '../simulator/chain/wanted-port';
import type { SourcedObject } from '../simulator/kube-object';
import { isAssumed } from '../simulator/operator/assumed-instance';
import { endpointsOf } from '../simulator/operator/monitor-parts';
import { counts, nameOf } from '../simulator/operator/problem';
import { mergedAuthorization, mergedTls, scrapeClassFor } from '../simulator/operator/scrape-class';
import type { SimulatedJob } from '../simulator/simulation';
import type { FoundTarget } from '../simulator/targets/job-targets';
import {
  accessPlaces,
  breakLink,
  isUnknown,
  nearMissText,
  placesOf,
  podName,
  selectedName,
  whyBroken,
  whyForbidden,
} from './describe-break';
import { nearestPods, unresolvedText, whyNoEndpoints } from './describe-no-targets';
import { type JudgedJob, LINKS } from './judge-monitor';
import { lostLinks } from './lost-links';
import type { Scope } from './scope';
import { capitalized, counted, listed, NAMED, namespacesText, sentence } from './texts';

/** The chain of one endpoint of a monitor, from the namespaces that are searched to the URL. */
export function endpointLink(scope: Scope, judged: JudgedJob): ChainLink {
  const { simulated, cause } = judged;
  const { job, targets } = simulated;
  const { field } = endpointsOf(job.monitor)[job.endpoint];
  const wanted = wantedPort(job.monitor, job.endpoint);
  const port = wanted === undefined ? '' : ` (${wanted.field} ${JSON.stringify(wanted.value)})`;
  const state = cause === undefined ? LinkState.HOLDS : isUnknown(scope, cause) ? LinkState.UNKNOWN : LinkState.BROKEN;
  const reached = cause === undefined ? LINKS.length : LINKS.indexOf(breakLink(cause));
  const links = [
    searchLink(scope, judged),
    ...(reached >= LINKS.indexOf('L8') ? [foundLink(scope, judged)] : []),
    ...(reached >= LINKS.indexOf('L9') ? [keptLink(scope, judged)] : []),
    ...(cause === undefined ? [urlLink(scope, judged), ...networkLinks(scope, judged)] : []),
    ...(cause === undefined ? [] : notReached(scope, breakLink(cause))),
  ];
  const found = targets.found.length;
  const count = isAssumed(job.instance.object)
    ? `${counted(found, 'target')} if a Prometheus takes it`
    : counted(found, 'target');
  const text = `${field}${port}: ${cause === undefined ? count : found === 0 && state === LinkState.UNKNOWN ? 'not known' : 'no target'}.`;
  return { state, text, links };
}

/** The links after a broken one are not looked at. */
export function notReached(scope: Scope, broken: (typeof LINKS)[number]): ChainLink[] {
  const rest = LINKS.slice(LINKS.indexOf(broken) + 1);
  return rest.length === 0
    ? []
    : [
        scope.note(
          `${rest.length === 1 ? rest[0] : `${rest[0]} ${rest.length === 2 ? 'and' : 'to'} ${rest[rest.length - 1]}`}: not reached.`,
        ),
      ];
}

function searchLink(scope: Scope, { simulated, cause }: JudgedJob): ChainLink {
  const { job } = simulated;
  const ignored = job.instance.settings.ignoreNamespaceSelectors ? ', whatever its namespaceSelector says' : '';
  const text = `Looks in ${namespacesText(job.discovery.namespaces)}${ignored}.`;
  if (cause?.reason === 'other namespace') {
    return scope.broken(text, {
      link: 'L7',
      places: placesOf(cause, simulated),
      links: [scope.note(`What its selector takes is elsewhere: ${listed(cause.elsewhere.map(selectedName))}.`)],
    });
  }
  if (cause?.reason === 'not shown') {
    const names = namespacesText(cause.namespaces);
    const parts = { link: 'L7', places: placesOf(cause, simulated) };
    return isUnknown(scope, cause)
      ? scope.unknown(
          `${text} What runs in ${names} is not among these objects; the Services and workloads of it would tell.`,
          parts,
        )
      : scope.broken(`${text} Nothing runs in ${names}.`, parts);
  }
  if (cause?.reason === 'forbidden') {
    return scope.broken(`${text} ${sentence(capitalized(whyForbidden(job, cause.namespaces)))}`, {
      link: 'L7',
      places: placesOf(cause, simulated),
    });
  }
  return scope.holds(text, { link: 'L7', links: accessLinks(scope, simulated) });
}

/** Of namespaces in which something is found, or would be, those that the instance may not look into. */
function accessLinks(scope: Scope, { job, targets }: SimulatedJob): ChainLink[] {
  const { access } = scope.context.simulation;
  const found = [...targets.found, ...(targets.forbidden?.otherwise.found ?? [])].map(({ raw }) => raw.namespace);
  const searched = job.discovery.namespaces === undefined ? [undefined] : [...new Set(found)].sort();
  const refusals = searched.flatMap((namespace) => access.refusal(job.instance, job.discovery, namespace) ?? []);
  const names = refusals.flatMap(({ namespace }) => namespace ?? []);
  if (refusals.length === 0) {
    return [];
  }
  const why = whyForbidden(job, names.length === 0 ? undefined : names);
  return [
    scope.note(
      refusals.every(({ certainty }) => counts(certainty, scope.context.simulation.extent))
        ? sentence(capitalized(why))
        : `By what is among these objects, ${why}.`,
      { places: accessPlaces(job.instance) },
    ),
  ];
}

function foundLink(scope: Scope, judged: JudgedJob): ChainLink {
  const { simulated, cause } = judged;
  const { services, pods } = simulated.targets;
  const isPodMonitor = simulated.job.discovery.role === 'pod';
  const broken = cause !== undefined && breakLink(cause) === 'L8';
  const parts = isPodMonitor
    ? pods.slice(0, NAMED).map((pod) => scope.holds(`${podName(pod)} in namespace "${pod.namespace}".`))
    : services.slice(0, NAMED).map((service) => serviceLink(scope, judged, service));
  const all = isPodMonitor ? pods.length : services.length;
  const more = all > NAMED ? [scope.note(`${all - NAMED} more are not shown.`)] : [];
  if (!broken) {
    const what = isPodMonitor ? counted(all, 'workload') : counted(all, 'Service');
    return scope.holds(`Its selector takes ${what}.`, { link: 'L8', links: [...parts, ...more] });
  }
  const text = sentence(capitalized(whyBroken(cause, simulated)));
  const places = placesOf(cause, simulated);
  return scope.broken(text, {
    link: 'L8',
    places,
    links:
      cause.reason === 'nothing selected'
        ? nothingSelected(scope, cause)
        : cause.reason === 'no endpoints' && services.length === 1
          ? nearestPods(cause.services[0].why).map((near) => scope.note(near))
          : [...parts, ...more],
  });
}

function nothingSelected(scope: Scope, cause: JobBreak & { readonly reason: 'nothing selected' }): ChainLink[] {
  return [
    ...cause.near.map((near) => scope.note(nearMissText(near))),
    ...cause.pods
      .slice(0, 3)
      .map(({ pod, services }) =>
        scope.note(
          services.length === 0
            ? `The pods of ${podName(pod)} have these labels, but no Service stands before them.`
            : `The pods of ${podName(pod)} have these labels; ${listed(services.map(nameOf))} before them ${services.length === 1 ? 'has' : 'have'} not.`,
        ),
      ),
  ];
}

/** A Service that a monitor selects, with what stands behind it. */
function serviceLink(scope: Scope, { simulated }: JudgedJob, service: SourcedObject): ChainLink {
  const { job } = simulated;
  const view = scope.endpoints(job.instance, job.discovery.role === 'endpointslice' ? 'endpointslice' : 'endpoints');
  const why = view.whyNone(service);
  if (view.targetsOf(service).length === 0) {
    return scope.broken(`${nameOf(service)}: no endpoints, since ${whyNoEndpoints(why)}.`, {
      places: ['spec.selector', 'spec.ports', 'spec.type'].map((field) => ({ object: service, field })),
      links: nearestPods(why).map((text) => scope.note(text)),
    });
  }
  if (why?.reason === 'pods not in bag') {
    return scope.unknown(`${nameOf(service)}: its pods are not among these objects, so they are assumed.`);
  }
  const pods = scope.context.simulation.discovery.podsOf(service);
  const behind =
    pods?.known === 'pods'
      ? `pods of ${listed([...new Set(pods.pods.map(podName))])}`
      : 'endpoints that are written by hand';
  return scope.holds(`${nameOf(service)}: ${behind}.`, {
    links: view
      .unresolvedPorts(service)
      .slice(0, NAMED)
      .map((port) => scope.note(sentence(capitalized(unresolvedText(port))))),
  });
}

function keptLink(scope: Scope, { simulated, cause }: JudgedJob): ChainLink {
  const { found, lost } = simulated.targets;
  const text = `Keeps ${found.length} of ${counted(found.length + lost.length, 'endpoint')} that ${found.length + lost.length === 1 ? 'was' : 'were'} discovered.`;
  const links = lostLinks(scope, simulated);
  if (cause === undefined) {
    return scope.holds(text, { link: 'L9', links });
  }
  const parts = { link: 'L9', places: placesOf(cause, simulated), links };
  const why = `${text} ${sentence(capitalized(whyBroken(cause, simulated)))}`;
  return isUnknown(scope, cause) ? scope.unknown(why, parts) : scope.broken(why, parts);
}

/** What the URL looks like. Whether something answers there, no manifest shows. */
function urlLink(scope: Scope, { simulated }: JudgedJob): ChainLink {
  const { job, targets } = simulated;
  const { endpoint } = endpointsOf(job.monitor)[job.endpoint];
  const distinct = (of: (found: FoundTarget) => string) => listed([...new Set(targets.found.map(of))].sort(), 3);
  const url = distinct(({ scraped }) => `${scraped.scheme}://…${scraped.metricsPath}`);
  const names = [...new Set(targets.found.flatMap(({ scraped }) => Object.keys(scraped.params)))].sort();
  const params = names.length === 0 ? '' : ` with ${counted(names.length, 'parameter')} (${listed(names)})`;
  const interval = distinct(({ scraped }) => scraped.scrapeInterval);
  const timeout = distinct(({ scraped }) => scraped.scrapeTimeout);
  const credentials = credentialsOf(endpoint, job.monitor, job.instance.settings.scrapeClasses);
  const who = credentials.length === 0 ? 'without credentials' : `with ${listed(credentials)}`;
  return scope.note(
    `Asks ${url}${params} every ${interval}, for at most ${timeout}, ${who}. Whether it is answered there no manifest shows.`,
    { link: 'L10' },
  );
}

/** Policies that keep the instance from its targets, where the network of the cluster enforces them. */
function networkLinks(scope: Scope, { simulated: { job, targets } }: JudgedJob): ChainLink[] {
  const pods = new Set(targets.found.map(({ raw }) => raw.pod));
  const denied = (deniedByMonitor(scope.context).get(job.monitor) ?? []).filter(
    ({ instance, connection }) => instance === job.instance && pods.has(connection.to.pod),
  );
  const byPolicy = new Map(
    denied.map((call) => [`${call.direction} ${nameOf(call.verdict.policies[0].object)}`, call]),
  );
  return [...byPolicy.values()].slice(0, NAMED).map(({ direction, verdict, connection }) => {
    const [{ object }] = verdict.policies;
    const way = direction === 'ingress' ? 'lets it in to' : 'lets it out to';
    return scope.note(
      `${nameOf(object)} isolates the pods, and no rule ${way} port ${connection.port} of ${podName(connection.to.pod)}. Whether the network of the cluster enforces policies no manifest shows.`,
      {
        link: 'L11',
        places: [...verdict.policies].map((policy) => ({ object: policy.object, field: 'spec.podSelector' })),
      },
    );
  });
}

/** Names of the fields that give credentials; never what they hold. */
function credentialsOf(endpoint: any, monitor: SourcedObject, classes: Parameters<typeof scrapeClassFor>[1]): string[] {
  const { kind, spec } = monitor.object;
  const scrapeClass = scrapeClassFor(spec, classes);
  const filled = (value: any): boolean => value !== undefined && value !== null && value !== '';
  const authorization = mergedAuthorization(endpoint.authorization, scrapeClass);
  const tls = mergedTls(endpoint.tlsConfig, kind, scrapeClass);
  return [
    ...(['basicAuth', 'oauth2', 'bearerTokenFile'] as const).filter((field) => filled(endpoint[field])),
    ...(filled(endpoint.bearerTokenSecret?.name) ? ['bearerTokenSecret'] : []),
    ...(filled(authorization)
      ? [filled(endpoint.authorization) ? 'authorization' : 'authorization of its scrape class']
      : []),
    ...(filled(tls) ? [filled(endpoint.tlsConfig) ? 'tlsConfig' : 'tlsConfig of its scrape class'] : []),
  ];
}
