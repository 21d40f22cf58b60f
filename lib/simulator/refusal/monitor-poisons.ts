import type { SourcedObject } from '../kube-object';
import { describeInstance, type Instance, type InstanceSettings } from '../operator/instance';
import { resolveKey } from '../operator/key-reference';
import { endpointsOf, usesRoleSelector } from '../operator/monitor-parts';
import type { ObjectLookup, RelabelSupport } from '../operator/object-lookup';
import { joinPath, namespaceOf, type Problem } from '../operator/problem';
import { ProblemList } from '../operator/problem-list';
import { mergedAuthorization, mergedTls, type ScrapeClass, scrapeClassFor } from '../operator/scrape-class';
import { present } from '../operator/secret-or-config-map';
import { PROMETHEUS_FEATURES } from '../versions/prometheus-gates';
import { atLeast, formatVersion } from '../versions/version';
import { checkCopiedLabels } from './check-label-names';
import { checkRefusedRelabelings } from './check-relabelings';
import { checkDuration, checkProtocols, checkSize } from './check-values';
import { refusalRulesOf } from './refusal-rules';

/**
 * Mistakes in a monitor that the Operator lets pass and for which Prometheus refuses its whole configuration: running
 * pods keep the one of before, new pods do not start, and every other monitor suffers.
 *
 * Source: prometheus v3.15 `config/config.go`; prometheus/common v0.71 `config/http_config.go`,
 * `HTTPClientConfig.Validate`; prometheus-operator v0.93 `pkg/prometheus/promcfg.go`.
 */
export function poisonsOf(
  monitor: SourcedObject,
  instance: Instance,
  objects: ObjectLookup,
  relabel: RelabelSupport,
): readonly Problem[] {
  const { kind, spec = {} } = monitor.object;
  const who = describeInstance(instance.object);
  const consequence = `Prometheus refuses the whole configuration of ${who} for it, so no change of any monitor takes effect.`;
  const problems = new ProblemList(monitor, 'poison', consequence, namespaceOf(monitor.object), objects);
  const scrapeClass = scrapeClassFor(spec, instance.settings.scrapeClasses);
  const { version, daemonSet } = instance.settings;
  const rules = refusalRulesOf(instance.settings);
  if (!becomesJobs(monitor, instance.settings)) {
    return [];
  }

  if (daemonSet && kind === 'PodMonitor' && usesRoleSelector(monitor)) {
    problems.add('two-pod-selectors', 'spec.selectorMechanism', {
      message: `"RoleSelector" adds a second selector for pods to the one that ${who} has as a DaemonSet.`,
      fix: 'remove selectorMechanism.',
    });
  }
  checkProtocols(spec.scrapeProtocols, version, problems);
  if (version && atLeast(version, '2.28.0')) {
    checkSize(spec.bodySizeLimit, 'spec.bodySizeLimit', problems);
  }
  for (const list of kind === 'ServiceMonitor' ? ['targetLabels', 'podTargetLabels'] : ['podTargetLabels']) {
    checkCopiedLabels(spec[list], `spec.${list}`, rules, problems);
  }
  const crashes: readonly Problem[] = crashesOf(monitor, instance, scrapeClass, objects);
  for (const { endpoint, field } of endpointsOf(monitor)) {
    checkAuthentication(endpoint, field, { kind, scrapeClass, isEmpty: emptiness(monitor, objects) }, problems);
    checkClientPair(mergedTls(endpoint.tlsConfig, kind, scrapeClass), field, scrapeClass, problems);
    checkPort(endpoint, field, kind, relabel, problems);
    if ((endpoint.interval ?? '') !== '') {
      checkDuration(endpoint.interval, joinPath(field, 'interval'), problems);
    }
    for (const list of ['relabelings', 'metricRelabelings']) {
      checkRefusedRelabelings(endpoint[list], joinPath(field, list), rules, problems);
    }
  }
  return [...problems.found, ...crashes];
}

/**
 * Authorization for a Prometheus that is too old for it. The Operator takes the first element of an empty list there.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `addAuthorizationToYaml`; nothing above it recovers.
 */
function crashesOf(
  monitor: SourcedObject,
  { settings: { version } }: Instance,
  scrapeClass: ScrapeClass | undefined,
  objects: ObjectLookup,
): readonly Problem[] {
  const since = PROMETHEUS_FEATURES.authorization;
  if (!version || atLeast(version, since)) {
    return [];
  }
  const consequence = 'The Operator itself crashes on it, so nothing that it takes care of changes any more.';
  const problems = new ProblemList(monitor, 'poison', consequence, namespaceOf(monitor.object), objects);
  for (const { endpoint, field } of endpointsOf(monitor)) {
    if (present(mergedAuthorization(endpoint.authorization, scrapeClass))) {
      problems.add('operator-crash', joinPath(field, 'authorization'), {
        message: `needs Prometheus ${since}, and this one runs ${formatVersion(version)}.`,
        fix: `run Prometheus ${since} or later, or use basicAuth.`,
        values: { version: formatVersion(version), since },
      });
    }
  }
  return problems.found;
}

