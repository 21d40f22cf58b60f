import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const SPEC = 'prometheus.prometheusSpec';

/** Values that a PrometheusAgent has no field for, or that say nothing to it. */
const SERVER_ONLY = [
  'additionalAlertManagerConfigs',
  'additionalAlertManagerConfigsSecret',
  'additionalAlertRelabelConfigs',
  'additionalAlertRelabelConfigsSecret',
  'additionalRemoteRead',
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
  'shardRetentionPolicy',
  'thanos',
];

/** The first major of the chart that gives `tsdb` to agents: helm-charts#5193. */
const TSDB_SINCE = 68;

/**
 * What is wrong with a Prometheus in agent mode.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`; CustomResourceDefinition of
 * PrometheusAgent, prometheus-operator v0.93.
 */
export function agentRules(values: GuardedValues): void {
  if (!values.flag('prometheus.enabled', true) || !values.flag('prometheus.agentMode', false)) {
    return;
  }
  for (const key of SERVER_ONLY.filter((name) => truthy(values.at(`${SPEC}.${name}`)))) {
    values.dropped(
      `${SPEC}.${key}`,
      'has no effect with prometheus.agentMode: a PrometheusAgent only scrapes and forwards.',
      'leave it out, or run a Prometheus.',
    );
  }
  tsdb(values);
  destination(values);
}

function tsdb(values: GuardedValues): void {
  if (values.chartMajor < TSDB_SINCE && truthy(values.at(`${SPEC}.tsdb`))) {
    values.dropped(
      `${SPEC}.tsdb`,
      `does not reach an agent before chart ${TSDB_SINCE}.`,
      `put it below ${SPEC}.additionalConfig.`,
    );
  }
}

/** An agent has no queries, no rules and no blocks: Prometheus 2.32 and later, `cmd/prometheus/main.go`, `--agent`. */
function destination(values: GuardedValues): void {
  const spec = values.map(SPEC);
  const raw = values.map(`${SPEC}.additionalConfig`);
  const writes = [spec.remoteWrite, spec.additionalRemoteWrite, raw.remoteWrite, spec.additionalConfigString];
  if (!writes.some(truthy)) {
    values.warn(
      'prometheus.agentMode',
      'is on without a remoteWrite: an agent keeps nothing and answers no queries, so all that it scrapes is lost.',
      `give ${SPEC}.remoteWrite, or run a Prometheus.`,
    );
  }
}
