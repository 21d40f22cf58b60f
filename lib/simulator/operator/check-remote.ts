import { atLeast, formatVersion, type Version } from '../versions/version';
import { checkRelabelings } from './check-relabelings';
import type { RelabelSupport } from './object-lookup';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
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

/** Fields of these ways that must be a UUID. */
const AZURE_UUIDS: { readonly [method: string]: readonly string[] } = {
  oauth: ['clientId'],
  workloadIdentity: ['clientId', 'tenantId'],
};

/**
 * Remote write of a Prometheus. Its relabelings are not looked at.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/operator.go`, `validateRemoteWriteSpec`; `pkg/prometheus/store.go`,
 * `addRemoteWritesToStore`.
 */
export function checkRemoteWrite(
  config: any,
  field: string,
  version: Version | undefined,
  problems: ProblemList,
): void {
  checkMethods(config, field, REMOTE_WRITE_METHODS, problems);
  checkSigv4(config.sigv4, joinPath(field, 'sigv4'), problems);
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
  for (const [method, names] of Object.entries(AZURE_UUIDS)) {
    for (const name of present(azure[method]) ? names : []) {
      checkUuid(azure[method][name], joinPath(joinPath(path, method), name), problems);
    }
  }
  if (present(azure.oauth)) {
    problems.resolve('Secret', azure.oauth.clientSecret, joinPath(joinPath(path, 'oauth'), 'clientSecret'));
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
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/operator.go`, `validateAlertmanagerEndpoints` and
 * `addAlertmanagerEndpointsToStore`.
 */
export function checkAlertmanager(
  config: any,
  field: string,
  version: Version | undefined,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  checkMethods(config, field, ALERTMANAGER_METHODS, problems);
  checkSigv4(config.sigv4, joinPath(field, 'sigv4'), problems);
  for (const list of version ? ['relabelings', 'alertRelabelings'] : []) {
    checkRelabelings(config[list], joinPath(field, list), version as Version, relabel, problems);
  }
}

/**
 * Credentials of AWS, of which there are both or none.
 *
 * Source: prometheus-operator v0.93 `pkg/assets/store.go`, `AddSigV4`.
 */
function checkSigv4(sigv4: any, field: string, problems: ProblemList): void {
  const [given, ...others] = ['accessKey', 'secretKey'].filter((key) => present(sigv4?.[key]));
  if (given === undefined) {
    return;
  }
  if (others.length === 0) {
    const missing = given === 'accessKey' ? 'secretKey' : 'accessKey';
    problems.add('sigv4-half', joinPath(field, missing), {
      message: `is not set, and ${given} is of no use without it.`,
      fix: `${missing}: { name, key } of a Secret, or remove ${given} to take the credentials of the environment.`,
    });
    return;
  }
  for (const key of ['accessKey', 'secretKey']) {
    problems.resolve('Secret', sigv4[key], joinPath(field, key));
  }
}

/** An empty one is the business of the schema. */
function checkUuid(value: unknown, field: string, problems: ProblemList): void {
  const text = String(value ?? '');
  if (text !== '' && !isUuid(text)) {
    problems.add('azure-uuid', field, {
      message: `"${text}" is no UUID.`,
      fix: 'copy it from Azure, where it looks like 01234567-89ab-cdef-0123-456789abcdef.',
      values: { value: text },
    });
  }
}

/** Source: github.com/google/uuid v1.6 `uuid.go`, `Parse`, which takes some more forms than the usual one. */
export function isUuid(text: string): boolean {
  const HEX = '[0-9a-fA-F]';
  const usual = `${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}`;
  // Of the form in braces the first and the last character may be anything.
  return new RegExp(`^(?:${usual}|[uU][rR][nN]:[uU][uU][iI][dD]:${usual}|[^]${usual}[^]|${HEX}{32})$`).test(text);
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
