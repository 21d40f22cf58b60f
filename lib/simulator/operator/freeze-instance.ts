import type { SourcedObject } from '../kube-object';
import { checkAuthorization, checkBasicAuth, checkOauth2 } from './check-authentication';
import { checkTiming } from './check-timing';
import { checkTls } from './check-tls';
import type { InstanceSettings } from './instance';
import { compileSelector } from './label-selector';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import type { OperatorSettings } from './operator-settings';
import { joinPath, namespaceOf, type Problem } from './problem';
import { ProblemList } from './problem-list';
import { checkRelabelings } from './reject-monitor';
import { present } from './secret-or-config-map';

const SELECTORS = ['serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig', 'rule'].flatMap((kind) => [
  `${kind}Selector`,
  `${kind}NamespaceSelector`,
]);

/** Problems that show only when a reference is loaded. */
const LOADED =
  /^frozen\/(?:secret|config-map)-(?:not-named|missing|key-missing)$|^frozen\/tls-(?:ca-unreadable|pair-broken)$/;

/**
 * What makes the Operator fail on a whole Prometheus. The pods keep running with the configuration of before, and no
 * change of any monitor arrives.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/operator.go` and `pkg/prometheus/agent/operator.go`, `sync`
 * and `createOrUpdateConfigurationSecret`; `pkg/prometheus/promcfg.go`, `NewConfigGenerator`.
 */
export function freezesOf(
  object: SourcedObject,
  settings: InstanceSettings,
  managed: boolean,
  operator: OperatorSettings,
  objects: ObjectLookup,
  relabel: RelabelSupport,
): readonly Problem[] {
  const { kind, spec = {} } = object.object;
  const consequence = `The Operator fails on this ${kind} as a whole, so no change of any monitor reaches it.`;
  const problems = new ProblemList(object, 'frozen', consequence, namespaceOf(object.object), objects);

  if (settings.version === undefined) {
    problems.add('version', 'spec.version', {
      message: `"${settings.versionText}" is no version of Prometheus 2 or 3 that the Operator can read.`,
      fix: `version: v${operator.release.prometheus}, or remove it.`,
      values: { version: settings.versionText },
    });
  }
  if (settings.daemonSet && !operator.gates.PrometheusAgentDaemonSet) {
    problems.add('daemon-set-gate', 'spec.mode', {
      message: '"DaemonSet" needs the feature gate PrometheusAgentDaemonSet, which this Operator does not have on.',
      fix: 'start the Operator with --feature-gates=PrometheusAgentDaemonSet=true, or remove mode.',
      values: { mode: spec.mode },
    });
  }
  for (const selector of SELECTORS) {
    for (const { field, message } of compileSelector(spec[selector], joinPath('spec', selector)).problems) {
      problems.add('selector', field, { message: `${message}.`, fix: 'write it as Kubernetes label selectors are.' });
    }
  }
  checkScrapeClasses(spec, settings, relabel, problems);
  if (managed) {
    checkTiming(
      { scrapeInterval: settings.scrapeInterval, scrapeTimeout: settings.scrapeTimeout },
      'spec',
      undefined,
      problems,
      {
        interval: 'scrapeInterval',
        timeout: 'scrapeTimeout',
      },
    );
    checkReferences(spec, kind, problems);
  }
  // An unmanaged Prometheus has its classes checked as well, but what they refer to is not loaded.
  return managed ? problems.found : problems.found.filter(({ code }) => !LOADED.test(code));
}

function checkScrapeClasses(
  spec: any,
  settings: InstanceSettings,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  const list: any[] = Array.isArray(spec.scrapeClasses) ? spec.scrapeClasses : [];
  const defaults = list.flatMap((scrapeClass, i) => (scrapeClass?.default === true ? [i] : []));
  if (defaults.length > 1) {
    problems.add('two-default-scrape-classes', `spec.scrapeClasses[${defaults[1]}].default`, {
      message: `${defaults.map((i) => `"${list[i].name}"`).join(' and ')} are all default: true, and at most one may be.`,
      fix: 'keep default: true on one of them.',
      values: { classes: defaults.map((i) => list[i].name) },
    });
  }
  for (const [i, scrapeClass] of list.entries()) {
    const field = `spec.scrapeClasses[${i}]`;
    for (const relabelings of ['relabelings', 'metricRelabelings']) {
      if (settings.version) {
        checkRelabelings(scrapeClass?.[relabelings], `${field}.${relabelings}`, settings.version, relabel, problems);
      }
    }
    checkAuthorization(scrapeClass?.authorization, `${field}.authorization`, problems);
    checkTls(scrapeClass?.tlsConfig, `${field}.tlsConfig`, problems);
  }
}

/**
 * References of the Prometheus itself, in its own namespace. Here `optional` counts.
 *
 * Source: prometheus-operator v0.93 `pkg/k8s/secrets.go`, `LoadSecretRef`; `pkg/prometheus/store.go`.
 */
function checkReferences(spec: any, kind: string, problems: ProblemList): void {
  const files =
    kind === 'Prometheus'
      ? ['additionalScrapeConfigs', 'additionalAlertRelabelConfigs', 'additionalAlertManagerConfigs']
      : ['additionalScrapeConfigs'];
  for (const file of files) {
    if (present(spec[file]) && spec[file].optional !== true) {
      problems.resolve('Secret', spec[file], `spec.${file}`);
    }
  }
  const clients: [field: string, config: any][] = [
    ['spec.apiserverConfig', spec.apiserverConfig],
    ...listOf(spec.remoteWrite, 'spec.remoteWrite'),
    ...(kind === 'Prometheus'
      ? [
          ...listOf(spec.remoteRead, 'spec.remoteRead'),
          ...listOf(spec.alerting?.alertmanagers, 'spec.alerting.alertmanagers'),
        ]
      : []),
  ];
  for (const [field, config] of clients) {
    if (present(config)) {
      checkBasicAuth(config.basicAuth, `${field}.basicAuth`, problems);
      checkAuthorization(config.authorization, `${field}.authorization`, problems);
      if (present(config.authorization?.credentials) && (config.authorization.credentials.name ?? '') !== '') {
        problems.resolve('Secret', config.authorization.credentials, `${field}.authorization.credentials`);
      }
      checkOauth2(config.oauth2, `${field}.oauth2`, problems);
      checkTls(config.tlsConfig, `${field}.tlsConfig`, problems);
    }
  }
}

function listOf(list: any, field: string): [field: string, config: any][] {
  return (Array.isArray(list) ? list : []).map((config, i) => [joinPath(field, i), config]);
}