/** What becomes no job does no harm. */
export function becomesJobs(monitor: SourcedObject, settings: InstanceSettings): boolean {
  return endpointsOf(monitor).length > 0 && !(settings.daemonSet && monitor.object.kind === 'ServiceMonitor');
}

/** Whether a reference leads to an empty text, as far as the bag tells. */
type Emptiness = (kind: 'Secret' | 'ConfigMap', reference: any) => boolean;

function emptiness({ object }: SourcedObject, objects: ObjectLookup): Emptiness {
  return (kind, reference) => {
    const found = resolveKey(kind, namespaceOf(object), reference, objects);
    return found.outcome === 'known' && found.value === '';
  };
}

/**
 * A certificate without its key, or the other way round, which comes of a scrape class that has one of them in a file and
 * the other in a Secret: to TLS of an endpoint it adds files alone.
 *
 * Source: prometheus/common v0.71 `config/http_config.go`, `TLSConfig.Validate`.
 */
function checkClientPair(tls: any, field: string, scrapeClass: ScrapeClass | undefined, problems: ProblemList): void {
  const cert = present(tls?.cert?.secret) || present(tls?.cert?.configMap) || Boolean(tls?.certFile);
  const key = present(tls?.keySecret) || Boolean(tls?.keyFile);
  if (cert !== key) {
    const [has, lacks] = cert ? ['certFile', 'key'] : ['keyFile', 'certificate'];
    problems.add('half-pair', joinPath(field, 'tlsConfig'), {
      message: `gets the ${has} of scrape class "${scrapeClass?.name}" and no ${lacks}, since that is in a Secret there (${scrapeClass?.field}.tlsConfig).`,
      fix: `give the class files for both, or name a scrapeClass without ${has}.`,
      values: { scrapeClass: scrapeClass?.name },
    });
  }
}

interface Surroundings {
  readonly kind: string;
  readonly scrapeClass: ScrapeClass | undefined;
  readonly isEmpty: Emptiness;
}

function checkAuthentication(
  endpoint: any,
  field: string,
  { kind, scrapeClass, isEmpty }: Surroundings,
  problems: ProblemList,
): void {
  const others = [
    ...(present(endpoint.basicAuth) ? ['basicAuth'] : []),
    ...(present(endpoint.oauth2) ? ['oauth2'] : []),
    ...((endpoint.bearerTokenSecret?.name ?? '') !== '' && !isEmpty('Secret', endpoint.bearerTokenSecret)
      ? ['bearerTokenSecret']
      : []),
  ];
  const { secret, configMap } = endpoint.oauth2?.clientId ?? {};
  if (present(secret) ? isEmpty('Secret', secret) : present(configMap) && isEmpty('ConfigMap', configMap)) {
    problems.add('oauth2-empty-client-id', joinPath(joinPath(field, 'oauth2'), 'clientId'), {
      message: 'leads to an empty text.',
      fix: 'put the id of the client into that key.',
    });
  }
  const file = kind === 'ServiceMonitor' && Boolean(endpoint.bearerTokenFile);
  const fromClass = !present(endpoint.authorization) && present(mergedAuthorization(undefined, scrapeClass));
  const withFile = [...others, ...(present(endpoint.authorization) ? ['authorization'] : [])];
  if (file && withFile.length > 0) {
    problems.add('bearer-token-file-and-more', joinPath(field, 'bearerTokenFile'), {
      message: `"${endpoint.bearerTokenFile}" stands beside ${withFile.join(' and ')}.`,
      fix: `keep bearerTokenFile or ${withFile.join(', ')}.`,
      values: { bearerTokenFile: endpoint.bearerTokenFile, methods: withFile },
    });
  }
  const besideClass = [...others, ...(file ? ['bearerTokenFile'] : [])];
  if (fromClass && scrapeClass && besideClass.length > 0) {
    problems.add('scrape-class-authorization', joinPath(field, besideClass[0]), {
      message: `is added to the authorization that scrape class "${scrapeClass.name}" brings along (${scrapeClass.field}.authorization).`,
      fix: `use authorization instead of ${besideClass.join(' and ')}, or name a scrapeClass without it.`,
      values: { scrapeClass: scrapeClass.name, methods: besideClass },
    });
  }
}

/** Ports are put into the configuration as regular expressions, as they are. */
function checkPort(endpoint: any, field: string, kind: string, relabel: RelabelSupport, problems: ProblemList): void {
  const targetPort = typeof endpoint.targetPort === 'string' ? endpoint.targetPort : '';
  const named = (endpoint.port ?? '') !== '';
  const numbered = kind === 'PodMonitor' && Boolean(endpoint.portNumber);
  const [name, value] = named ? ['port', String(endpoint.port)] : ['targetPort', numbered ? '' : targetPort];
  const why = value === '' ? undefined : relabel.whyNoRegex(value);
  if (why) {
    problems.add('port-no-regex', joinPath(field, name), {
      message: `"${value}" is used as a regular expression, and it is none: ${why}.`,
      fix: `${name}: the name of a port: lower-case letters, digits and hyphens.`,
      values: { [name]: value },
    });
  }
}
