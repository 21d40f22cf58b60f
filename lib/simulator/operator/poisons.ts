import type { SourcedObject } from '../kube-object';
import { PROMETHEUS_FEATURES } from '../versions/prometheus-gates';
import { atLeast, formatVersion } from '../versions/version';
import { describeInstance, type Instance } from './instance';
import { endpointsOf, usesRoleSelector } from './monitor-parts';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import { checkOwnJobs } from './own-jobs';
import { joinPath, namespaceOf, type Problem } from './problem';
import { ProblemList } from './problem-list';
import { mergedAuthorization, type ScrapeClass, scrapeClassFor } from './scrape-class';
import { present } from './secret-or-config-map';

const LEGACY_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

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
  const protocols: any[] = Array.isArray(spec.scrapeProtocols) ? spec.scrapeProtocols : [];
  if (
    version &&
    protocols.length > 0 &&
    protocols.every((protocol) => protocol === 'PrometheusText1.0.0') &&
    atLeast(version, '2.49.0') &&
    !atLeast(version, '3.0.0-rc.0')
  ) {
    problems.add('no-scrape-protocol-left', 'spec.scrapeProtocols', {
      message: `holds "PrometheusText1.0.0" alone, which the Operator leaves out for Prometheus ${formatVersion(version)}; the empty list is refused.`,
      fix: 'add PrometheusText0.0.4, or remove scrapeProtocols.',
    });
  }
  const crashes: readonly Problem[] = crashesOf(monitor, instance, scrapeClass, objects);
  for (const { endpoint, field } of endpointsOf(monitor)) {
    checkAuthentication(endpoint, field, kind, scrapeClass, problems);
    checkPort(endpoint, field, kind, relabel, problems);
    for (const list of ['relabelings', 'metricRelabelings']) {
      checkSourceLabels(endpoint[list], joinPath(field, list), instance, problems);
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

/**
 * Mistakes in a Prometheus for which Prometheus refuses its configuration.
 *
 * @param monitors those that become jobs, since a scrape class that none of them uses does no harm
 */
export function instancePoisonsOf(
  instance: Instance,
  monitors: readonly SourcedObject[],
  objects: ObjectLookup,
): readonly Problem[] {
  const { object, settings } = instance;
  const consequence = 'Prometheus refuses the whole configuration for it, so no change of any monitor takes effect.';
  const problems = new ProblemList(object, 'refused', consequence, namespaceOf(object.object), objects);
  if (settings.scrapeInterval === '') {
    problems.add('scrape-interval-empty', 'spec.scrapeInterval', {
      message: 'is empty, which is no duration.',
      fix: 'scrapeInterval: 30s, or remove it.',
    });
  }
  const used = new Set(
    monitors
      .filter((monitor) => becomesJobs(monitor, instance))
      .map(({ object: { spec } }) => scrapeClassFor(spec, settings.scrapeClasses)),
  );
  for (const { field, spec } of [...settings.scrapeClasses.byName.values()].filter((one) => used.has(one))) {
    for (const list of ['relabelings', 'metricRelabelings']) {
      checkSourceLabels(spec?.[list], `${field}.${list}`, instance, problems);
    }
  }
  checkRemoteReads(object, problems);
  checkOwnJobs(
    object,
    monitors.filter((monitor) => becomesJobs(monitor, instance)),
    objects,
    problems,
  );
  return problems.found;
}

/** Unlike those of remote write, the Operator does not compare the ways to authenticate of remote read. */
function checkRemoteReads({ object: { kind, spec } }: SourcedObject, problems: ProblemList): void {
  const list: any[] = kind === 'Prometheus' && Array.isArray(spec?.remoteRead) ? spec.remoteRead : [];
  for (const [i, config] of list.entries()) {
    const used = ['basicAuth', 'oauth2', 'authorization', 'bearerToken', 'bearerTokenFile'].filter(
      (method) => present(config?.[method]) && config[method] !== '',
    );
    if (used.length > 1) {
      problems.add('remote-read-authentication', joinPath(joinPath('spec.remoteRead', i), used[1]), {
        message: `${used.join(' and ')} are set together, and only one way to authenticate is allowed.`,
        fix: `keep one of ${used.join(', ')}.`,
        values: { methods: used },
      });
    }
  }
}

/** What becomes no job does no harm. */
function becomesJobs(monitor: SourcedObject, { settings }: Instance): boolean {
  return endpointsOf(monitor).length > 0 && !(settings.daemonSet && monitor.object.kind === 'ServiceMonitor');
}

function checkAuthentication(
  endpoint: any,
  field: string,
  kind: string,
  scrapeClass: ScrapeClass | undefined,
  problems: ProblemList,
): void {
  const others = [
    ...(present(endpoint.basicAuth) ? ['basicAuth'] : []),
    ...(present(endpoint.oauth2) ? ['oauth2'] : []),
    ...((endpoint.bearerTokenSecret?.name ?? '') !== '' ? ['bearerTokenSecret'] : []),
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

function checkSourceLabels(relabelings: any, field: string, instance: Instance, problems: ProblemList): void {
  const { version } = instance.settings;
  // It is Prometheus itself that reads these, so a suffix such as "-distroless" does not count.
  const legacy = version && version.major < 3 ? formatVersion(version) : undefined;
  for (const [i, relabeling] of (Array.isArray(relabelings) ? relabelings : []).entries()) {
    const labels: any[] = Array.isArray(relabeling?.sourceLabels) ? relabeling.sourceLabels : [];
    for (const [j, label] of labels.entries()) {
      if (label === '' || (legacy !== undefined && !LEGACY_NAME.test(String(label)))) {
        problems.add('source-label', joinPath(joinPath(joinPath(field, i), 'sourceLabels'), j), {
          message: `"${label}" is no label name${label === '' || !legacy ? '' : ` of Prometheus ${legacy}`}.`,
          fix: 'use letters, digits and underscores, without a digit in front.',
          values: { label },
        });
      }
    }
  }
}
