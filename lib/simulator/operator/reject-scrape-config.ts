import { SCRAPE_CONFIG_SINCE } from '../versions/prometheus-gates';
import { atLeast, formatVersion } from '../versions/version';
import { checkClient, WHOLE_CLIENT } from './check-client';
import { checkKubernetesDiscovery } from './check-kubernetes-discovery';
import { checkRelabelings } from './check-relabelings';
import { checkStaticLabels } from './check-static-labels';
import { checkTiming } from './check-timing';
import { DISCOVERIES, type DiscoveryRules } from './discovery-rules';
import type { RelabelSupport } from './object-lookup';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import type { AcceptanceRules } from './reject-monitor';
import { present } from './secret-or-config-map';

/**
 * Reasons for which the Operator skips a ScrapeConfig.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `checkScrapeConfig`.
 */
export function rejectScrapeConfig(
  spec: any,
  rules: AcceptanceRules,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  const { prometheusVersion } = rules;
  // Each way of discovery asks for a version, also where none of its kind is used: the highest is that of OVHcloud.
  if (!atLeast(prometheusVersion, SCRAPE_CONFIG_SINCE)) {
    const field = 'spec';
    problems.add('scrape-config-version', field, {
      message: `The Operator takes a ScrapeConfig, whatever it says, for Prometheus ${SCRAPE_CONFIG_SINCE} and later only, and ${rules.prometheus} runs ${formatVersion(prometheusVersion)}.`,
      fix: `run Prometheus ${SCRAPE_CONFIG_SINCE} or later, or use additionalScrapeConfigs of the Prometheus.`,
      values: { since: SCRAPE_CONFIG_SINCE, version: formatVersion(prometheusVersion) },
    });
  }
  checkClient(spec, 'spec', WHOLE_CLIENT, problems);
  const timing = { interval: 'scrapeInterval', timeout: 'scrapeTimeout' };
  checkTiming(spec, 'spec', { interval: rules.scrapeInterval, from: rules.prometheus }, problems, timing);
  for (const list of ['relabelings', 'metricRelabelings']) {
    checkRelabelings(spec[list], `spec.${list}`, prometheusVersion, relabel, problems);
  }
  for (const [config, field] of items(spec, 'staticConfigs')) {
    checkStaticLabels(config.labels, joinPath(field, 'labels'), prometheusVersion, problems);
  }
  for (const [config, field] of items(spec, 'kubernetesSDConfigs')) {
    checkKubernetesDiscovery(config, field, problems);
  }
  for (const [list, discovery] of Object.entries(DISCOVERIES)) {
    for (const [config, field] of items(spec, list)) {
      checkDiscovery(config, field, discovery, rules, problems);
    }
  }
}

function checkDiscovery(
  config: any,
  field: string,
  discovery: DiscoveryRules,
  rules: AcceptanceRules,
  problems: ProblemList,
): void {
  for (const { path, value, since } of discovery.versions ?? []) {
    const given = config[path];
    if ((value === undefined ? present(given) : given === value) && !atLeast(rules.prometheusVersion, since)) {
      problems.add('discovery-version', joinPath(field, path), {
        message: `needs Prometheus ${since}, and ${rules.prometheus} runs ${formatVersion(rules.prometheusVersion)}.`,
        fix: `remove it, or run Prometheus ${since} or later.`,
        values: { since, value: given },
      });
    }
  }
  if (discovery.complete?.(config) === true) {
    return;
  }
  for (const path of discovery.required?.(config) ?? []) {
    problems.add('discovery-field', joinPath(field, path), {
      message: 'is not set, and this way of discovery needs it.',
      fix: `set ${path}.`,
    });
  }
  for (const path of discovery.secrets ?? []) {
    if (present(config[path])) {
      problems.resolve('Secret', config[path], joinPath(field, path));
    }
  }
  const why = discovery.address && discovery.whyNot?.(String(config[discovery.address] ?? ''));
  if (discovery.address !== undefined && why !== undefined) {
    problems.add('discovery-address', joinPath(field, discovery.address), {
      message: `"${config[discovery.address] ?? ''}" is no address that can be asked: ${why}.`,
      fix: `${discovery.address}: http://discovery.example:8080, for example.`,
      values: { [discovery.address]: config[discovery.address] },
    });
  }
  checkClient(config, field, discovery.client, problems);
}

function items(spec: any, list: string): [config: any, field: string][] {
  return (Array.isArray(spec[list]) ? spec[list] : []).map((config: any, i: number) => [
    config ?? {},
    joinPath(`spec.${list}`, i),
  ]);
}
