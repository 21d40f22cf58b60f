import { LOADED } from './freeze-instance';
import type { Instance } from './instance';
import { prefixOf } from './monitor-parts';
import { counts, type Extent } from './problem';

/** A kind of monitor that becomes jobs. */
export type MonitorKind = 'ServiceMonitor' | 'PodMonitor' | 'Probe' | 'ScrapeConfig';

/** In the order in which the Operator looks at them. */
export const KINDS: readonly MonitorKind[] = ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'];

/**
 * The kinds of monitors that the Operator looks at before it fails on an instance: those that it rejects are rejected all
 * the same.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/operator.go`, `sync` and `getSelectedConfigResources`;
 * `pkg/prometheus/agent/operator.go`, `sync` and `createOrUpdateConfigurationSecret`; `pkg/prometheus/promcfg.go`,
 * `NewConfigGenerator` and `getScrapeClassConfig`.
 */
export function kindsBeforeFailing({ kind: instanceKind, problems }: Instance, extent: Extent): readonly MonitorKind[] {
  const counting = problems.filter(({ certainty }) => counts(certainty, extent));
  const has = (name: string, prefix = 'spec'): boolean =>
    counting.some(({ code, field }) => code === `frozen/${name}` && field.startsWith(prefix));
  if (has('storage-class')) {
    return [];
  }
  // Of an agent the version and the scrape classes come first, but for what these refer to.
  if (instanceKind === 'PrometheusAgent') {
    const early = counting.some(
      ({ code, field }) =>
        code === 'frozen/version' ||
        code === 'frozen/daemon-set-gate' ||
        (field.startsWith('spec.scrapeClasses[') && !LOADED.test(code)),
    );
    if (early) {
      return [];
    }
  }
  const failsAt = KINDS.findIndex((kind) => has('selector', `spec.${prefixOf(kind)}`));
  return failsAt < 0 ? KINDS : KINDS.slice(0, failsAt);
}
