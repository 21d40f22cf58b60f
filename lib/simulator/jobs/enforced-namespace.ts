import type { SourcedObject } from '../kube-object';
import type { InstanceSettings } from '../operator/instance';
import { namespaceOf } from '../operator/problem';
import type { RelabelRule } from '../relabel/relabel-rule';
import { rule } from './rules';

const GROUP = 'monitoring.coreos.com';
const RESOURCES: { readonly [kind: string]: string } = {
  ServiceMonitor: 'servicemonitors',
  PodMonitor: 'podmonitors',
  Probe: 'probes',
  ScrapeConfig: 'scrapeconfigs',
};

/** The rule that sets the namespace label whatever the monitor says; none where it is not enforced. */
export function enforcedNamespaceRules(monitor: SourcedObject, settings: InstanceSettings): RelabelRule[] {
  const label = settings.enforcedNamespaceLabel;
  return label === '' || isExcluded(monitor, settings.excludedFromEnforcement)
    ? []
    : [
        rule('enforced', 'spec.enforcedNamespaceLabel', {
          targetLabel: label,
          replacement: namespaceOf(monitor.object),
        }),
      ];
}

/** Source: prometheus-operator v0.93 `pkg/namespacelabeler/labeler.go`, `IsExcluded`; `types.go`, `ObjectReference`. */
function isExcluded({ object }: SourcedObject, references: readonly any[]): boolean {
  return references.some(
    (reference) =>
      (reference?.namespace ?? '') !== '' &&
      reference.namespace === namespaceOf(object) &&
      (reference.group || GROUP) === GROUP &&
      reference.resource === RESOURCES[object.kind] &&
      ((reference.name ?? '') === '' || reference.name === object.metadata.name),
  );
}
