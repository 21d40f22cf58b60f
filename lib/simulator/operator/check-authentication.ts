import { checkProxy } from './check-proxy';
import { checkSafeTls } from './check-tls';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { bothSources, present, resolveEither } from './secret-or-config-map';

const METHODS = ['authorization', 'basicAuth', 'bearerTokenSecret', 'oauth2'];

/**
 * More than one way to authenticate.
 *
 * Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1/http_config.go`, `HTTPConfigWithoutTLS.Validate`.
 */
export function checkOneMethod(config: any, field: string, problems: ProblemList): void {
  const used = METHODS.filter((method) => present(config[method]));
  if (used.length > 1) {
    problems.add('two-authentications', joinPath(field, used[1]), {
      message: `${used.join(' and ')} are set together, and only one way to authenticate is allowed.`,
      fix: `keep one of ${used.join(', ')}.`,
      values: { methods: used },
    });
  }
}

/** Source: prometheus-operator v0.93 `prometheus_types.go`, `SafeAuthorization.Validate`. */
export function checkSafeAuthorization(authorization: any, field: string, problems: ProblemList): void {
  if (!present(authorization)) {
    return;
  }
  checkType(authorization, field, problems);
  if (!present(authorization.credentials)) {
    problems.add('authorization-without-credentials', joinPath(field, 'credentials'), {
      message: 'is not set, and authorization needs it.',
      fix: 'credentials: { name, key } of a Secret.',
    });
  } else if ((authorization.credentials.name ?? '') !== '') {
    problems.resolve('Secret', authorization.credentials, joinPath(field, 'credentials'));
  }
}

/**
 * Authorization of a scrape class or the API server, which may come from a file.
 *
 * Source: prometheus-operator v0.93 `prometheus_types.go`, `Authorization.Validate`.
 */
export function checkAuthorization(authorization: any, field: string, problems: ProblemList): void {
  if (!present(authorization)) {
    return;
  }
  checkType(authorization, field, problems);
  if (present(authorization.credentials) && (authorization.credentialsFile ?? '') !== '') {
    problems.add('credentials-twice', joinPath(field, 'credentialsFile'), {
      message: `"${authorization.credentialsFile}" stands beside credentials, and only one of them is allowed.`,
      fix: 'keep credentials or credentialsFile.',
    });
  }
}

function checkType(authorization: any, field: string, problems: ProblemList): void {
  const type = String(authorization.type ?? '');
  if (type.trim().toLowerCase() === 'basic') {
    problems.add('authorization-type-basic', joinPath(field, 'type'), {
      message: `"${type}" is refused here.`,
      fix: 'use basicAuth: { username, password }.',
      values: { type },
    });
  }
}

/** Source: prometheus-operator v0.93 `pkg/assets/store.go`, `AddBasicAuth`. */
export function checkBasicAuth(basicAuth: any, field: string, problems: ProblemList): void {
  if (!present(basicAuth)) {
    return;
  }
  for (const part of ['username', 'password']) {
    problems.resolve('Secret', basicAuth[part], joinPath(field, part));
  }
}

/** Source: prometheus-operator v0.93 `types.go`, `OAuth2.Validate`; `pkg/assets/store.go`, `AddOAuth2`. */
export function checkOauth2(oauth2: any, field: string, problems: ProblemList): void {
  if (!present(oauth2)) {
    return;
  }
  if ((oauth2.tokenUrl ?? '') === '') {
    problems.add('oauth2-without-token-url', joinPath(field, 'tokenUrl'), {
      message: 'is not set, and without it there is no token.',
      fix: 'tokenUrl: the address that hands out tokens.',
    });
  }
  const { secret, configMap } = oauth2.clientId ?? {};
  if (!present(secret) && !present(configMap)) {
    problems.add('oauth2-without-client-id', joinPath(field, 'clientId'), {
      message: 'names neither a Secret nor a ConfigMap.',
      fix: 'clientId: { secret: { name, key } }.',
    });
  } else if (present(secret) && present(configMap)) {
    bothSources(joinPath(field, 'clientId'), problems);
  } else {
    resolveEither(oauth2.clientId, joinPath(field, 'clientId'), problems);
  }
  problems.resolve('Secret', oauth2.clientSecret, joinPath(field, 'clientSecret'));
  checkProxy(oauth2, field, problems);
  checkSafeTls(oauth2.tlsConfig, joinPath(field, 'tlsConfig'), problems);
}
