import type { RelabelAction, RelabelRule, RuleOrigin } from '../relabel/relabel-rule';

/** What a rule may say; the rest is as Prometheus has it. */
export interface RuleParts {
  readonly action?: RelabelAction;
  readonly sourceLabels?: readonly string[];
  readonly separator?: string;
  readonly regex?: string;
  readonly modulus?: number;
  readonly targetLabel?: string;
  readonly replacement?: string;
}

/** The Operator writes the first group this way in its own rules. */
export const FIRST_GROUP = '$' + '{1}';

/** A rule with the defaults of Prometheus. Source: prometheus v3.13 `model/relabel/relabel.go`, `DefaultRelabelConfig`. */
export function rule(reason: RuleOrigin['reason'], field: string, parts: RuleParts): RelabelRule {
  return {
    action: parts.action ?? 'replace',
    sourceLabels: parts.sourceLabels ?? [],
    separator: parts.separator ?? ';',
    regex: parts.regex ?? '(.*)',
    modulus: parts.modulus ?? 0,
    targetLabel: parts.targetLabel ?? '',
    replacement: parts.replacement ?? '$1',
    origin: { reason, field },
  };
}

/** Sets a label to a meta label; where that is absent, the label is removed. */
export function copyRule(field: string, from: string, to: string): RelabelRule {
  return rule('label', field, { sourceLabels: [from], targetLabel: to });
}

/** Sets a label to a meta label that is not empty. */
export function copyIfSetRule(field: string, from: string, to: string): RelabelRule {
  return rule('label', field, { sourceLabels: [from], targetLabel: to, regex: '(.+)', replacement: FIRST_GROUP });
}

/** Name of the label that service discovery makes of a key. Source: prometheus-operator v0.93 `sanitizeLabelName`. */
export function sanitized(key: string): string {
  return key.replace(/[^a-zA-Z0-9_]/gu, '_');
}

/** Keeps the job name for users' rules, and the first rule of every job. */
export const JOB_NAME_RULE: RelabelRule = copyRule('', 'job', '__tmp_prometheus_job_name');

/** Drops pods that have ended. */
export function runningRule(field: string): RelabelRule {
  return rule('phase', field, {
    action: 'drop',
    sourceLabels: ['__meta_kubernetes_pod_phase'],
    regex: '(Failed|Succeeded)',
  });
}
