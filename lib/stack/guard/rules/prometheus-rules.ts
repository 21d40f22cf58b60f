import { isPlainObject } from '../../../private/plain-object';
import { durationMilliseconds } from '../../../simulator/duration-text';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const SPEC = 'prometheus.prometheusSpec';

/** Values that a PrometheusAgent has no field for. */
const SERVER_ONLY = [
  'additionalAlertManagerConfigs',
  'additionalAlertRelabelConfigs',
  'alertingEndpoints',
  'disableCompaction',
  'enableAdminAPI',
  'evaluationInterval',
  'exemplars',
  'query',
  'queryLogFile',
  'remoteRead',
  'retention',
  'retentionSize',
  'ruleSelector',
  'thanos',
  'tsdb',
];

/** Values that count pods, with the least that makes sense. */
const COUNTS: ReadonlyArray<readonly [path: string, least: number]> = [
  [`${SPEC}.replicas`, 0],
  [`${SPEC}.shards`, 1],
  ['alertmanager.alertmanagerSpec.replicas', 0],
];

/**
 * What is wrong with the Prometheus of a release.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`, `networkpolicy.yaml`; limits of
 * the CustomResourceDefinition of Prometheus, prometheus-operator v0.93.
 */
export function prometheusRules(values: GuardedValues): void {
  for (const [path, least] of COUNTS) {
    const value = values.at(path);
    if (value !== undefined && (!Number.isInteger(value) || value < least)) {
      const shown = typeof value === 'number' || value === '' ? JSON.stringify(value) : 'this';
      values.wrong(path, `${shown} is not a number of pods.`, `give a whole number, ${least} or more.`);
    }
  }
  if (!values.flag('prometheus.enabled', true)) {
    return;
  }
  intervals(values);
  size(values);
  raw(values);
  thanos(values);
  networkPolicy(values);
  if (values.flag('prometheus.agentMode', false)) {
    agent(values);
  }
}

function intervals(values: GuardedValues): void {
  const paths = ['scrapeInterval', 'scrapeTimeout', 'evaluationInterval'].map((key) => `${SPEC}.${key}`);
  const [interval, timeout] = paths.map((path) => {
    const value = values.at(path) ?? '';
    if (value === '' || String(value).includes('{{')) {
      return undefined;
    }
    const duration = durationMilliseconds(String(value));
    if (duration === undefined || duration <= 0) {
      const shown = typeof value === 'object' ? 'this' : JSON.stringify(value);
      values.wrong(
        path,
        `${shown} is not a Prometheus duration above zero, so the API server refuses the Prometheus object.`,
        'give a duration with a unit, for example 30s.',
      );
      return undefined;
    }
    return duration;
  });
  if (timeout !== undefined && timeout > (interval ?? 30_000)) {
    const text = interval !== undefined ? values.at(paths[0]) : '30s (the default)';
    values.refuse(
      paths[1],
      `${values.at(paths[1])} is above the scrape interval, ${text}, and Prometheus refuses such a configuration.`,
      `give at most ${interval !== undefined ? text : '30s'}, or raise scrapeInterval.`,
    );
  }
}

function size(values: GuardedValues): void {
  const path = `${SPEC}.retentionSize`;
  const value = values.at(path);
  if (!truthy(value) || typeof value === 'object' || String(value).includes('{{')) {
    return;
  }
  if (!/^(0|\d*\.?\d+([KMGTE]i?)?B)$/.test(String(value))) {
    const mended = /^\d+(\.\d+)?[KMGTE]i?$/.test(String(value)) ? `${value}B` : '40GiB, for example';
    values.wrong(path, `"${value}" is not a size, so the API server refuses the Prometheus object.`, `${mended}.`);
  }
}

function raw(values: GuardedValues): void {
  const scrape = `${SPEC}.additionalScrapeConfigs`;
  if (truthy(values.at(scrape)) && values.flag(`${scrape}Secret.enabled`, false)) {
    values.refuse(
      `${scrape}Secret`,
      'together with additionalScrapeConfigs the chart writes the same key twice.',
      'keep one of the two.',
    );
  }
  const secret = values.map(`${scrape}Secret`);
  if (truthy(secret) && secret.enabled === undefined) {
    values.dropped(`${scrape}Secret`, 'has no effect until it is switched on.', `add ${scrape}Secret.enabled: true.`);
  }
  for (const name of ['additionalAlertManagerConfigs', 'additionalAlertRelabelConfigs']) {
    if (truthy(values.at(`${SPEC}.${name}`)) && truthy(values.at(`${SPEC}.${name}Secret`))) {
      values.refuse(
        `${SPEC}.${name}Secret`,
        `together with ${name} the chart writes the same key twice.`,
        'keep one of the two.',
      );
    }
  }
}

function thanos(values: GuardedValues): void {
  const path = `${SPEC}.thanos.objectStorageConfig`;
  const config = values.at(path);
  if (!truthy(config) || !isPlainObject(config) || truthy(config.existingSecret) || truthy(config.secret)) {
    return;
  }
  const { name, key } = config;
  const example = `existingSecret: { name: ${text(name, 'thanos')}, key: ${text(key, 'objstore.yml')} }`;
  values.dropped(path, 'is dropped: the chart reads existingSecret or secret only.', `${path}: { ${example} }`);
}

function networkPolicy(values: GuardedValues): void {
  const path = 'prometheus.networkPolicy';
  if (!values.flag(`${path}.enabled`, false)) {
    return;
  }
  if (values.text(`${path}.flavor`) === 'cilium') {
    if (!truthy(values.at(`${path}.cilium`))) {
      values.dropped(`${path}.enabled`, 'makes no policy of flavor cilium without rules.', `give ${path}.cilium.`);
    }
  } else if (!truthy(values.at(`${path}.ingress`)) && !truthy(values.at(`${path}.egress`))) {
    values.refuse(
      `${path}.enabled`,
      'without rules the policy denies all traffic in both directions: Prometheus scrapes nothing and cannot be reached.',
      `give ${path}.ingress and ${path}.egress.`,
    );
  }
}

function agent(values: GuardedValues): void {
  for (const key of SERVER_ONLY.filter((name) => truthy(values.at(`${SPEC}.${name}`)))) {
    values.warn(
      `${SPEC}.${key}`,
      'has no effect with prometheus.agentMode: a PrometheusAgent has no such field.',
      'leave it out.',
    );
  }
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' && /^[-\w.]+$/.test(value) ? value : otherwise;
}
