import { fieldPath, prometheusFacts } from '../../facts/prometheus';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';
import { SECRET_FORMS_SINCE } from './thanos-rules';

const SPEC = 'prometheus.prometheusSpec';

/** What switches off the labels that the Operator adds. */
const CLEAR = {
  prometheus: `${SPEC}.prometheusExternalLabelNameClear`,
  replica: `${SPEC}.replicaExternalLabelNameClear`,
};

/**
 * Labels by which blocks and samples of one Prometheus are told from those of another.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `buildExternalLabels`; Thanos 0.42
 * `cmd/thanos/sidecar.go`, `runSidecar`, and `docs/storage.md`, "External Labels".
 */
export function externalLabelRules(values: GuardedValues): void {
  if (!values.flag('prometheus.enabled', true)) {
    return;
  }
  replicaLabel(values);
  if (!values.flag('prometheus.agentMode', false)) {
    sidecarLabels(values);
  }
}

/** Blocks with the same labels stop the compactor of Thanos; some stores of samples want just that (VictoriaMetrics). */
function replicaLabel(values: GuardedValues): void {
  const path = CLEAR.replica;
  const { shards } = prometheusFacts(values.release);
  const replicas = values.release.values.number(fieldPath(values.release, 'replicas'), 1);
  if (!values.flag(path, false)) {
    return;
  }
  if (uploads(values) && replicas * shards > 1) {
    values.refuse(
      path,
      `without the label of the replica, the blocks of ${replicas * shards} pods cannot be told apart: the compactor of Thanos stops at such blocks.`,
      'leave it out.',
    );
  } else if (
    replicas > 1 &&
    ['remoteWrite', 'additionalRemoteWrite'].some((name) => truthy(values.at(`${SPEC}.${name}`)))
  ) {
    values.warn(
      path,
      `without the label of the replica, the ${replicas} replicas send the same series, which cannot be told apart.`,
      'leave it out, unless the receiver wants it so.',
    );
  }
}

/** Without labels of one's own there are two: namespace and name of the Prometheus, and name of the pod. */
function sidecarLabels(values: GuardedValues): void {
  const own = truthy(values.at(fieldPath(values.release, 'externalLabels')));
  if (own || truthy(values.at(`${SPEC}.additionalConfigString`)) || !truthy(values.at(`${SPEC}.thanos`))) {
    return;
  }
  const fix = `give ${SPEC}.externalLabels a label for the cluster.`;
  if (Object.values(CLEAR).every((path) => values.flag(path, false))) {
    values.refuse(
      CLEAR.prometheus,
      `together with replicaExternalLabelNameClear and no externalLabels it leaves no external label at all, and the sidecar of Thanos does not start without one.`,
      fix,
    );
  } else if (uploads(values)) {
    values.warn(
      `${SPEC}.thanos.objectStorageConfig`,
      'uploads blocks without externalLabels: the same release in another cluster would label its blocks the same, and the compactor of Thanos stops at such blocks.',
      fix,
    );
  }
}

/** What is of another form the chart drops, which `thanos-rules.ts` tells. */
function uploads(values: GuardedValues): boolean {
  const config = values.map(`${SPEC}.thanos.objectStorageConfig`);
  return values.chartMajor < SECRET_FORMS_SINCE
    ? truthy(config)
    : truthy(config.existingSecret) || truthy(config.secret);
}
