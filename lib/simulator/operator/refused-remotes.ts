import { whyNoUrl } from '../go-url';
import { atLeast } from '../versions/version';
import { isUuid } from './check-remote';
import type { Instance } from './instance';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { checkRefusedClient } from './refused-clients';
import { checkRefusedRelabelings } from './refused-relabelings';
import { checkRefusedDuration } from './refused-values';
import { present } from './secret-or-config-map';

/** Headers that Prometheus sets itself. Source: prometheus v3.15 `config/config.go`, `reservedHeaders`. */
const RESERVED_HEADERS = [
  'host',
  'content-encoding',
  'content-length',
  'content-type',
  'user-agent',
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'www-authenticate',
  'accept-encoding',
  'x-prometheus-remote-write-version',
  'x-prometheus-remote-read-version',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-content-sha256',
];

/** Numbers of a queue that count unless set. Source: prometheus v3.15 `config/config.go`, `DefaultQueueConfig`. */
const QUEUE = { minShards: 1, maxShards: 50, maxSamplesPerSend: 2000, capacity: 10_000 };

/**
 * Remote write and remote read that Prometheus refuses.
 *
 * Source: prometheus v3.15 `config/config.go`, `Config.UnmarshalYAML`, `RemoteWriteConfig.UnmarshalYAML` and `Validate`,
 * `RemoteReadConfig.UnmarshalYAML`, `QueueConfig.Validate` (since v3.12).
 */
export function checkRefusedRemotes(
  instance: Instance,
  namespace: string,
  objects: ObjectLookup,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  const { version } = instance.settings;
  for (const field of instance.kind === 'Prometheus' ? ['remoteWrite', 'remoteRead'] : ['remoteWrite']) {
    const list: any[] = instance.object.object.spec?.[field];
    const configs = (Array.isArray(list) ? list : []).map((config) => config ?? {});
    checkNames(configs, `spec.${field}`, problems);
    for (const [i, config] of configs.entries()) {
      const path = joinPath(`spec.${field}`, i);
      checkRefusedClient({ config, field: path, version, namespace }, objects, problems);
      checkRefusedUrl(config.url, `${path}.url`, problems);
      checkRefusedDuration(config.remoteTimeout, `${path}.remoteTimeout`, problems);
      checkHeaders(config.headers, `${path}.headers`, problems);
      if (field === 'remoteWrite') {
        checkRefusedRelabelings(config.writeRelabelConfigs, `${path}.writeRelabelConfigs`, instance, relabel, problems);
        checkQueue(config.queueConfig, `${path}.queueConfig`, instance, problems);
        checkIdentity(config.azureAd?.managedIdentity?.clientId, `${path}.azureAd.managedIdentity.clientId`, problems);
        // An empty interval is not handed on.
        checkRefusedDuration(
          config.metadataConfig?.sendInterval || undefined,
          `${path}.metadataConfig.sendInterval`,
          problems,
        );
      }
    }
  }
}

function checkNames(configs: readonly any[], field: string, problems: ProblemList): void {
  const names = configs.map(({ name }) => name);
  for (const [i, name] of names.entries()) {
    if (typeof name === 'string' && name !== '' && names.indexOf(name) < i) {
      problems.add('remote-name', joinPath(joinPath(field, i), 'name'), {
        message: `"${name}" is the name of item ${names.indexOf(name)}, too.`,
        fix: 'give each a name of its own, or none.',
        values: { name },
      });
    }
  }
}

/** An address that Prometheus reads when it loads its configuration. */
export function checkRefusedUrl(url: unknown, field: string, problems: ProblemList): void {
  const why = typeof url === 'string' ? whyNoUrl(url) : undefined;
  if (why !== undefined) {
    problems.add('url', field, {
      message: `"${url}" is no address: ${why}.`,
      fix: `${field.slice(field.lastIndexOf('.') + 1)}: https://store.example/api/v1/write, for example.`,
      values: { url },
    });
  }
}

function checkHeaders(headers: any, field: string, problems: ProblemList): void {
  for (const name of Object.keys(headers ?? {})) {
    const isAuthorization = name.toLowerCase() === 'authorization';
    if (isAuthorization || RESERVED_HEADERS.includes(name.toLowerCase())) {
      problems.add('header', joinPath(field, name), {
        message: `Prometheus sets the header "${name}" itself.`,
        fix: isAuthorization ? 'use authorization, basicAuth or oauth2.' : `remove ${name}.`,
        values: { header: name },
      });
    }
  }
}

function checkQueue(queue: any, field: string, { settings: { version } }: Instance, problems: ProblemList): void {
  for (const name of ['batchSendDeadline', 'minBackoff', 'maxBackoff', 'sampleAgeLimit']) {
    checkRefusedDuration(queue?.[name], joinPath(field, name), problems);
  }
  if (!present(queue) || version === undefined || !atLeast(version, '3.12.0')) {
    return;
  }
  const numbers = Object.entries(QUEUE).map(([name, value]) => [name, Number(queue[name] || value)] as const);
  for (const [name, value] of numbers.filter(([, one]) => one <= 0)) {
    problems.add('queue', joinPath(field, name), {
      message: `is ${value}, and must be more than 0.`,
      fix: `remove ${name}, or set a positive number.`,
      values: { [name]: value },
    });
  }
  const { minShards, maxShards } = Object.fromEntries(numbers);
  if (maxShards > 0 && minShards > maxShards) {
    problems.add('queue', joinPath(field, present(queue.minShards) ? 'minShards' : 'maxShards'), {
      message: `There are to be at least ${minShards} shards and at most ${maxShards}.`,
      fix: 'set minShards to maxShards or less.',
      values: { minShards, maxShards },
    });
  }
}

/** Source: prometheus v3.15 `storage/remote/azuread/azuread.go`, `AzureADConfig.Validate`. */
function checkIdentity(clientId: unknown, field: string, problems: ProblemList): void {
  if (typeof clientId === 'string' && clientId !== '' && !isUuid(clientId)) {
    problems.add('azure-uuid', field, {
      message: `"${clientId}" is no UUID.`,
      fix: 'copy it from Azure, where it looks like 01234567-89ab-cdef-0123-456789abcdef.',
      values: { value: clientId },
    });
  }
}
