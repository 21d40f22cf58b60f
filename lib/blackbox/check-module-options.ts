import type { ScrapeTls } from '../monitor/scrape-tls';
import { isPlainObject } from '../private/plain-object';
import type { Problems } from '../private/problems';
import { whyNoRe2 } from '../private/re2';
import type { BlackboxModuleOptions } from './module-options';

/** Fields of the exporter that hold a secret, each with the one that names a file instead. */
const SECRETS: { readonly [field: string]: string } = {
  password: 'password_file',
  bearer_token: 'bearer_token_file',
  credentials: 'credentials_file',
  client_secret: 'client_secret_file',
  key: 'key_file',
};

/** Adds what is wrong with options of any kind of module. */
export function checkCommon({ timeout, additionalFields }: BlackboxModuleOptions, problems: Problems): void {
  if (timeout !== undefined) {
    if (typeof timeout.toMilliseconds !== 'function') {
      problems.add('timeout', `${JSON.stringify(timeout)} is no Duration.`, 'timeout: Duration.seconds(5)');
    } else if (timeout.toMilliseconds({ integral: false }) <= 0) {
      problems.add('timeout', 'is zero, so it would not take effect.', 'leave out timeout, or make it longer.');
    }
  }
  for (const { path, fix } of literalSecrets(additionalFields ?? {})) {
    problems.add(`additionalFields.${path}`, 'is a secret in plain, and would stand in a ConfigMap.', fix);
  }
}

/** Adds which status codes no server sends. */
export function checkCodes(codes: number[] | undefined, problems: Problems): void {
  for (const code of codes ?? []) {
    if (!Number.isInteger(code) || code < 100 || code > 599) {
      problems.add('validStatusCodes', `${code} is no status code of HTTP.`, 'a whole number from 100 to 599.');
    }
  }
  if (codes?.length === 0) {
    problems.add('validStatusCodes', 'is an empty list, which means 200 to 299.', 'leave it out, or name a code.');
  }
}

/** Adds which headers hold credentials. */
export function checkHeaders(headers: { readonly [name: string]: string }, problems: Problems): void {
  for (const name of Object.keys(headers)) {
    if (/^(proxy-)?authorization$/i.test(name)) {
      problems.add(
        `headers.${name}`,
        'holds credentials, and would stand in a ConfigMap.',
        'use bearerToken or basicAuth, which refer to a Secret.',
      );
    }
  }
}

/**
 * Adds which expressions the exporter cannot compile; it would not start.
 *
 * Source: blackbox_exporter v0.28 `config/config.go`, `Regexp.UnmarshalYAML`.
 */
export function checkRegexes(field: string, regexes: string[] | undefined, problems: Problems): void {
  for (const regex of regexes ?? []) {
    const why = whyNoRe2(regex);
    if (why) {
      problems.add(
        field,
        `"${regex}" ${why}, and the exporter would not start with it.`,
        'rewrite it in the syntax of RE2.',
      );
    }
  }
}

/** Adds what Go refuses of TLS settings. Source: prometheus/common v0.67 `config/http_config.go`, `TLSConfig.Validate`. */
export function checkTls(tls: ScrapeTls | undefined, problems: Problems): void {
  if (!tls) {
    return;
  }
  if ((tls.cert === undefined) !== (tls.key === undefined)) {
    problems.add(
      `tls.${tls.cert ? 'cert' : 'key'}`,
      `stands without ${tls.cert ? 'key' : 'cert'}, and the exporter would not start with half a pair.`,
      'give both cert and key, or neither.',
    );
  }
  // The names of the versions sort as the versions do.
  if (tls.minVersion && tls.maxVersion && tls.minVersion > tls.maxVersion) {
    problems.add(
      'tls.minVersion',
      `${tls.minVersion} is above maxVersion ${tls.maxVersion}, so every probe would fail.`,
      `make minVersion at most ${tls.maxVersion}.`,
    );
  }
}

/** Paths of secrets that stand in plain in a configuration. */
export function literalSecrets(config: unknown, path = ''): { readonly path: string; readonly fix: string }[] {
  if (Array.isArray(config)) {
    return config.flatMap((item, index) => literalSecrets(item, `${path}[${index}]`));
  }
  if (!isPlainObject(config)) {
    return [];
  }
  return Object.entries(config).flatMap(([name, value]) => {
    const inner = path === '' ? name : `${path}.${name}`;
    return typeof value === 'string' && value !== '' && SECRETS[name] !== undefined
      ? [
          {
            path: inner,
            fix: `use ${SECRETS[name]} with BlackboxModule.pathOf(…) of a KeyReference, and name that among the files.`,
          },
        ]
      : literalSecrets(value, inner);
  });
}
