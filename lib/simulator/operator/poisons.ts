import type { SourcedObject } from '../kube-object';
import { atLeast } from '../versions/version';
import { generationFailuresOf } from './generation-failures';
import { describeInstance, type Instance } from './instance';
import { endpointsOf, hasToken, isMonitor, relabelingFields, usesRoleSelector } from './monitor-parts';
import { nameSchemeOf } from './name-scheme';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import { crashesOf } from './operator-crashes';
import { poisonProbe } from './poison-probe';
import { poisonScrapeConfig } from './poison-scrape-config';
import { joinPath, namespaceOf, type Problem } from './problem';
import { ProblemList } from './problem-list';
import { checkClientId } from './refused-clients';
import { checkProtocols } from './refused-globals';
import { checkRefusedRelabelings } from './refused-relabelings';
import { checkRefusedDuration, checkRefusedLabels, checkRefusedSize } from './refused-values';
import { mergedAuthorization, mergedTls, type ScrapeClass, scrapeClassFor } from './scrape-class';
import { present } from './secret-or-config-map';

/**
 * Mistakes in a monitor that the Operator lets pass and for which Prometheus refuses its whole configuration: running
 * pods keep the one of before, new pods do not start, and every other monitor suffers.
 *
 * Source: prometheus v3.13 `config/config.go`; prometheus/common v0.70 `config/http_config.go`,
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
  if (!becomesJobs(monitor, instance)) {
    return [];
  }

  if (daemonSet && kind === 'PodMonitor' && usesRoleSelector(monitor)) {
    problems.add('two-pod-selectors', 'spec.selectorMechanism', {
      message: `"RoleSelector" adds a second selector for pods to the one that ${who} has as a DaemonSet.`,
      fix: 'remove selectorMechanism.',
    });
  }
  checkProtocols(spec.scrapeProtocols, 'spec.scrapeProtocols', instance, problems);
  const crashes: readonly Problem[] = crashesOf(monitor, instance, scrapeClass, objects);
  for (const { endpoint, field } of endpointsOf(monitor)) {
    checkAuthentication(monitor, endpoint, field, scrapeClass, objects, problems);
    if (version === undefined || atLeast(version, '2.27.0')) {
      checkClientId(endpoint.oauth2, joinPath(field, 'oauth2'), namespaceOf(monitor.object), objects, problems);
    }
    checkClientPair(mergedTls(endpoint.tlsConfig, kind, scrapeClass), field, scrapeClass, problems);
    checkPort(endpoint, field, kind, relabel, problems);
    // An empty interval or timeout stands for that of the Prometheus, but in a ScrapeConfig.
    for (const name of kind === 'ScrapeConfig' ? ['scrapeInterval', 'scrapeTimeout'] : ['interval', 'scrapeTimeout']) {
      const value = kind === 'ScrapeConfig' ? endpoint[name] : endpoint[name] || undefined;
      checkRefusedDuration(value, joinPath(field, name), problems);
    }
    for (const path of [relabelingFields(monitor), ['metricRelabelings']]) {
      const list = path.reduce((inner, key) => inner?.[key], endpoint);
      checkRefusedRelabelings(list, path.reduce(joinPath, field), instance, relabel, problems);
    }
  }
  const names = nameSchemeOf(instance);
  if (kind === 'Probe') {
    poisonProbe(monitor, instance, objects, relabel, problems);
  } else if (kind === 'ScrapeConfig') {
    poisonScrapeConfig(monitor, objects, problems);
  }
  if (kind === 'ServiceMonitor') {
    checkRefusedLabels(spec.targetLabels, 'spec.targetLabels', names, problems);
  }
  checkRefusedLabels(isMonitor(monitor) ? spec.podTargetLabels : [], 'spec.podTargetLabels', names, problems);
  if (version && atLeast(version, '2.28.0')) {
    checkRefusedSize(spec.bodySizeLimit, 'spec.bodySizeLimit', problems);
  }
  return [...problems.found, ...crashes, ...generationFailuresOf(monitor, instance, objects)];
}

/** What becomes no job does no harm. */
export function becomesJobs(monitor: SourcedObject, { settings }: Instance): boolean {
  return endpointsOf(monitor).length > 0 && !(settings.daemonSet && monitor.object.kind !== 'PodMonitor');
}

function checkAuthentication(
  monitor: SourcedObject,
  endpoint: any,
  field: string,
  scrapeClass: ScrapeClass | undefined,
  objects: ObjectLookup,
  problems: ProblemList,
): void {
  const { kind } = monitor.object;
  const others = [
    ...(present(endpoint.basicAuth) ? ['basicAuth'] : []),
    ...(present(endpoint.oauth2) ? ['oauth2'] : []),
    ...(hasToken(monitor, endpoint, objects) ? ['bearerTokenSecret'] : []),
  ];
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

/**
 * A certificate without its key, or the other way round: of a scrape class files alone are added to TLS of an endpoint.
 *
 * Source: prometheus/common v0.71 `config/http_config.go`, `TLSConfig.Validate`; prometheus-operator v0.93
 * `pkg/prometheus/promcfg.go`, `mergeTLSConfigWithScrapeClass`.
 */
function checkClientPair(tls: any, field: string, scrapeClass: ScrapeClass | undefined, problems: ProblemList): void {
  const cert = present(tls?.cert?.secret) || present(tls?.cert?.configMap) || Boolean(tls?.certFile);
  const key = present(tls?.keySecret) || Boolean(tls?.keyFile);
  if (cert !== key && scrapeClass) {
    const [has, lacks] = cert ? ['certFile', 'key'] : ['keyFile', 'certificate'];
    problems.add('half-pair', joinPath(field, 'tlsConfig'), {
      message: `gets the ${has} of scrape class "${scrapeClass.name}" and no ${lacks}, since that is in a Secret there (${scrapeClass.field}.tlsConfig).`,
      fix: `give the class files for both, or name a scrapeClass without ${has}.`,
      values: { scrapeClass: scrapeClass.name },
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
