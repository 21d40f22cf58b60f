import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { whyNoUrl } from './url';

/** Settings of a proxy that the Operator looks into, with all that they refer to. */
export function checkProxy(config: any, field: string, problems: ProblemList): void {
  validateProxy(config, field, problems);
  for (const [name, selectors] of headersOf(config)) {
    if (selectors.length === 0) {
      problems.add('proxy-header-empty', joinPath(joinPath(field, 'proxyConnectHeader'), name), {
        message: 'names no Secret.',
        fix: `${name}: [{ name, key }] of a Secret, or remove the header.`,
      });
    }
  }
  loadProxyHeaders(config, field, problems);
}

/**
 * What the Operator and Prometheus both ask of a proxy.
 *
 * Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1/types.go`, `ProxyConfig.Validate`; prometheus/common v0.71
 * `config/http_config.go`, `ProxyConfig.Validate`.
 */
export function validateProxy(config: any, field: string, problems: ProblemList): void {
  const fromEnvironment = config.proxyFromEnvironment === true;
  const url = filled(config.proxyUrl);
  const noProxy = filled(config.noProxy);
  if (headersOf(config).length > 0 && !fromEnvironment && !url) {
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
}

/** Source: prometheus-operator v0.93 `pkg/assets/store.go`, `AddProxyConfig`. */
export function loadProxyHeaders(config: any, field: string, problems: ProblemList): void {
  for (const [name, selectors] of headersOf(config)) {
    for (const [i, selector] of selectors.entries()) {
      problems.resolve('Secret', selector, joinPath(joinPath(joinPath(field, 'proxyConnectHeader'), name), i));
    }
  }
}

function headersOf({ proxyConnectHeader }: any): [name: string, selectors: readonly any[]][] {
  return Object.entries(proxyConnectHeader ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value : []]);
}

function filled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
