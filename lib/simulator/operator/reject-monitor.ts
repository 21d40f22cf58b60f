import type { SourcedObject } from '../kube-object';
import { operatorHas } from '../versions/operator-releases';
import { PROMETHEUS_FEATURES } from '../versions/prometheus-gates';
import { atLeast, formatVersion, type Version } from '../versions/version';
import { checkBasicAuth, checkOauth2, checkOneMethod, checkSafeAuthorization } from './check-authentication';
import { checkProxy } from './check-proxy';
import { checkRelabelings } from './check-relabelings';
import { checkTiming } from './check-timing';
import { checkSafeTls, checkTls } from './check-tls';
import { compileSelector } from './label-selector';
import { endpointsOf, usesRoleSelector } from './monitor-parts';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import { joinPath, namespaceOf, type Problem } from './problem';
import { ProblemList } from './problem-list';
import { rejectProbe } from './reject-probe';
import { rejectScrapeConfig } from './reject-scrape-config';
import { present } from './secret-or-config-map';

/** What of a Prometheus decides whether it takes a monitor. */
export interface AcceptanceRules {
  readonly prometheusVersion: Version;
  readonly operatorVersion: Version;
  /** `scrapeInterval` of the Prometheus, with the default filled in. */
  readonly scrapeInterval: string;
  /** For messages: the Prometheus that the interval and the classes come from. */
  readonly prometheus: string;
  readonly scrapeClassNames: readonly string[];
  /** `arbitraryFSAccessThroughSMs.deny`. */
  readonly denyFiles: boolean;
}

/**
 * All reasons for which the Operator skips a monitor. It looks at the endpoints one after the other, stops at the first
 * reason, and skips the whole monitor.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `checkServiceMonitor`, `checkPodMonitor`,
 * `checkProbe` and `checkScrapeConfig`.
 */
export function rejectionsOf(
  monitor: SourcedObject,
  rules: AcceptanceRules,
  objects: ObjectLookup,
  relabel: RelabelSupport,
): readonly Problem[] {
  const { kind, spec = {} } = monitor.object;
  const consequence = `The Operator skips the whole ${kind}, so none of its targets is scraped.`;
  const problems = new ProblemList(monitor, 'rejected', consequence, namespaceOf(monitor.object), objects);

  if (kind === 'Probe') {
    rejectProbe(monitor, rules, relabel, problems);
  } else if (kind === 'ScrapeConfig') {
    rejectScrapeConfig(spec, rules, relabel, problems);
  } else {
    checkMonitor(monitor, rules, relabel, problems);
  }
  const scrapeClass = spec.scrapeClass ?? '';
  if (scrapeClass !== '' && !rules.scrapeClassNames.includes(scrapeClass)) {
    const names = rules.scrapeClassNames;
    problems.add('scrape-class-unknown', 'spec.scrapeClass', {
      message: `"${scrapeClass}" is no scrape class of ${rules.prometheus}, which has ${names.length > 0 ? names.join(', ') : 'none'}.`,
      fix: names.length === 1 ? `scrapeClass: ${names[0]}` : 'name a class that it has, or remove scrapeClass.',
      values: { scrapeClass, known: names },
    });
  }
  return problems.found;
}

function checkMonitor(
  monitor: SourcedObject,
  rules: AcceptanceRules,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  const { kind, spec = {} } = monitor.object;
  for (const { field, message } of compileSelector(spec.selector, 'spec.selector').problems) {
    problems.add('selector', field, { message: `${message}.`, fix: 'write it as Kubernetes label selectors are.' });
  }
  if (usesRoleSelector(monitor) && !atLeast(rules.prometheusVersion, PROMETHEUS_FEATURES.roleSelector)) {
    problems.add('role-selector-version', 'spec.selectorMechanism', {
      message: `"RoleSelector" needs Prometheus ${PROMETHEUS_FEATURES.roleSelector}, and ${rules.prometheus} runs ${formatVersion(rules.prometheusVersion)}.`,
      fix: 'remove selectorMechanism.',
      values: { selectorMechanism: spec.selectorMechanism, version: formatVersion(rules.prometheusVersion) },
    });
  }
  for (const { endpoint, field } of endpointsOf(monitor)) {
    checkEndpoint(endpoint, field, kind, rules, relabel, problems);
  }
}

function checkEndpoint(
  endpoint: any,
  field: string,
  kind: string,
  rules: AcceptanceRules,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  const isServiceMonitor = kind === 'ServiceMonitor';
  if (isServiceMonitor && rules.denyFiles) {
    checkFiles(endpoint, field, rules, problems);
  }
  const token = endpoint.bearerTokenSecret;
  // Older Operators did not compare the methods. Of a ServiceMonitor it is Prometheus that refuses two of them, and a token
  // without the name of a Secret never reaches it.
  const comparesMethods = operatorHas('one authentication method per PodMonitor endpoint', rules.operatorVersion);
  if (isServiceMonitor || comparesMethods) {
    const isNamed = (token?.name ?? '') !== '';
    checkOneMethod(
      comparesMethods || isNamed ? endpoint : { ...endpoint, bearerTokenSecret: undefined },
      field,
      problems,
    );
  }
  if (present(token) && (token.name ?? '') !== '' && (isServiceMonitor || (token.key ?? '') !== '')) {
    problems.resolve('Secret', token, joinPath(field, 'bearerTokenSecret'));
  }
  checkBasicAuth(endpoint.basicAuth, joinPath(field, 'basicAuth'), problems);
  (isServiceMonitor ? checkTls : checkSafeTls)(endpoint.tlsConfig, joinPath(field, 'tlsConfig'), problems);
  checkOauth2(endpoint.oauth2, joinPath(field, 'oauth2'), problems);
  checkSafeAuthorization(endpoint.authorization, joinPath(field, 'authorization'), problems);
  checkTiming(endpoint, field, { interval: rules.scrapeInterval, from: rules.prometheus }, problems);
  for (const list of ['relabelings', 'metricRelabelings']) {
    checkRelabelings(endpoint[list], joinPath(field, list), rules.prometheusVersion, relabel, problems);
  }
  checkProxy(endpoint, field, problems);
}

/** Source: prometheus-operator v0.93 `resource_selector.go`, `testForArbitraryFSAccess`. */
function checkFiles(endpoint: any, field: string, rules: AcceptanceRules, problems: ProblemList): void {
  const files: [path: string, value: unknown][] = [
    [joinPath(field, 'bearerTokenFile'), endpoint.bearerTokenFile],
    ...['caFile', 'certFile', 'keyFile'].map((file): [string, unknown] => [
      joinPath(joinPath(field, 'tlsConfig'), file),
      endpoint.tlsConfig?.[file],
    ]),
  ];
  for (const [path, value] of files) {
    if (value) {
      problems.add('file-access', path, {
        message: `"${value}" is a file of the Prometheus container, and ${rules.prometheus} forbids monitors to read any (arbitraryFSAccessThroughSMs.deny).`,
        fix: 'refer to a Secret or ConfigMap instead.',
        values: { file: value },
      });
    }
  }
}
