import { durationMilliseconds } from '../duration-text';
import { isUuid } from '../operator/check-remote';
import type { InstanceSettings } from '../operator/instance';
import { joinPath } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { present } from '../operator/secret-or-config-map';
import { whyNoUrl } from '../operator/url';
import { atLeast } from '../versions/version';
import { checkClientMethods } from './check-http-client';
import { checkRefusedRelabelings } from './check-relabelings';
import { refusalRulesOf } from './refusal-rules';

/** Headers that Prometheus sends itself. Source: prometheus v3.15 `config/config.go`, `reservedHeaders`. */
const RESERVED = new Set([
  ...['host', 'content-encoding', 'content-length', 'content-type', 'user-agent', 'connection', 'keep-alive'],
  ...['proxy-authenticate', 'proxy-authorization', 'www-authenticate', 'accept-encoding'],
  ...['x-prometheus-remote-write-version', 'x-prometheus-remote-read-version'],
  ...['x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256'],
]);

/**
 * Remote write and remote read, of which the Operator leaves most to Prometheus.
 *
 * Source: prometheus v3.15 `config/config.go`, `Config.UnmarshalYAML`, `RemoteWriteConfig.UnmarshalYAML`,
 * `RemoteReadConfig.UnmarshalYAML` and `QueueConfig.Validate`; `storage/remote/azuread/azuread.go`,
 * `AzureADConfig.Validate`.
 */
export function checkRemotes(kind: string, spec: any, settings: InstanceSettings, problems: ProblemList): void {
  const writes = listOf(spec.remoteWrite);
  checkNames(writes, 'spec.remoteWrite', problems);
  for (const [i, config] of writes.entries()) {
    const field = joinPath('spec.remoteWrite', i);
    checkClientMethods(config, field, problems, ['sigv4', 'azureAd']);
    checkCall(config, field, problems);
    checkRefusedRelabelings(
      config.writeRelabelConfigs,
      `${field}.writeRelabelConfigs`,
      refusalRulesOf(settings),
      problems,
    );
    if (settings.version && atLeast(settings.version, '3.12.0')) {
      checkQueue(config.queueConfig ?? {}, `${field}.queueConfig`, problems);
    }
    const identity = String(config.azureAd?.managedIdentity?.clientId ?? '');
    if (identity !== '' && !isUuid(identity)) {
      problems.add('azure-uuid', `${field}.azureAd.managedIdentity.clientId`, {
        message: `"${identity}" is no UUID.`,
        fix: 'copy it from Azure, where it looks like 01234567-89ab-cdef-0123-456789abcdef.',
        values: { value: identity },
      });
    }
  }
  const reads = kind === 'Prometheus' ? listOf(spec.remoteRead) : [];
  checkNames(reads, 'spec.remoteRead', problems);
  for (const [i, config] of reads.entries()) {
    const field = joinPath('spec.remoteRead', i);
    checkClientMethods(config, field, problems);
    checkCall(config, field, problems);
  }
}

/** Headers that nobody may set. */
export function checkHeaders(headers: any, field: string, problems: ProblemList): void {
  for (const name of Object.keys(headers ?? {})) {
    const isAuthorization = name.toLowerCase() === 'authorization';
    if (isAuthorization || RESERVED.has(name.toLowerCase())) {
      problems.add('reserved-header', joinPath(field, name), {
        message: `"${name}" is a header that Prometheus sets itself.`,
        fix: isAuthorization ? 'remove it, and use authorization or basicAuth.' : 'remove it.',
        values: { header: name },
      });
    }
  }
}

function checkCall(config: any, field: string, problems: ProblemList): void {
  checkHeaders(config.headers, `${field}.headers`, problems);
  const why = typeof config.url === 'string' ? whyNoUrl(config.url) : undefined;
  if (why !== undefined) {
    problems.add('url', `${field}.url`, {
      message: `"${config.url}" is no address: ${why}.`,
      fix: 'url: https://metrics.example/api/v1/write, for example.',
      values: { url: config.url },
    });
  }
}

function checkNames(list: readonly any[], field: string, problems: ProblemList): void {
  const names = list.map(({ name }) => (typeof name === 'string' ? name : ''));
  for (const [i, name] of names.entries()) {
    if (name !== '' && names.indexOf(name) < i) {
      problems.add('remote-name', `${joinPath(field, i)}.name`, {
        message: `"${name}" is also the name of ${joinPath(field, names.indexOf(name))}.`,
        fix: 'give each a name of its own, or none.',
        values: { name },
      });
    }
  }
}

/** What is not set, or 0, has a default. */
function checkQueue(queue: any, field: string, problems: ProblemList): void {
  const [least, most] = [queue.minShards || 1, queue.maxShards || 50];
  if (least > most) {
    problems.add('queue', `${field}.${queue.minShards ? 'minShards' : 'maxShards'}`, {
      message: `${least} is more than ${queue.maxShards ? '' : 'the default '}maxShards of ${most}.`,
      fix: `minShards: ${most}, or less.`,
      values: { minShards: least, maxShards: most },
    });
  }
  for (const name of ['minShards', 'maxShards', 'maxSamplesPerSend', 'capacity']) {
    if (Number(queue[name]) < 0) {
      problems.add('queue', `${field}.${name}`, {
        message: `${queue[name]} is below zero.`,
        fix: `remove ${name}, or write a number above zero.`,
        values: { [name]: queue[name] },
      });
    }
  }
  const [shortest, longest] = [queue.minBackoff ?? '30ms', queue.maxBackoff ?? '5s'];
  if ((durationMilliseconds(longest) ?? 0) < (durationMilliseconds(shortest) ?? 0)) {
    problems.add('queue', `${field}.${present(queue.maxBackoff) ? 'maxBackoff' : 'minBackoff'}`, {
      message: `The shortest wait of "${shortest}" is longer than the longest of "${longest}".`,
      fix: `minBackoff: ${longest}, or less.`,
      values: { minBackoff: shortest, maxBackoff: longest },
    });
  }
}

function listOf(list: any): readonly any[] {
  return (Array.isArray(list) ? list : []).filter((one) => one !== null && typeof one === 'object');
}
