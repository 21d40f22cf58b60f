import { validateProxy } from '../operator/check-proxy';
import { joinPath } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { present } from '../operator/secret-or-config-map';

const METHODS = ['basicAuth', 'oauth2', 'authorization', 'bearerToken', 'bearerTokenFile'];

/**
 * Ways to authenticate of what a Prometheus itself calls. The Operator compares some of them, and looks at authorization
 * only where it has credentials.
 *
 * Source: prometheus/common v0.71 `config/http_config.go`, `HTTPClientConfig.Validate`; prometheus v3.15
 * `config/config.go`, `validateAuthConfigs`.
 *
 * @param others ways that there are beside those of every client
 */
export function checkClientMethods(
  config: any,
  field: string,
  problems: ProblemList,
  others: readonly string[] = [],
): void {
  const used = [...METHODS, ...others].filter((method) => present(config[method]) && config[method] !== '');
  if (used.length > 1) {
    problems.add('two-authentications', joinPath(field, used[1]), {
      message: `${used.join(' and ')} are set together, and only one way to authenticate is allowed.`,
      fix: `keep one of ${used.join(', ')}.`,
      values: { methods: used },
    });
  }
  const type = String(config.authorization?.type ?? '');
  if (type.trim().toLowerCase() === 'basic') {
    problems.add('authorization-type-basic', joinPath(joinPath(field, 'authorization'), 'type'), {
      message: `"${type}" is refused here.`,
      fix: 'use basicAuth: { username, password }.',
      values: { type },
    });
  }
}

/** The same of a client whose proxy the Operator does not look at. */
export function checkUncheckedClient(config: any, field: string, problems: ProblemList): void {
  checkClientMethods(config, field, problems);
  validateProxy(config, field, problems);
}
