import { whyNoUrl } from '../go-url';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';

/**
 * Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1/types.go`, `ProxyConfig.Validate`.
 */
export function checkProxy(config: any, field: string, problems: ProblemList): void {
  const fromEnvironment = config.proxyFromEnvironment === true;
  const url = filled(config.proxyUrl);
  const noProxy = filled(config.noProxy);
  const headers: [name: string, selectors: any][] = Object.entries(config.proxyConnectHeader ?? {});
  if (headers.length > 0 && !fromEnvironment && !url) {
    problems.add('proxy-header-without-proxy', joinPath(field, 'proxyConnectHeader'), {
      message: 'is set without proxyUrl or proxyFromEnvironment.',
      fix: 'set proxyUrl, or remove proxyConnectHeader.',
    });
  }
  if (fromEnvironment && url) {
    problems.add('proxy-twice', joinPath(field, 'proxyUrl'), {
      message: `"${config.proxyUrl}" stands beside proxyFromEnvironment: true, and only one of them is allowed.`,
      fix: 'keep proxyUrl or proxyFromEnvironment.',
      values: { proxyUrl: config.proxyUrl },
    });
  }
  if (fromEnvironment && noProxy) {
    problems.add('no-proxy-beside-environment', joinPath(field, 'noProxy'), {
      message: `"${config.noProxy}" stands beside proxyFromEnvironment: true, which has its own.`,
      fix: 'remove noProxy, or use proxyUrl.',
      values: { noProxy: config.noProxy },
    });
  } else if (noProxy && !url) {
    problems.add('no-proxy-without-proxy', joinPath(field, 'noProxy'), {
      message: `"${config.noProxy}" is set without proxyUrl.`,
      fix: 'set proxyUrl, or remove noProxy.',
      values: { noProxy: config.noProxy },
    });
  }
  const why = url ? whyNoUrl(config.proxyUrl) : undefined;
  if (why) {
    problems.add('proxy-url', joinPath(field, 'proxyUrl'), {
      message: `"${config.proxyUrl}" is no address: ${why}.`,
      fix: 'proxyUrl: http://egress.example:3128, for example.',
      values: { proxyUrl: config.proxyUrl },
    });
  }
  for (const [name, selectors] of headers) {
    if (!Array.isArray(selectors) || selectors.length === 0) {
      problems.add('proxy-header-empty', joinPath(joinPath(field, 'proxyConnectHeader'), name), {
        message: 'names no Secret.',
        fix: `${name}: [{ name, key }] of a Secret, or remove the header.`,
      });
    }
  }
  resolveProxyHeaders(config, field, problems);
}

/**
 * Looks up what the headers refer to, which is all that the Operator does about a proxy to an Alertmanager or the API server.
 *
 * Source: prometheus-operator v0.93 `pkg/assets/store.go`, `AddProxyConfig`.
 */
export function resolveProxyHeaders(config: any, field: string, problems: ProblemList): void {
  for (const [name, selectors] of Object.entries(config.proxyConnectHeader ?? {})) {
    const path = joinPath(joinPath(field, 'proxyConnectHeader'), name);
    for (const [i, selector] of (Array.isArray(selectors) ? selectors : []).entries()) {
      problems.resolve('Secret', selector, joinPath(path, i));
    }
  }
}

function filled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
