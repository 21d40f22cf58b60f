import { atLeast, type Version } from '../versions/version';
import { resolveKey } from './key-reference';
import type { ObjectLookup } from './object-lookup';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { present } from './secret-or-config-map';

/** Ways to authenticate, with the first Prometheus for which the Operator writes them. */
const METHODS: readonly (readonly [method: string, since: string])[] = [
  ['basicAuth', '2.0.0'],
  ['oauth2', '2.27.0'],
  ['authorization', '2.26.0'],
  ['bearerToken', '2.0.0'],
  ['bearerTokenFile', '2.0.0'],
];

/** A client of Prometheus, as the Operator writes it. */
export interface RefusedClient {
  readonly config: any;
  readonly field: string;
  readonly version: Version | undefined;
  readonly namespace: string;
}

/**
 * What keeps Prometheus from calling somebody, as far as the Operator lets it pass: it does not look at all of it, and of
 * authorization only where that has credentials.
 *
 * Source: prometheus/common v0.71 `config/http_config.go`, `HTTPClientConfig.Validate`, the same in v0.54;
 * prometheus-operator v0.93 `pkg/assets/store.go`, `AddAuthorizationCredentials`.
 */
export function checkRefusedClient(client: RefusedClient, objects: ObjectLookup, problems: ProblemList): void {
  const { config, field, version } = client;
  const used = METHODS.filter(
    ([method, since]) =>
      present(config[method]) && config[method] !== '' && (version === undefined || atLeast(version, since)),
  ).map(([method]) => method);
  if (used.length > 1) {
    problems.add('authentication', joinPath(field, used[1]), {
      message: `${used.join(' and ')} are set together, and only one way to authenticate is allowed.`,
      fix: `keep one of ${used.join(', ')}.`,
      values: { methods: used },
    });
  }
  if (used.includes('authorization')) {
    checkAuthorizationType(config.authorization, joinPath(field, 'authorization'), problems);
  }
  if (used.includes('oauth2')) {
    checkClientId(config.oauth2, joinPath(field, 'oauth2'), client.namespace, objects, problems);
  }
  checkProxy(client, problems);
}

/** A type of authorization that Prometheus does not take. The Operator looks at it only where there are credentials. */
export function checkAuthorizationType(authorization: any, field: string, problems: ProblemList): void {
  const type = String(authorization?.type ?? '');
  if (type.trim().toLowerCase() === 'basic') {
    problems.add('authorization-type', joinPath(field, 'type'), {
      message: `"${type}" is no type of authorization for Prometheus.`,
      fix: 'use basicAuth: { username, password }.',
      values: { type },
    });
  }
}

/** A client id that a Secret or ConfigMap holds, and that is empty. The value is not cited. */
export function checkClientId(
  oauth2: any,
  field: string,
  namespace: string,
  objects: ObjectLookup,
  problems: ProblemList,
): void {
  const { secret, configMap } = oauth2?.clientId ?? {};
  const [kind, name, reference] = present(secret)
    ? (['Secret', 'secret', secret] as const)
    : (['ConfigMap', 'configMap', configMap] as const);
  const found = present(reference) ? resolveKey(kind, namespace, reference, objects) : undefined;
  if (found?.outcome === 'known' && found.value === '') {
    problems.add('client-id', joinPath(joinPath(field, 'clientId'), name), {
      message: `The key "${reference.key}" of ${kind} "${reference.name}" is empty, and OAuth2 needs a client id.`,
      fix: `put the client id into the key "${reference.key}".`,
      values: { kind, name: reference.name, key: reference.key },
    });
  }
}

/** Source: prometheus/common v0.71 `config/http_config.go`, `ProxyConfig.Validate`. */
function checkProxy({ config, field, version }: RefusedClient, problems: ProblemList): void {
  const url = typeof config.proxyUrl === 'string' && config.proxyUrl !== '';
  if (version !== undefined && !atLeast(version, '2.43.0')) {
    return;
  }
  const fromEnvironment = config.proxyFromEnvironment === true;
  const noProxy = typeof config.noProxy === 'string' && config.noProxy !== '';
  const headers = Object.keys(config.proxyConnectHeader ?? {}).length > 0;
  const wrong: [name: string, refused: boolean, message: string, fix: string][] = [
    [
      'proxyConnectHeader',
      headers && !fromEnvironment && !url,
      'is set without proxyUrl or proxyFromEnvironment.',
      'set proxyUrl, or remove proxyConnectHeader.',
    ],
    [
      'proxyUrl',
      fromEnvironment && url,
      'is set beside proxyFromEnvironment: true, and only one of them is allowed.',
      'keep proxyUrl or proxyFromEnvironment.',
    ],
    [
      'noProxy',
      fromEnvironment && noProxy,
      'is set beside proxyFromEnvironment: true, which has its own.',
      'remove noProxy, or use proxyUrl.',
    ],
    ['noProxy', noProxy && !fromEnvironment && !url, 'is set without proxyUrl.', 'set proxyUrl, or remove noProxy.'],
  ];
  for (const [name, , message, fix] of wrong.filter(([, refused]) => refused)) {
    problems.add('proxy', joinPath(field, name), { message, fix, values: { [name]: config[name] } });
  }
}
