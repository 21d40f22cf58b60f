import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import { META, type MetaLabels, set } from './meta-labels';
import type { RawTarget } from './raw-target';

/**
 * Raw targets of an Ingress: one for each path of each rule. Its default backend, which has no rule, is none of them.
 *
 * Source: prometheus v3.15 `discovery/kubernetes/ingress.go`, `buildIngress`, `rulePaths` and `matchesHostnamePattern`.
 */
export function ingressTargets(ingress: SourcedObject, meta: MetaLabels): RawTarget[] {
  const { metadata, spec = {} } = ingress.object;
  const common = meta.ofObject('ingress', ingress);
  set(common, `${META}ingress_class_name`, text(spec?.ingressClassName));
  const patterns = listOf(spec?.tls).flatMap(({ hosts }) => listOf(hosts).map(String));
  return listOf(spec?.rules).flatMap((rule): RawTarget[] => {
    const host = text(rule.host) ?? '';
    const scheme = patterns.some((pattern) => matchesHost(pattern, host)) ? 'https' : 'http';
    return pathsOf(rule).map((path) => {
      const labels: Labels = Object.assign(Object.create(null), common);
      set(labels, '__address__', host);
      set(labels, `${META}ingress_scheme`, scheme);
      set(labels, `${META}ingress_host`, host);
      set(labels, `${META}ingress_path`, path);
      return { labels, namespace: metadata.namespace as string, via: 'address', assumed: false };
    });
  });
}

/** Whether a rule of an Ingress names no host, so that there is nothing to be asked. */
export function lacksHost({ labels }: RawTarget): boolean {
  return !(`${META}ingress_host` in labels);
}

function pathsOf({ http }: any): string[] {
  return http === undefined || http === null ? ['/'] : listOf(http.paths).map(({ path }) => text(path) || '/');
}

/** A star stands for the first part of a name. */
function matchesHost(pattern: string, host: string): boolean {
  if (pattern === host) {
    return true;
  }
  const [parts, wanted] = [pattern.split('.'), host.split('.')];
  return (
    parts[0] === '*' && parts.length === wanted.length && parts.slice(1).every((part, i) => part === wanted[i + 1])
  );
}

function listOf(value: unknown): any[] {
  return Array.isArray(value) ? value.filter((one) => one !== null && one !== undefined) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
