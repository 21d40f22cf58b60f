import { alertmanagerFacts, thanosRulerFacts } from '../../stack/facts/alertmanager';
import { truthy } from '../../stack/facts/selection';
import type { SourcedObject } from '../kube-object';
import { modelledObject } from './modelled-source';
import type { ReleaseFacts } from './release-facts';
import { usable } from './selectors';
import type { SpecFact } from './spec-facts';

/** Values of an Alertmanager and a ThanosRuler that matter to the pods that the Operator makes of them. */
const COPIED: { readonly [key: string]: SpecFact } = {
  containers: 'list',
  initContainers: 'list',
  listenLocal: 'flag',
  paused: 'flag',
  podMetadata: 'map',
  replicas: 'number',
  routePrefix: 'text',
};

/**
 * The Alertmanager of a release; `undefined` where it has none.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/alertmanager/alertmanager.yaml`.
 */
export function alertmanagerObject(facts: ReleaseFacts): SourcedObject | undefined {
  const { values, names, labels, stack } = facts;
  const { enabled, name, namespace, service, configSelector, configNamespaceSelector, configMatcherStrategy } =
    alertmanagerFacts(facts);
  if (!enabled) {
    return undefined;
  }
  const path = 'alertmanager.alertmanagerSpec';
  const version = values.text(`${path}.version`) || values.text(`${path}.image.tag`);
  const selectorField = (field: string, value: unknown) =>
    value !== undefined && usable(`${path}.${field}`, value, facts) ? { [field]: value } : {};
  const field = (key: string, fact: SpecFact) => {
    const value = values.rendered(`${path}.${key}`, fact);
    return value === undefined ? {} : { [key]: value };
  };
  const object = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Alertmanager',
    metadata: {
      name,
      namespace,
      labels: { app: `${names.app}-alertmanager`, ...labels, ...values.labels('alertmanager.additionalLabels') },
    },
    spec: {
      ...copied(facts, path),
      portName: service.portName,
      ...(version === '' ? {} : { version }),
      ...(configMatcherStrategy === 'OnNamespace'
        ? {}
        : { alertmanagerConfigMatcherStrategy: { type: configMatcherStrategy } }),
      ...field('configSecret', 'text'),
      ...field('alertmanagerConfiguration', 'map'),
      ...selectorField('alertmanagerConfigSelector', configSelector),
      ...selectorField('alertmanagerConfigNamespaceSelector', configNamespaceSelector),
    },
  };
  return modelledObject(stack, object, [
    ['metadata.name', 'fullnameOverride'],
    ['metadata.namespace', 'alertmanager.namespaceOverride'],
    ['metadata.labels', 'alertmanager.additionalLabels'],
    ['spec', path],
  ]);
}

/**
 * The ThanosRuler of a release; `undefined` where it has none, which is the default.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/thanos-ruler/ruler.yaml`.
 */
export function thanosRulerObject(facts: ReleaseFacts): SourcedObject | undefined {
  const { values, names, labels, stack } = facts;
  const { enabled, name, namespace, service, ruleSelector, ruleNamespaceSelector } = thanosRulerFacts(facts);
  if (!enabled) {
    return undefined;
  }
  const path = 'thanosRuler.thanosRulerSpec';
  const object = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ThanosRuler',
    metadata: { name, namespace, labels: { app: `${names.app}-thanos-ruler`, ...labels } },
    spec: {
      ...copied(facts, path),
      portName: service.portName,
      ...(truthy(values.text(`${path}.version`)) ? { version: values.text(`${path}.version`) } : {}),
      ruleSelector,
      ruleNamespaceSelector,
    },
  };
  return modelledObject(stack, object, [
    ['metadata.name', 'fullnameOverride'],
    ['metadata.namespace', 'namespaceOverride'],
    ['spec', path],
  ]);
}

function copied({ values }: ReleaseFacts, path: string): { [field: string]: any } {
  return Object.fromEntries(
    Object.entries(COPIED)
      .map(([key, fact]) => [key, values.rendered(`${path}.${key}`, fact)])
      .filter(([, value]) => value !== undefined),
  );
}
