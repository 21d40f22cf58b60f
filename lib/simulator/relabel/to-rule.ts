import type { RelabelAction, RelabelRule, RuleOrigin } from './relabel-rule';

/** A rule as it stands in a manifest (`RelabelConfig` of `monitoring.coreos.com/v1`). */
export interface RelabelConfig {
  readonly sourceLabels?: readonly string[];
  readonly separator?: string;
  readonly targetLabel?: string;
  readonly regex?: string;
  readonly modulus?: number;
  readonly replacement?: string;
  /** In lower case or in camel case, such as `labelmap` or `LabelMap`. */
  readonly action?: string;
}

/**
 * The rule that Prometheus gets from a manifest. An empty `regex` counts as absent; an empty `separator` or
 * `replacement` counts as given.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateRelabelConfig`; prometheus v3.14
 * `model/relabel/relabel.go`, `DefaultRelabelConfig`.
 */
export function toRule(config: RelabelConfig, origin: RuleOrigin): RelabelRule {
  return {
    action: actionName(config) as RelabelAction,
    sourceLabels: config.sourceLabels ?? [],
    separator: config.separator ?? ';',
    regex: config.regex || '(.*)',
    modulus: config.modulus ?? 0,
    targetLabel: config.targetLabel ?? '',
    replacement: config.replacement ?? '$1',
    origin,
  };
}

/** The action in lower case, as Prometheus gets it. */
export function actionName({ action }: RelabelConfig): string {
  return (action || 'replace').toLowerCase();
}
