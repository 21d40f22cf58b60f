import { isPlainObject } from '../../private/plain-object';
import { NEWEST_CHART } from '../../stack/facts/chart-versions';
import { prometheusFacts } from '../../stack/facts/prometheus';
import { SELECTED_KINDS, selectionKeys, truthy } from '../../stack/facts/selection';
import type { SourcedObject } from '../kube-object';
import { modelledObject, type ValuePath } from './modelled-source';
import type { ReleaseFacts } from './release-facts';
import { selectorFields, usable } from './selectors';
import { COPIED, DISTROLESS, DISTROLESS_SINCE, IMAGES, OWN_WAY, SERVER_ONLY, SPEC_DEFAULTS } from './spec-facts';
import { compareNumbers, fullVersion } from './version-range';

const SPEC = 'prometheus.prometheusSpec';

/**
 * The Prometheus of a release, or its PrometheusAgent; `undefined` where it has none, or where its selectors cannot be
 * known.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus/prometheus.yaml`.
 */
export function prometheusObject(facts: ReleaseFacts): SourcedObject | undefined {
  const { values, names, labels, stack } = facts;
  const { enabled, agentMode: agent, kind, name, namespace, serviceAccountName } = prometheusFacts(facts);
  if (!enabled) {
    return undefined;
  }
  const selectors = selectorFields(facts);
  const spec: { [field: string]: any } = {
    ...copiedFields(facts),
    ...imageFields(facts),
    ...combinedFields(facts),
    ...selectors,
    serviceAccountName,
  };
  const added = additionalConfig(facts, spec);
  Object.assign(spec, added);
  // The API server drops what an agent has no field for, raw fields included.
  for (const field of agent ? SERVER_ONLY : []) {
    delete spec[field];
  }
  if (selectors === undefined) {
    return undefined;
  }
  const object = {
    apiVersion: agent ? 'monitoring.coreos.com/v1alpha1' : 'monitoring.coreos.com/v1',
    kind,
    metadata: {
      name,
      namespace,
      labels: { app: `${names.app}-prometheus`, ...labels, ...values.labels('prometheus.additionalLabels') },
      annotations: values.labels('prometheus.annotations'),
    },
    spec,
  };
  return modelledObject(stack, object, valuePaths(facts, Object.keys(added)));
}

/** Names of the Secrets that the chart makes for raw configuration, by the value that fills them. */
export const SECRET_VALUES = [
  { value: 'additionalScrapeConfigs', suffix: 'scrape-confg', key: 'additional-scrape-configs.yaml' },
  { value: 'additionalAlertManagerConfigs', suffix: 'am-confg', key: 'additional-alertmanager-configs.yaml' },
  { value: 'additionalAlertRelabelConfigs', suffix: 'am-relabel-confg', key: 'additional-alert-relabel-configs.yaml' },
] as const;

function copiedFields({ values, versions }: ReleaseFacts): { [field: string]: any } {
  const fields: { [field: string]: any } = {};
  for (const [key, fact] of Object.entries(COPIED)) {
    const value = values.rendered(`${SPEC}.${key}`, fact, SPEC_DEFAULTS[key]);
    if (value !== undefined) {
      fields[key] = value;
    }
  }
  if (!isNewerThan(versions.chart, NEWEST_CHART)) {
    return fields;
  }
  // A newer chart may well know more; where it does, the field has the same name.
  const selection = SELECTED_KINDS.flatMap((kind) => Object.values(selectionKeys(kind)));
  const spec = values.value(SPEC);
  for (const key of Object.keys(isPlainObject(spec) ? spec : {})) {
    if (!Object.hasOwn(COPIED, key) && !OWN_WAY.includes(key) && !selection.includes(key)) {
      const value = values.rendered(`${SPEC}.${key}`, 'any');
      Object.assign(fields, value === undefined ? {} : { [key]: value });
    }
  }
  return fields;
}

function imageFields({ values, versions }: ReleaseFacts): { [field: string]: any } {
  const path = `${SPEC}.image`;
  const version = values.text(`${SPEC}.version`);
  if (values.given(path) && !truthy(values.value(path))) {
    // The template looks at the version only where there is an image.
    return {};
  }
  const tag = values.textOr(`${path}.tag`, defaultTag(versions));
  const sha = values.text(`${path}.sha`);
  const registry = values.text('global.imageRegistry') || values.textOr(`${path}.registry`, IMAGES.prometheus.registry);
  const repository = values.textOr(`${path}.repository`, IMAGES.prometheus.repository);
  const image = `${registry}/${repository}${tag && `:${tag}`}${sha && `@sha256:${sha}`}`;
  return { image, ...(version || tag ? { version: version || tag } : {}) };
}

function defaultTag({ chart, prometheus }: ReleaseFacts['versions']): string {
  return `v${prometheus}${isNewerThan(DISTROLESS_SINCE, chart) ? '' : DISTROLESS}`;
}

function isNewerThan(chart: string, other: string): boolean {
  const [a, b] = [fullVersion(chart), fullVersion(other)];
  return a !== undefined && b !== undefined && compareNumbers(a, b) > 0;
}

