import { renderedNamespaceSelector, renderedSelector, truthy } from '../../stack/facts/selection';
import type { SourcedObject } from '../kube-object';
import { modelledObject } from './modelled-source';
import { namespaceAt, type ReleaseFacts } from './release-facts';
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
  const { values, names, labels, stack, problems } = facts;
  if (!values.flag('alertmanager.enabled', true)) {
    return undefined;
  }
  const path = 'alertmanager.alertmanagerSpec';
  const version = values.text(`${path}.version`) || values.text(`${path}.image.tag`);
  const namespaces = `${path}.alertmanagerConfigNamespaceSelector`;
  const object = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Alertmanager',
    metadata: {
      name: names.alertmanager,
      namespace: namespaceAt('alertmanager.namespaceOverride', facts.namespace, values, problems),
      labels: { app: `${names.app}-alertmanager`, ...labels, ...values.labels('alertmanager.additionalLabels') },
    },
    spec: {
      ...copied(facts, path),
      portName: values.textOr(`${path}.portName`, 'http-web'),
      ...(version === '' ? {} : { version }),
      alertmanagerConfigSelector: values.rendered(`${path}.alertmanagerConfigSelector`, 'map') ?? {},
      ...(values.given(namespaces) && values.value(namespaces) === undefined
        ? {}
        : { alertmanagerConfigNamespaceSelector: values.rendered(namespaces, 'map') ?? {} }),
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
  const { values, names, namespace, labels, stack } = facts;
  if (!values.flag('thanosRuler.enabled', false)) {
    return undefined;
  }
  const path = 'thanosRuler.thanosRulerSpec';
  const selector = values.value(`${path}.ruleSelector`, {});
  const namespaces = values.value(`${path}.ruleNamespaceSelector`, {});
  const nilUsesHelmValues = values.flag(`${path}.ruleSelectorNilUsesHelmValues`, true);
  const object = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ThanosRuler',
    metadata: { name: names.thanosRuler, namespace, labels: { app: `${names.app}-thanos-ruler`, ...labels } },
    spec: {
      ...copied(facts, path),
      portName: values.textOr(`${path}.portName`, 'web'),
      ...(truthy(values.text(`${path}.version`)) ? { version: values.text(`${path}.version`) } : {}),
      ruleSelector: renderedSelector('rule', selector, nilUsesHelmValues, stack.release),
      ruleNamespaceSelector: renderedNamespaceSelector('rule', namespaces),
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
