import { isPlainObject } from '../../../private/plain-object';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const SPEC = 'prometheus.prometheusSpec';

/**
 * Configuration of Prometheus that comes from two places or goes to none, and scrape classes that the Operator refuses.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`; prometheus-operator v0.93
 * `pkg/prometheus/resource_selector.go` and `promcfg.go`.
 */
export function scrapingRules(values: GuardedValues): void {
  if (!values.flag('prometheus.enabled', true)) {
    return;
  }
  raw(values);
  classes(values);
}

function raw(values: GuardedValues): void {
  const scrape = `${SPEC}.additionalScrapeConfigs`;
  const secret = values.map(`${scrape}Secret`);
  if (truthy(values.at(scrape)) && truthy(secret.enabled)) {
    both(values, 'additionalScrapeConfigs');
  } else if (truthy(secret) && secret.enabled === undefined) {
    values.dropped(`${scrape}Secret`, 'has no effect until it is switched on.', `add ${scrape}Secret.enabled: true.`);
  }
  for (const name of ['additionalAlertManagerConfigs', 'additionalAlertRelabelConfigs']) {
    if (truthy(values.at(`${SPEC}.${name}`)) && truthy(values.at(`${SPEC}.${name}Secret`))) {
      both(values, name);
    }
  }
}

function both(values: GuardedValues, name: string): void {
  values.refuse(
    `${SPEC}.${name}Secret`,
    `together with ${name} the chart writes the same key twice.`,
    'keep one of the two.',
  );
}

function classes(values: GuardedValues): void {
  const path = `${SPEC}.scrapeClasses`;
  const given = values.list(path).filter(isPlainObject);
  const names = given.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    values.refuse(
      path,
      `"${twice}" stands twice, and the Operator refuses that.`,
      'give each class a name of its own.',
    );
  }
  const defaults = given.filter((item) => item.default === true);
  if (defaults.length > 1) {
    const list = defaults.map(({ name }) => `"${name}"`).join(', ');
    values.refuse(path, `${list} are all the default, and the Operator refuses that.`, 'keep one default.');
  }
}