/** Fields that have more than one value behind them, or another name. */
function combinedFields(facts: ReleaseFacts): { [field: string]: any } {
  const { values, names } = facts;
  const at = (key: string) => `${SPEC}.${key}`;
  const lists = (...keys: string[]) => keys.flatMap((key) => values.rendered(at(key), 'list') ?? []);
  const fields: { [field: string]: any } = {
    remoteRead: lists('remoteRead', 'additionalRemoteRead'),
    remoteWrite: lists('remoteWrite', 'additionalRemoteWrite'),
    storage: values.rendered(at('storageSpec'), 'map'),
    alerting: alerting(facts),
  };
  for (const name of ['prometheusExternalLabelName', 'replicaExternalLabelName']) {
    fields[name] = values.flag(at(`${name}Clear`), false) ? '' : values.rendered(at(name), 'text');
  }
  if (fields.remoteRead.length === 0) {
    delete fields.remoteRead;
  }
  if (fields.remoteWrite.length === 0) {
    delete fields.remoteWrite;
  }
  for (const { value, suffix, key } of SECRET_VALUES) {
    if (truthy(values.value(at(value)))) {
      fields[value] = { name: `${names.prometheusService}-${suffix}`, key };
    }
    const secret = values.map(at(`${value}Secret`));
    // Of the three, only the one for scrape configs has a switch.
    if (value === 'additionalScrapeConfigs' ? truthy(secret.enabled) : truthy(secret)) {
      fields[value] = { name: secret.name, key: secret.key };
    }
  }
  const enforced = values.text(at('enforcedNamespaceLabel')) !== '';
  if (enforced) {
    // The chart also lists its own rules, which play no part for targets.
    fields.excludedFromEnforcement = lists('excludedFromEnforcement').filter(isPlainObject);
  }
  const thanos = values.rendered(at('thanos'), 'map');
  if (thanos !== undefined) {
    const { objectStorageConfig, ...rest } = thanos;
    const existing = isPlainObject(objectStorageConfig) ? objectStorageConfig.existingSecret : undefined;
    fields.thanos = { ...rest, ...(isPlainObject(existing) ? { objectStorageConfig: existing } : {}) };
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function alerting({ values, objectNamespace: namespace, names }: ReleaseFacts): any {
  if (values.flag(`${SPEC}.disableAlerting`, false)) {
    return undefined;
  }
  const own = values.rendered(`${SPEC}.alertingEndpoints`, 'list');
  if (own !== undefined) {
    return { alertmanagers: own };
  }
  return values.flag('alertmanager.enabled', true)
    ? {
        alertmanagers: [
          {
            namespace,
            name: names.alertmanagerService,
            port: values.value('alertmanager.alertmanagerSpec.portName', 'http-web'),
            pathPrefix: values.value('alertmanager.alertmanagerSpec.routePrefix', '/'),
            apiVersion: values.value('alertmanager.apiVersion', 'v2'),
          },
        ],
      }
    : undefined;
}

/** Raw fields, which the template appends to the others. */
function additionalConfig(facts: ReleaseFacts, spec: { [field: string]: any }): { [field: string]: any } {
  const { values, problems } = facts;
  const path = `${SPEC}.additionalConfig`;
  if (values.text(`${path}String`) !== '') {
    problems.value(
      'stack/template',
      'absent',
      `${path}String`,
      `${path}String is text for the Prometheus object, which is not read here.`,
      `put the fields below ${path}.`,
    );
  }
  const added: { [field: string]: any } = {};
  for (const [key, given] of Object.entries(values.map(path))) {
    // What is false, zero or empty text overrides all the same; an empty list or map is as good as none.
    const kept = given !== null && typeof given === 'object' ? undefined : (given ?? undefined);
    const value = truthy(given) ? values.rendered(`${path}.${key}`, COPIED[key] ?? 'any') : kept;
    const selector = /Selector$/.test(key);
    if (selector ? usable(`${path}.${key}`, given, facts) : value !== undefined) {
      added[key] = selector ? given : value;
    }
  }
  for (const key of Object.keys(added).filter((name) => Object.hasOwn(spec, name))) {
    problems.value(
      'stack/field-twice',
      'assumed',
      `${path}.${key}`,
      `${path}.${key} makes the field ${key} stand twice in the Prometheus object; the later one is assumed to count.`,
      Object.hasOwn(COPIED, key) ? `set ${SPEC}.${key} instead.` : 'remove it.',
    );
  }
  return added;
}

/** Where each field comes from; see `valuePathOf`. */
function valuePaths({ values }: ReleaseFacts, added: readonly string[]): ValuePath[] {
  const version = values.text(`${SPEC}.version`) !== '' || !values.given(`${SPEC}.image.tag`) ? 'version' : 'image.tag';
  return [
    ['metadata.name', 'fullnameOverride'],
    ['metadata.namespace', 'namespaceOverride'],
    ['metadata.labels', 'prometheus.additionalLabels'],
    ['metadata.annotations', 'prometheus.annotations'],
    ['spec', SPEC],
    ['spec.version', `${SPEC}.${version}`],
    ['spec.storage', `${SPEC}.storageSpec`],
    ['spec.alerting', `${SPEC}.alertingEndpoints`],
    ['spec.alerting.alertmanagers', `${SPEC}.alertingEndpoints`],
    ['spec.serviceAccountName', 'prometheus.serviceAccount.name'],
    ...SECRET_VALUES.map(({ value }): ValuePath => {
      const secret = truthy(values.value(`${SPEC}.${value}Secret`));
      return [`spec.${value}`, `${SPEC}.${value}${secret ? 'Secret' : ''}`];
    }),
    ...added.map((key): ValuePath => [`spec.${key}`, `${SPEC}.additionalConfig.${key}`]),
  ];
}
