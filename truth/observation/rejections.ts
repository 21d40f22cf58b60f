import type { ApiClient } from '../machine/api-client';
import { objectKey } from '../scenario/truth';

/** Monitors that the Operator skips, with what it says, by the instance for which it does. */
export type Rejections = ReadonlyMap<string, { readonly [monitor: string]: string }>;

/** Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `selectObjects`, which tells them as events. */
export async function rejectionsOf(api: ApiClient, kinds: ReadonlySet<string> = MONITORS): Promise<Rejections> {
  const rejections = new Map<string, { [monitor: string]: string }>();
  for (const { reason, regarding, related, note } of await api.list('/apis/events.k8s.io/v1/events')) {
    if (reason === 'InvalidConfiguration' && kinds.has(regarding?.kind) && related !== undefined) {
      const instance = objectKey(related.kind, related.namespace, related.name);
      const known = rejections.get(instance) ?? {};
      known[objectKey(regarding.kind, regarding.namespace, regarding.name)] = String(note);
      rejections.set(instance, known);
    }
  }
  return rejections;
}

const MONITORS = new Set(['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig', 'PrometheusRule']);
