import { isPlainObject } from '../../private/plain-object';
import { parsePrometheusDuration } from '../../private/prometheus-duration';
import type { ValuesCheck } from '../check-values';
import { truthy } from '../facts/selection';

const SPEC = 'prometheus.prometheusSpec';

/** Values that say something only of a Prometheus: a PrometheusAgent has no such fields. */
const NOT_OF_AGENTS = [
  'additionalAlertManagerConfigs',
  'additionalAlertManagerConfigsSecret',
  'additionalAlertRelabelConfigs',
  'additionalAlertRelabelConfigsSecret',
  'additionalRemoteRead',
  'alertingEndpoints',
  'enableAdminAPI',
  'exemplars',
  'query',
  'remoteRead',
  'retention',
  'retentionSize',
  'shardRetentionPolicy',
  'thanos',
];

/** What cannot work in one Prometheus. */
export function checkPrometheus(check: ValuesCheck): void {
  retention(check);
  onlyOne(check, 'additionalAlertManagerConfigs');
  onlyOne(check, 'additionalAlertRelabelConfigs');
  scrapeClasses(check);
  agent(check);
  replicaLabel(check);
  exemplars(check);
  objectStorage(check);
}

/** Source: prometheus-operator v0.93 `pkg/prometheus/server/statefulset.go`: 24h when neither is given. */
function retention(check: ValuesCheck): void {
  const path = `${SPEC}.retention`;
  const value = check.value(path);
  if (value === '' && !truthy(check.value(`${SPEC}.retentionSize`))) {
    check.add(
      path,
      'is emptied and no retentionSize is given, so the Operator falls back to 24 hours.',
      'set prometheus.retentionSize, or leave the retention as it is.',
    );
  } else if (value !== undefined && value !== '' && parsePrometheusDuration(String(value)) === undefined) {
    check.add(path, `${JSON.stringify(value)} is not a Prometheus duration.`, 'give a unit, for example "15d".');
  }
}

function onlyOne(check: ValuesCheck, name: string): void {
  if (truthy(check.value(`${SPEC}.${name}`)) && truthy(check.value(`${SPEC}.${name}Secret`))) {
    check.add(
      `${SPEC}.${name}Secret`,
      `together with ${name}: the Prometheus object has one field for both.`,
      'keep one of the two.',
    );
  }
}

/** Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go` and `promcfg.go`, scrape classes. */
function scrapeClasses(check: ValuesCheck): void {
  const path = `${SPEC}.scrapeClasses`;
  const classes = check.list(path).filter(isPlainObject);
  const names = classes.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const defaults = classes.filter((item) => item.default === true);
  if (twice !== undefined) {
    check.add(path, `"${twice}" stands twice, and the Operator refuses that.`, 'give each class a name of its own.');
  }
  if (defaults.length > 1) {
    const list = defaults.map(({ name }) => `"${name}"`).join(', ');
    check.add(path, `${list} are all the default, and the Operator refuses that.`, 'keep one default.');
  }
}

function agent(check: ValuesCheck): void {
  if (!check.flag('prometheus.agentMode', false)) {
    return;
  }
  for (const name of NOT_OF_AGENTS.filter((candidate) => truthy(check.value(`${SPEC}.${candidate}`)))) {
    check.add(
      `${SPEC}.${name}`,
      'has no effect with prometheus.agentMode: a PrometheusAgent only scrapes and forwards.',
      'leave it out, or run a Prometheus.',
    );
  }
}

function replicaLabel(check: ValuesCheck): void {
  const replicas = check.value(`${SPEC}.replicas`);
  const sends = ['remoteWrite', 'additionalRemoteWrite', 'thanos'].some((name) =>
    truthy(check.value(`${SPEC}.${name}`)),
  );
  if (check.flag(`${SPEC}.replicaExternalLabelNameClear`, false) && replicas > 1 && sends) {
    check.add(
      `${SPEC}.replicaExternalLabelNameClear`,
      `without the label of the replica, the ${replicas} replicas send the same series, which cannot be told apart.`,
      'leave it out.',
    );
  }
}

function exemplars(check: ValuesCheck): void {
  if (
    truthy(check.value(`${SPEC}.exemplars`)) &&
    !check.flag('prometheus.agentMode', false) &&
    !check.list(`${SPEC}.enableFeatures`).includes('exemplar-storage')
  ) {
    check.add(
      `${SPEC}.exemplars`,
      'has no effect without the feature that stores exemplars.',
      "add 'exemplar-storage' to prometheus.enableFeatures.",
    );
  }
}

/** The flat form of charts before 52, which the chart drops without a word. */
function objectStorage(check: ValuesCheck): void {
  const path = `${SPEC}.thanos.objectStorageConfig`;
  const config = check.map(path);
  const given = Object.keys(config).length > 0;
  if (given && !truthy(config.existingSecret) && !truthy(config.secret)) {
    check.add(
      path,
      'the chart reads nothing but existingSecret and secret here, so the sidecar would upload nothing.',
      "objectStorageConfig: { existingSecret: { name: 'thanos-objstore', key: 'objstore.yml' } }",
    );
  }
}
