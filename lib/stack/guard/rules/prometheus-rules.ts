import { durationMilliseconds } from '../../../simulator/duration-text';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const SPEC = 'prometheus.prometheusSpec';

/** Values that count pods, with the least that makes sense. */
const COUNTS: ReadonlyArray<readonly [path: string, least: number]> = [
  [`${SPEC}.replicas`, 0],
  [`${SPEC}.shards`, 1],
  ['alertmanager.alertmanagerSpec.replicas', 0],
];

/**
 * What is wrong with the Prometheus of a release, its storage and its replicas.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`; limits of the
 * CustomResourceDefinition of Prometheus, prometheus-operator v0.93.
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
  if (!values.flag('prometheus.agentMode', false)) {
    retention(values);
    exemplars(values);
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

/** Source: prometheus-operator v0.93 `pkg/prometheus/server/statefulset.go`: 24h when neither is given. */
function retention(values: GuardedValues): void {
  const path = `${SPEC}.retention`;
  if (values.given(path) && !truthy(values.at(path)) && !truthy(values.at(`${SPEC}.retentionSize`))) {
    values.warn(
      path,
      'is emptied and no retentionSize is given, so the Operator falls back to 24 hours.',
      `give ${SPEC}.retentionSize, or leave the retention as it is.`,
    );
  }
}

function exemplars(values: GuardedValues): void {
  if (
    truthy(values.at(`${SPEC}.exemplars`)) &&
    !values.list(`${SPEC}.enableFeatures`).some((feature) => String(feature).includes('exemplar-storage'))
  ) {
    values.dropped(
      `${SPEC}.exemplars`,
      'has no effect without the feature that stores exemplars.',
      `add exemplar-storage to ${SPEC}.enableFeatures.`,
    );
  }
}
