import { joinPath } from './problem';
import type { ProblemList } from './problem-list';

/**
 * Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1/types.go`, `ProxyConfig.Validate`; `pkg/assets/store.go`,
 * `AddProxyConfig`.
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
  for (const [name, value] of headers) {
    const path = joinPath(joinPath(field, 'proxyConnectHeader'), name);
    const selectors: any[] = Array.isArray(value) ? value : [];
    if (selectors.length === 0) {
      problems.add('proxy-header-empty', path, {
        message: 'names no Secret.',
        fix: `${name}: [{ name, key }] of a Secret, or remove the header.`,
      });
    }
    for (const [i, selector] of selectors.entries()) {
      problems.resolve('Secret', selector, joinPath(path, i));
    }
  }
}

/** Why Go cannot read an address. Source: Go standard library, `net/url`, `Parse`. */
function whyNoUrl(url: string): string | undefined {
  const [, authority = ''] = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/([^/?#]*)/.exec(url) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const port = /^\[[^\]]*\](.*)$/.exec(host)?.[1] ?? /(:.*)$/.exec(host)?.[1] ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what Go looks for.
  if (/[\x00-\x1f\x7f]/.test(url)) {
    return 'it has a control character';
  }
  if (/%(?![0-9a-fA-F]{2})/.test(url.replace(/\?.*$/s, ''))) {
    return 'a percent sign must be followed by two hexadecimal digits';
  }
  if (host.startsWith('[') && !host.includes(']')) {
    return 'the "[" of its host is never closed';
  }
  if (/[ "<>\\^`{|}]/.test(host)) {
    return 'its host has a character that no host has';
  }
  return /^(:\d*)?$/.test(port) ? undefined : `"${port}" is no port`;
}

function filled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
