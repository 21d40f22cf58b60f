import { mergeValues, type Values } from '../values';
import type { Release } from './release';
import { truthy } from './selection';

/**
 * What the chart has for Alertmanager, without the rules for what inhibits what.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `values.yaml`, `alertmanager.config`.
 */
const DEFAULT: Values = {
  global: { resolve_timeout: '5m' },
  inhibit_rules: [
    inhibits('severity = critical', 'severity =~ warning|info', 'namespace', 'alertname'),
    inhibits('severity = warning', 'severity = info', 'namespace', 'alertname'),
    inhibits('alertname = InfoInhibitor', 'severity = info', 'namespace'),
    { target_matchers: ['alertname = InfoInhibitor'] },
  ],
  route: {
    group_by: ['namespace'],
    group_wait: '30s',
    group_interval: '5m',
    repeat_interval: '12h',
    receiver: 'null',
    routes: [{ receiver: 'null', matchers: ['alertname = "Watchdog"'] }],
  },
  receivers: [{ name: 'null' }],
  templates: ['/etc/alertmanager/config/*.tmpl'],
};

function inhibits(source: string, target: string, ...equal: string[]): Values {
  return { source_matchers: [source], target_matchers: [target], equal };
}

/**
 * The `alertmanager.yaml` that the chart puts into a Secret; `undefined` where it makes none, or where a template decides.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/alertmanager/secret.yaml`.
 */
export function alertmanagerConfiguration({ values }: Release): string | undefined {
  if (values.flag('alertmanager.alertmanagerSpec.useExistingSecret', false)) {
    return undefined;
  }
  const passesTemplate = values.flag('alertmanager.tplConfig', false);
  const text = values.value('alertmanager.stringConfig');
  const given =
    passesTemplate && truthy(text) ? String(text) : JSON.stringify(merged(values.map('alertmanager.config')));
  return passesTemplate && given.includes('{{') ? undefined : given;
}

function merged(config: Values): Values {
  return withoutNulls(mergeValues(DEFAULT, config));
}

/** To Helm, a null removes what the chart has. */
function withoutNulls(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, typeof value === 'object' && !Array.isArray(value) ? withoutNulls(value) : value]),
  );
}
