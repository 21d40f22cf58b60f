import { checkClient, WHOLE_CLIENT } from './check-client';
import { parseTextSelector } from './label-selector';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { present } from './secret-or-config-map';

/**
 * What the API server can be asked to filter, by the role of the discovery.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateKubernetesSDConfigs`.
 */
const SELECTOR_ROLES: { readonly [role: string]: readonly string[] } = {
  pod: ['pod'],
  service: ['service'],
  node: ['node'],
  ingress: ['ingress'],
  endpoints: ['pod', 'service', 'endpoints'],
  endpointslice: ['pod', 'service', 'endpointslice'],
};

/** What is wrong with one of `kubernetesSDConfigs`. The version that slices need is below that which any ScrapeConfig needs. */
export function checkKubernetesDiscovery(config: any, field: string, problems: ProblemList): void {
  checkClient(config, field, WHOLE_CLIENT, problems);
  if (present(config.apiServer) && config.namespaces?.ownNamespace === true) {
    problems.add('own-namespace', joinPath(joinPath(field, 'namespaces'), 'ownNamespace'), {
      message: `is true beside apiServer "${config.apiServer}", and in another cluster there is no own namespace.`,
      fix: 'write the name of the namespace into namespaces.names.',
    });
  }
  const role = String(config.role ?? '').toLowerCase();
  const allowed = SELECTOR_ROLES[role] ?? [];
  for (const [i, selector] of (Array.isArray(config.selectors) ? config.selectors : []).entries()) {
    const path = joinPath(joinPath(field, 'selectors'), i);
    if (!allowed.includes(String(selector?.role ?? '').toLowerCase())) {
      problems.add('selector-role', joinPath(path, 'role'), {
        message: `"${selector?.role}" cannot be selected with role "${config.role}", which takes selectors for ${allowed.join(', ')}.`,
        fix: allowed.length === 1 ? `role: ${config.role}` : `use one of ${allowed.join(', ')}.`,
        values: { role: selector?.role, allowed },
      });
    }
    checkText(selector?.label, joinPath(path, 'label'), whyNoLabelSelector, problems);
    checkText(selector?.field, joinPath(path, 'field'), whyNoFieldSelector, problems);
  }
}

function checkText(
  text: unknown,
  field: string,
  whyNot: (text: string) => string | undefined,
  problems: ProblemList,
): void {
  const why = typeof text === 'string' ? whyNot(text) : undefined;
  if (why !== undefined) {
    problems.add('selector-text', field, {
      message: `"${text}" is no selector: ${why}.`,
      fix: field.endsWith('label')
        ? 'label: app=web,tier in (a, b), for example.'
        : 'field: metadata.name=web, for example.',
      values: { text },
    });
  }
}

function whyNoLabelSelector(text: string): string | undefined {
  return parseTextSelector(text, '').problems[0]?.message;
}

/** Source: kubernetes v1.36 `apimachinery/pkg/fields/selector.go`, `ParseSelector`. */
function whyNoFieldSelector(text: string): string | undefined {
  const bad = text.split(/(?<!\\),/).find((part) => part !== '' && !/(?<!\\)=/.test(part));
  return bad === undefined ? undefined : `"${bad}" compares nothing`;
}
