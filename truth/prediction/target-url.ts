import type { ScrapedTarget } from '../../lib/simulator/relabel/target-labels';

/**
 * The URL of a target, with nothing escaped, and its parameters in order.
 *
 * Source: prometheus v3.15 `scrape/target.go`, `Target.URL`; Go 1.26 `net/url/url.go`, `URL.String`.
 */
export function targetUrl({
  scheme,
  address,
  metricsPath,
  params,
}: Pick<ScrapedTarget, 'scheme' | 'address' | 'metricsPath' | 'params'>): string {
  const pairs = Object.keys(params)
    .sort()
    .flatMap((name) => params[name].map((value) => `${name}=${value}`));
  const start = scheme === '' ? '//' : `${scheme}://`;
  const slash = metricsPath === '' || metricsPath.startsWith('/') ? '' : '/';
  return `${start}${address}${slash}${metricsPath}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

/** The address in a URL of a target. */
export function addressIn(url: string): string {
  return /^[^/]*\/\/([^/?]*)/.exec(url)?.[1] ?? '';
}

/** The same of a URL that Prometheus tells, in which it escapes what URLs do not hold. */
export function readTargetUrl(url: string): string {
  const [, before = url, query] = /^([^?]*)(?:\?(.*))?$/s.exec(url) ?? [];
  const pairs = query === undefined ? [] : [...new URLSearchParams(query)];
  // Go sorts parameters by name, which a stable sort of what it gave keeps.
  return `${decode(before)}${pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
