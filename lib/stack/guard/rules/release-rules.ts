import { isDnsLabel, isPortNumber, whyNoLabelKey, whyNoLabelValue } from '../../../private/kubernetes-names';
import { isPlainObject } from '../../../private/plain-object';
import { FULLNAME_LENGTH } from '../../facts/names';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';
import { typeText } from '../value-types';

/** Maps of labels that end up on Kubernetes objects. */
const LABELS = ['commonLabels', 'prometheus.prometheusSpec.podMetadata.labels'];

/** Values that become the namespace of something. */
const NAMESPACES = ['namespaceOverride', 'alertmanager.namespaceOverride', 'grafana.namespaceOverride'];

/** Values that are ports of Services. */
const PORTS = ['prometheus.service.port', 'alertmanager.service.port', 'grafana.service.port'];

/** Values that become part of the names of objects. */
const OVERRIDES = ['fullnameOverride', 'nameOverride'];

/** Longest StatefulSet name whose pods can start: its hash label takes 11 of 63 characters (kubernetes#64023). */
const STATEFUL_SET_LENGTH = 52;

/** Names, namespaces, ports and labels of a release. Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/_helpers.tpl`. */
export function releaseRules(values: GuardedValues): void {
  for (const path of NAMESPACES) {
    const value = values.at(path) ?? '';
    if (value !== '' && !isDnsLabel(value) && !String(value).includes('{{')) {
      const shown = typeof value === 'object' ? 'this' : JSON.stringify(value);
      values.wrong(path, `${shown} is not a valid namespace name.`, 'use lower-case letters, digits and hyphens.');
    }
  }
  for (const path of PORTS) {
    const value = values.at(path);
    const digits = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    if (value !== undefined && !isPortNumber(digits)) {
      const shown = typeof value === 'object' ? typeText(value) : JSON.stringify(value);
      values.wrong(path, `${shown} is no port number.`, 'give a whole number from 1 to 65535.');
    }
  }
  labels(values);
  names(values);
}

function labels(values: GuardedValues): void {
  for (const path of LABELS) {
    const given = values.at(path);
    if (truthy(given) && !isPlainObject(given)) {
      values.wrong(path, `${typeText(given)} stands where the chart needs a map.`, 'give a map, or leave it out.');
    }
    for (const [key, value] of Object.entries(values.map(path))) {
      const why = whyNoLabel(key, value);
      if (why) {
        values.wrong([...path.split('.'), key], `${why}, so the API server refuses the object.`, 'rewrite it.');
      }
    }
  }
  if (values.given('commonLabels.release')) {
    values.refuse(
      'commonLabels.release',
      'the chart writes this label itself, so the key would stand twice and the YAML is refused.',
      'remove it.',
    );
  }
}

/** A value with a Helm template in it is not known before the install. */
function whyNoLabel(key: string, value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return `${isPlainObject(value) || Array.isArray(value) ? typeText(value) : JSON.stringify(value)} is not a string`;
  }
  const whyNoKey = whyNoLabelKey(key);
  const whyNoValue = value.includes('{{') ? undefined : whyNoLabelValue(value);
  return whyNoKey ? `the key ${whyNoKey}` : whyNoValue && `"${value}" ${whyNoValue}`;
}

function names(values: GuardedValues): void {
  for (const path of OVERRIDES.filter((one) => values.text(one) !== '')) {
    overridden(values, path);
  }
  const shards = values.at('prometheus.prometheusSpec.shards');
  if (!Number.isInteger(shards) || shards <= 1 || !values.flag('prometheus.enabled', true)) {
    return;
  }
  const { prometheus, fullname } = values.names;
  const agent = values.flag('prometheus.agentMode', false);
  const statefulSet = `${agent ? 'prom-agent' : 'prometheus'}-${prometheus}-shard-${shards - 1}`;
  const excess = statefulSet.length - STATEFUL_SET_LENGTH;
  if (excess > 0) {
    values.refuse(
      'prometheus.prometheusSpec.shards',
      `${shards} shards need the StatefulSet "${statefulSet}" of ${statefulSet.length} characters; above ${STATEFUL_SET_LENGTH} its pods cannot start.`,
      `set fullnameOverride to at most ${fullname.length - excess} characters, or cleanPrometheusOperatorObjectNames: true.`,
    );
  }
}

/** With both of them, `nameOverride` does not get into names. */
function overridden(values: GuardedValues, path: string): void {
  const text = values.text(path);
  if (text.includes('{{') || (path === 'nameOverride' && values.text('fullnameOverride') !== '')) {
    return;
  }
  const { app, ...names } = values.names;
  const wrong = [...new Set(Object.values(names))].filter((name) => !isDnsLabel(name));
  if (wrong.length > 0) {
    values.refuse(
      path,
      `"${text}" makes the chart name objects ${wrong.map((name) => `"${name}"`).join(', ')}, which Kubernetes refuses.`,
      `use lower-case letters, digits and hyphens, with a letter or digit at both ends, also after ${FULLNAME_LENGTH} characters.`,
    );
  } else if (path === 'fullnameOverride' && text.length > FULLNAME_LENGTH) {
    values.warn(
      path,
      `"${text}" has ${text.length} characters, and the chart cuts it to "${names.fullname}".`,
      `give at most ${FULLNAME_LENGTH} characters.`,
    );
  }
}
