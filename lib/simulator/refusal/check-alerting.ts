import type { KubeObject } from '../kube-object';
import type { InstanceSettings } from '../operator/instance';
import type { ObjectLookup } from '../operator/object-lookup';
import { joinPath } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { RELABEL_SUPPORT } from '../relabel/relabel-support';
import { atLeast } from '../versions/version';
import { checkUncheckedClient } from './check-http-client';
import { checkRefusedRelabelings } from './check-relabelings';
import { whyRefused } from './own-config';
import { ownText } from './own-texts';
import { refusalRulesOf } from './refusal-rules';

const OWN_TEXTS = [
  ['additionalAlertManagerConfigs', 'alertmanager'],
  ['additionalAlertRelabelConfigs', 'relabeling'],
] as const;

/**
 * The Alertmanagers of a Prometheus, and what people add to them. Their names and ports are regular expressions.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateAlertmanagerConfig` and `appendAlertingConfig`;
 * prometheus v3.15 `config/config.go`, `AlertmanagerConfig.UnmarshalYAML`.
 */
export function checkAlerting(
  object: KubeObject,
  settings: InstanceSettings,
  objects: ObjectLookup,
  problems: ProblemList,
): void {
  const rules = refusalRulesOf(settings);
  for (const [i, config] of alertmanagersOf(object).entries()) {
    const field = joinPath('spec.alerting.alertmanagers', i);
    for (const name of ['name', 'port']) {
      const value = config[name];
      const why = typeof value === 'string' ? RELABEL_SUPPORT.whyNoRegex(value) : undefined;
      if (why !== undefined) {
        problems.add('port-no-regex', joinPath(field, name), {
          message: `"${value}" is used as a regular expression, and it is none: ${why}.`,
          fix: `${name}: that of the Service${name === 'port' ? ' port' : ''}.`,
          values: { [name]: value },
        });
      }
    }
    const hasAlertRelabelings = settings.version !== undefined && atLeast(settings.version, '2.51.0');
    for (const list of ['relabelings', ...(hasAlertRelabelings ? ['alertRelabelings'] : [])]) {
      checkRefusedRelabelings(config[list], joinPath(field, list), rules, problems);
    }
    checkUncheckedClient(config, field, problems);
  }
  for (const [field, kind] of OWN_TEXTS) {
    const { items, where } = ownText(object, field, objects);
    for (const [i, item] of items.entries()) {
      const why = item === null ? 'is empty' : whyRefused(item, kind, settings.version, rules);
      if (why !== undefined) {
        problems.add('own-alerting', `spec.${field}`, {
          message: `Item ${i} ${where} ${why}.`,
          fix: 'mend the item: "promtool check config" tells more.',
          values: { item: i },
        });
      }
    }
  }
}

/** The Alertmanagers of a Prometheus; an agent has none. */
export function alertmanagersOf({ kind, spec }: KubeObject): readonly any[] {
  const list = kind === 'Prometheus' ? spec?.alerting?.alertmanagers : undefined;
  return (Array.isArray(list) ? list : []).filter((one) => one !== null && typeof one === 'object');
}
