import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubeObject } from '../../lib/simulator/kube-object';
import type { ApiClient } from '../machine/api-client';
import type { RuleGroupAnswer } from '../machine/prometheus';
import { objectKey, type RuleGroupTruth } from '../scenario/truth';

/** Where the Operator has the ConfigMaps with rules mounted. */
const MOUNTED = '/etc/prometheus/rules/';

/**
 * Writes the files with rules that the Operator made for a Prometheus.
 *
 * @returns what makes a configuration find them there
 */
export async function writeRuleFiles(
  api: ApiClient,
  { metadata: { namespace, name } }: KubeObject,
  folder: string,
): Promise<(text: string) => string> {
  const place = path.join(folder, 'rules');
  const prefix = `prometheus-${name}-rulefiles-`;
  for (const { metadata, data = {} } of await api.list(`/api/v1/namespaces/${namespace}/configmaps`)) {
    if (metadata.name.startsWith(prefix)) {
      fs.mkdirSync(path.join(place, metadata.name), { recursive: true });
      for (const [file, content] of Object.entries(data)) {
        fs.writeFileSync(path.join(place, metadata.name, file), String(content));
      }
    }
  }
  return (text) => text.replaceAll(MOUNTED, `${place}/`);
}

/** The groups of rules that Prometheus has loaded, by the PrometheusRule that they come from, sorted. */
export async function rulesOf(
  api: ApiClient,
  answer: readonly RuleGroupAnswer[],
): Promise<{ [object: string]: readonly RuleGroupTruth[] }> {
  const objects = new Map<string, string>();
  for (const { metadata } of await api.list('/apis/monitoring.coreos.com/v1/prometheusrules')) {
    const { namespace, name, uid } = metadata;
    objects.set(`${namespace}-${name}-${uid}.yaml`, objectKey('PrometheusRule', namespace, name));
  }
  const found: { [object: string]: RuleGroupTruth[] } = {};
  for (const { file, name, interval, limit = 0, rules } of answer) {
    const object = objects.get(path.basename(file)) ?? file;
    found[object] ??= [];
    found[object].push({
      name,
      interval,
      ...(limit === 0 ? {} : { limit }),
      rules: rules.map((rule) => ({
        [rule.type === 'alerting' ? 'alert' : 'record']: rule.name,
        query: rule.query,
        ...(rule.duration ? { for: rule.duration } : {}),
        ...(rule.keepFiringFor ? { keepFiringFor: rule.keepFiringFor } : {}),
        ...given('labels', rule.labels),
        ...given('annotations', rule.annotations),
      })),
    });
  }
  const sorted = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([object, groups]) => [object, groups.sort((a, b) => (a.name < b.name ? -1 : 1))]),
  );
}

function given(name: string, labels: { readonly [name: string]: string } | undefined): object {
  const entries = Object.entries(labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? {} : { [name]: Object.fromEntries(entries) };
}
