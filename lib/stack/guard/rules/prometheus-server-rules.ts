import { isPlainObject } from '../../../private/plain-object';
import { parsePrometheusDuration } from '../../../private/prometheus-duration';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

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
export function prometheusServerRules(values: GuardedValues): void {
  retention(values);
  onlyOne(values, 'additionalAlertManagerConfigs');
  onlyOne(values, 'additionalAlertRelabelConfigs');
  scrapeClasses(values);
  agent(values);
  replicaLabel(values);
  exemplars(values);
  objectStorage(values);
}

/** Source: prometheus-operator v0.93 `pkg/prometheus/server/statefulset.go`: 24h when neither is given. */
function retention(values: GuardedValues): void {
  const path = `${SPEC}.retention`;
  const value = values.at(path);
  if (value === '' && !truthy(values.at(`${SPEC}.retentionSize`))) {
    values.refuse(
      path,
      'is emptied and no retentionSize is given, so the Operator falls back to 24 hours.',
      'set prometheus.retentionSize, or leave the retention as it is.',
    );
  } else if (value !== undefined && value !== '' && parsePrometheusDuration(String(value)) === undefined) {
    values.refuse(path, `${JSON.stringify(value)} is not a Prometheus duration.`, 'give a unit, for example "15d".');
  }
}

function onlyOne(values: GuardedValues, name: string): void {
  if (truthy(values.at(`${SPEC}.${name}`)) && truthy(values.at(`${SPEC}.${name}Secret`))) {
    values.refuse(
      `${SPEC}.${name}Secret`,
      `together with ${name}: the Prometheus object has one field for both.`,
      'keep one of the two.',
    );
  }
}

/** Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go` and `promcfg.go`, scrape classes. */
function scrapeClasses(values: GuardedValues): void {
  const path = `${SPEC}.scrapeClasses`;
  const classes = values.list(path).filter(isPlainObject);
  const names = classes.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const defaults = classes.filter((item) => item.default === true);
  if (twice !== undefined) {
    values.refuse(
      path,
      `"${twice}" stands twice, and the Operator refuses that.`,
      'give each class a name of its own.',
    );
  }
  if (defaults.length > 1) {
    const list = defaults.map(({ name }) => `"${name}"`).join(', ');
    values.refuse(path, `${list} are all the default, and the Operator refuses that.`, 'keep one default.');
  }
}

function agent(values: GuardedValues): void {
  if (!values.flag('prometheus.agentMode', false)) {
    return;
  }
  for (const name of NOT_OF_AGENTS.filter((candidate) => truthy(values.at(`${SPEC}.${candidate}`)))) {
    values.refuse(
      `${SPEC}.${name}`,
      'has no effect with prometheus.agentMode: a PrometheusAgent only scrapes and forwards.',
      'leave it out, or run a Prometheus.',
    );
  }
}

function replicaLabel(values: GuardedValues): void {
  const replicas = values.at(`${SPEC}.replicas`);
  const sends = ['remoteWrite', 'additionalRemoteWrite', 'thanos'].some((name) => truthy(values.at(`${SPEC}.${name}`)));
  if (values.flag(`${SPEC}.replicaExternalLabelNameClear`, false) && replicas > 1 && sends) {
    values.refuse(
      `${SPEC}.replicaExternalLabelNameClear`,
      `without the label of the replica, the ${replicas} replicas send the same series, which cannot be told apart.`,
      'leave it out.',
    );
  }
}

function exemplars(values: GuardedValues): void {
  if (
    truthy(values.at(`${SPEC}.exemplars`)) &&
    !values.flag('prometheus.agentMode', false) &&
    !values.list(`${SPEC}.enableFeatures`).includes('exemplar-storage')
  ) {
    values.refuse(
      `${SPEC}.exemplars`,
      'has no effect without the feature that stores exemplars.',
      "add 'exemplar-storage' to prometheus.enableFeatures.",
    );
  }
}

/** The flat form of charts before 52, which the chart drops without a word. */
function objectStorage(values: GuardedValues): void {
  const path = `${SPEC}.thanos.objectStorageConfig`;
  const config = values.map(path);
  const given = Object.keys(config).length > 0;
  if (given && !truthy(config.existingSecret) && !truthy(config.secret)) {
    values.refuse(
      path,
      'the chart reads nothing but existingSecret and secret here, so the sidecar would upload nothing.',
      "objectStorageConfig: { existingSecret: { name: 'thanos-objstore', key: 'objstore.yml' } }",
    );
  }
}
