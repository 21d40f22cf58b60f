import { atLeast, formatVersion, type Version } from '../versions/version';
import type { RelabelSupport } from './object-lookup';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { checkRelabelings } from './reject-monitor';
import { present } from './secret-or-config-map';

/** Ways to authenticate of remote write, of which one may be set. */
const REMOTE_WRITE_METHODS = ['basicAuth', 'oauth2', 'authorization', 'sigv4', 'azureAd'];
const ALERTMANAGER_METHODS = ['bearerTokenFile', 'basicAuth', 'authorization', 'sigv4'];

/** Ways to get a token of Azure, and the first Prometheus that has them. */
const AZURE_METHODS: readonly (readonly [method: string, since: string])[] = [
  ['managedIdentity', '2.45.0'],
  ['oauth', '2.48.0'],
  ['sdk', '2.52.0'],
  ['workloadIdentity', '3.7.0'],
];

/**
 * Remote write of a Prometheus. Its relabelings are not looked at.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/operator.go`, `validateRemoteWriteSpec`.
 */
export function checkRemoteWrite(
  config: any,
  field: string,
  version: Version | undefined,
  problems: ProblemList,
): void {
  checkMethods(config, field, REMOTE_WRITE_METHODS, problems);
  const azure = config.azureAd;
  if (!present(azure)) {
    return;
  }
  const path = joinPath(field, 'azureAd');
  const used = AZURE_METHODS.filter(([method]) => present(azure[method]));
  if (used.length !== 1) {
    const names = used.map(([method]) => method);
    problems.add('azure-methods', path, {
      message:
        used.length === 0
          ? 'says nothing of how to get a token.'
          : `has ${names.join(' and ')}, and only one is allowed.`,
      fix: `set one of ${AZURE_METHODS.map(([method]) => method).join(', ')}.`,
      values: { methods: names },
    });
  }
  for (const [method, since] of used) {
    // A managed identity has no boundary of its own.
    if (version && method !== 'managedIdentity' && !atLeast(version, since)) {
      problems.add('azure-version', joinPath(path, method), {
        message: `needs Prometheus ${since}, and this one is ${formatVersion(version)}.`,
        fix: `version: v${since}, or later.`,
        values: { since },
      });
    }
  }
  if (version && present(azure.managedIdentity) && !azure.managedIdentity.clientId && !atLeast(version, '3.5.0')) {
    problems.add('azure-version', joinPath(joinPath(path, 'managedIdentity'), 'clientId'), {
      message: `is not set, which needs Prometheus 3.5.0, and this one is ${formatVersion(version)}.`,
      fix: 'set clientId, or version: v3.5.0 or later.',
      values: { since: '3.5.0' },
    });
  }
}

/**
 * An Alertmanager that a Prometheus sends alerts to.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/operator.go`, `validateAlertmanagerEndpoints`.
 */
export function checkAlertmanager(
  config: any,
  field: string,
  version: Version | undefined,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  checkMethods(config, field, ALERTMANAGER_METHODS, problems);
  for (const list of version ? ['relabelings', 'alertRelabelings'] : []) {
    checkRelabelings(config[list], joinPath(field, list), version as Version, relabel, problems);
  }
}

function checkMethods(config: any, field: string, methods: readonly string[], problems: ProblemList): void {
  const used = methods.filter((method) => present(config[method]) && config[method] !== '');
  if (used.length > 1) {
    problems.add('two-authentications', joinPath(field, used[1]), {
      message: `${used.join(' and ')} are set together, and only one way to authenticate is allowed.`,
      fix: `keep one of ${used.join(', ')}.`,
      values: { methods: used },
    });
  }
}
