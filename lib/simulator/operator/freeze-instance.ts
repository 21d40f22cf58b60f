import type { SourcedObject } from '../kube-object';
import type { Version } from '../versions/version';
import { readAdditionalConfigs, whyNotSharded } from './additional-configs';
import { checkAuthorization, checkBasicAuth, checkOauth2 } from './check-authentication';
import { checkOptions } from './check-options';
import { checkProxy, resolveProxyHeaders } from './check-proxy';
import { checkRelabelings } from './check-relabelings';
import { checkAlertmanager, checkRemoteWrite } from './check-remote';
import { checkStorageClass } from './check-storage-class';
import { checkTiming } from './check-timing';
import { checkTls } from './check-tls';
import type { InstanceSettings } from './instance';
import { compileSelector } from './label-selector';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import type { OperatorSettings } from './operator-settings';
import { joinPath, namespaceOf, type Problem } from './problem';
import { ProblemList } from './problem-list';
import { present } from './secret-or-config-map';

const SELECTORS = ['serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig', 'rule'].flatMap((kind) => [
  `${kind}Selector`,
  `${kind}NamespaceSelector`,
]);

/** Problems that show only when a reference is loaded. */
export const LOADED =
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
      message: `"DaemonSet" needs the feature gate PrometheusAgentDaemonSet, which ${operator.object === undefined ? 'is off by default' : 'this Operator does not have on'}.`,
      fix: 'start the Operator with --feature-gates=PrometheusAgentDaemonSet=true, or remove mode.',
      values: { mode: spec.mode },
      // Of an Operator that is not shown nobody knows the gates.
      certainty: operator.object === undefined ? 'absent' : 'certain',
    });
  }
  for (const selector of SELECTORS) {
    for (const { field, message } of compileSelector(spec[selector], joinPath('spec', selector)).problems) {
      problems.add('selector', field, { message: `${message}.`, fix: 'write it as Kubernetes label selectors are.' });
    }
  }
  if (kind === 'Prometheus') {
    checkStorageClass(spec, objects, problems);
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
    checkReferences(spec, kind, settings, problems);
    checkClients(spec, kind, settings.version, relabel, problems);
    if (settings.version) {
      checkOptions(spec, settings.version, problems);
    }
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
 * YAML that the Prometheus takes over from Secrets of its own namespace. Here `optional` counts.
 *
 * Source: prometheus-operator v0.93 `pkg/k8s/secrets.go`, `LoadSecretRef`; `pkg/prometheus/promcfg.go`,
 * `generateAdditionalScrapeConfigs` and `appendAlertingConfig`.
 */
function checkReferences(spec: any, kind: string, settings: InstanceSettings, problems: ProblemList): void {
  // Agents on every node have no shards.
  const sharded = settings.shards > 1 && !settings.daemonSet;
  for (const file of kind === 'Prometheus' ? ADDITIONAL : ADDITIONAL.slice(0, 1)) {
    const text = present(spec[file]) ? problems.read(spec[file], `spec.${file}`) : undefined;
    const configs = readAdditionalConfigs(text ?? '');
    const isSharded = sharded && file === 'additionalScrapeConfigs';
    const problem = configs.problem ?? (isSharded ? whyNotSharded(configs.items) : undefined);
    if (problem !== undefined) {
      problems.add('additional-config', `spec.${file}`, {
        message: `The key "${spec[file].key}" of Secret "${spec[file].name}" ${problem}.`,
        fix: 'put a YAML list there, as it stands in the configuration of Prometheus.',
        values: { name: spec[file].name, key: spec[file].key },
      });
    }
  }
}

const ADDITIONAL = ['additionalScrapeConfigs', 'additionalAlertRelabelConfigs', 'additionalAlertManagerConfigs'];

/**
 * What the Prometheus itself calls.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/store.go`; `pkg/prometheus/server/operator.go`,
 * `addAlertmanagerEndpointsToStore`.
 */
function checkClients(
  spec: any,
  kind: string,
  version: Version | undefined,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  const remoteWrite = listOf(spec.remoteWrite, 'spec.remoteWrite');
  const alertmanagers =
    kind === 'Prometheus' ? listOf(spec.alerting?.alertmanagers, 'spec.alerting.alertmanagers') : [];
  const remotes = [...remoteWrite, ...(kind === 'Prometheus' ? listOf(spec.remoteRead, 'spec.remoteRead') : [])];
  const others: [field: string, config: any][] = [['spec.apiserverConfig', spec.apiserverConfig], ...alertmanagers];
  for (const [field, config] of [...remotes, ...others].filter(([, one]) => present(one))) {
    checkBasicAuth(config.basicAuth, `${field}.basicAuth`, problems);
    // Without credentials the Operator does not look at it, and Prometheus decides.
    if (present(config.authorization?.credentials)) {
      checkAuthorization(config.authorization, `${field}.authorization`, problems);
      if ((config.authorization.credentials.name ?? '') !== '') {
        problems.resolve('Secret', config.authorization.credentials, `${field}.authorization.credentials`);
      }
    }
    checkOauth2(config.oauth2, `${field}.oauth2`, problems);
    checkTls(config.tlsConfig, `${field}.tlsConfig`, problems);
  }
  for (const [field, config] of remotes.filter(([, one]) => present(one))) {
    checkProxy(config, field, problems);
  }
  for (const [field, config] of others.filter(([, one]) => present(one))) {
    resolveProxyHeaders(config, field, problems);
  }
  for (const [field, config] of remoteWrite.filter(([, one]) => present(one))) {
    checkRemoteWrite(config, field, version, problems);
  }
  for (const [field, config] of alertmanagers.filter(([, one]) => present(one))) {
    checkAlertmanager(config, field, version, relabel, problems);
  }
}

function listOf(list: any, field: string): [field: string, config: any][] {
  return (Array.isArray(list) ? list : []).map((config, i) => [joinPath(field, i), config]);
}
