import { readUrl, whyNoUrl } from '../go-url';
import type { SourcedObject } from '../kube-object';
import type { ObjectLookup } from './object-lookup';
import { checkOneOf } from './poison-probe';
import { joinPath, namespaceOf } from './problem';
import type { ProblemList } from './problem-list';
import { checkAuthorizationType, checkClientId } from './refused-clients';
import { checkRefusedDuration } from './refused-values';
import { present } from './secret-or-config-map';

/** Ways of discovery that call somebody. Of the others there is no client, or none that could be wrong in this way. */
const CALLING = ['httpSDConfigs', 'kubernetesSDConfigs', 'consulSDConfigs', 'eurekaSDConfigs', 'nomadSDConfigs'];

/**
 * What the Operator lets pass in a ScrapeConfig and Prometheus does not.
 *
 * Source: prometheus v3.15 `discovery/kubernetes/kubernetes.go` and `discovery/http/http.go`, `SDConfig.UnmarshalYAML`;
 * prometheus/common v0.71 `config/http_config.go`, `HTTPClientConfig.Validate`.
 */
export function poisonScrapeConfig(monitor: SourcedObject, objects: ObjectLookup, problems: ProblemList): void {
  const { spec = {} } = monitor.object;
  checkAuthorizationType(spec.authorization, 'spec.authorization', problems);
  for (const [list, configs] of Object.entries<any>(spec)) {
    if (!list.endsWith('SDConfigs') || !Array.isArray(configs)) {
      continue;
    }
    for (const [i, config] of configs.entries()) {
      const field = joinPath(`spec.${list}`, i);
      checkRefusedDuration(config?.refreshInterval ?? undefined, joinPath(field, 'refreshInterval'), problems);
      if (CALLING.includes(list)) {
        const methods = ['basicAuth', 'oauth2', 'authorization'].filter((method) => present(config?.[method]));
        checkOneOf(methods, field, problems);
        checkAuthorizationType(config?.authorization, joinPath(field, 'authorization'), problems);
        checkClientId(config?.oauth2, joinPath(field, 'oauth2'), namespaceOf(monitor.object), objects, problems);
      }
    }
  }
  for (const [i, config] of (spec.kubernetesSDConfigs ?? []).entries()) {
    const field = joinPath('spec.kubernetesSDConfigs', i);
    if (present(config?.apiServer)) {
      checkUrl(config.apiServer, joinPath(field, 'apiServer'), whyNoUrl, problems);
    } else {
      checkOwnClient(config ?? {}, field, problems);
    }
  }
  for (const [i, config] of (spec.httpSDConfigs ?? []).entries()) {
    checkUrl(config?.url, joinPath(joinPath('spec.httpSDConfigs', i), 'url'), whyNoHost, problems);
  }
}

function checkUrl(
  url: unknown,
  field: string,
  whyNot: (url: string) => string | undefined,
  problems: ProblemList,
): void {
  const why = whyNot(String(url ?? ''));
  if (why !== undefined) {
    problems.add('discovery-url', field, {
      message: `"${url}" is no address that Prometheus can call: ${why}.`,
      fix: `${field.slice(field.lastIndexOf('.') + 1)}: https://discovery.example, for example.`,
      values: { url },
    });
  }
}

/** That it can be read the Operator has seen. */
function whyNoHost(url: string): string | undefined {
  const read = readUrl(url);
  return typeof read !== 'string' && read.host === '' ? 'it names no host' : undefined;
}

/** Prometheus calls its own API server in its own way, or another one in the way that is asked for. */
function checkOwnClient(config: any, field: string, problems: ProblemList): void {
  const tls = Object.entries(config.tlsConfig ?? {}).filter(([, value]) => present(value) && value !== false);
  const own = [
    ...['basicAuth', 'authorization', 'oauth2'].filter((name) => present(config[name])),
    ...(tls.length > 0 ? ['tlsConfig'] : []),
    ...['proxyUrl', 'noProxy', 'proxyConnectHeader'].filter((name) => present(config[name]) && config[name] !== ''),
    ...(config.proxyFromEnvironment === true ? ['proxyFromEnvironment'] : []),
    ...['followRedirects', 'enableHTTP2'].filter((name) => config[name] === false),
  ];
  if (own.length > 0) {
    problems.add('kubernetes-client', joinPath(field, own[0]), {
      message: `${own.join(' and ')} ${own.length === 1 ? 'is' : 'are'} set without apiServer, and Prometheus takes a client of one's own only together with the address of an API server.`,
      fix: `remove ${own.join(' and ')}: without ${own.length === 1 ? 'it' : 'them'} the service account of Prometheus is used; or set apiServer: https://kubernetes.default.svc.`,
      values: { fields: own },
    });
  }
}
