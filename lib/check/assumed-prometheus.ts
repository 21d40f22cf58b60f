import type { SourcedObject } from '../simulator/kube-object';
import { assume } from '../simulator/operator/assumed-instance';

/** A Prometheus with default settings that takes every monitor, for objects without any. */
export function assumedPrometheus(): SourcedObject {
  const everything: { [selector: string]: object } = {};
  for (const kind of ['serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig', 'rule']) {
    everything[`${kind}Selector`] = {};
    everything[`${kind}NamespaceSelector`] = {};
  }
  return assume({
    object: {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'Prometheus',
      metadata: { name: 'assumed', namespace: 'assumed' },
      spec: everything,
    },
    source: {},
  });
}
