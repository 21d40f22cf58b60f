import { Level } from '../../report/finding';
import { namespaceOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { instanceDrafts } from '../instance-drafts';

const CODES = ['stuck/service-missing', 'stuck/service-selector'];

/**
 * A `serviceName` whose Service is not there, or does not select the pods by labels that the Operator knows.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/k8s/network.go`, `EnsureCustomGoverningService`.
 */
export const serviceName: Check = {
  id: 'prometheus/service-name',
  level: Level.ERROR,
  summary: 'own governing Service that is not there or selects other pods',
  why: 'Pods that run go on, with all changes of monitors; a new Prometheus gets no pod at all.',
  codes: CODES,
  run: (context) =>
    instanceDrafts(context, CODES, ({ code, object }) =>
      code === 'stuck/service-missing' && context.simulation.shownNamespaces.has(namespaceOf(object.object))
        ? { basis: 'absent' }
        : {},
    ),
};
