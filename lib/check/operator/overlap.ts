import { Level } from '../../report/finding';
import { takesInstance } from '../../simulator/operator/find-instances';
import { describeInstance } from '../../simulator/operator/instance';
import { nameOf } from '../../simulator/operator/problem';
import type { Check } from '../check';

/**
 * Two Operators that take care of the same Prometheus.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/operator/resource_reconciler.go`, `isManagedByController`, and the namespaces of
 * `cmd/operator/main.go`: nothing else keeps two Operators apart.
 */
export const overlap: Check = {
  id: 'operator/overlap',
  level: Level.WARNING,
  summary: 'two Operators that take care of the same Prometheus',
  why: 'Each undoes what the other writes, so pods and configuration go back and forth between two versions.',
  *run({ simulation }) {
    const operators = simulation.operators.filter(({ object }) => object !== undefined);
    const seen = new Set<unknown>();
    for (const instance of operators.length > 1 ? simulation.instances : []) {
      const [first, ...others] = operators.filter((operator) => takesInstance(operator, instance.object));
      for (const { object } of others) {
        if (object !== undefined && first.object !== undefined && object !== first.object && !seen.has(object)) {
          seen.add(object);
          yield {
            object,
            field: '',
            message: `${nameOf(object)} is an Operator that takes care of ${describeInstance(instance.object)}, and so does ${nameOf(first.object)}.`,
            basis: 'present',
            fix: {
              text: 'give each its own --namespaces or --prometheus-instance-namespaces, or --controller-id together with the annotation operator.prometheus.io/controller-id; or remove one of them.',
            },
            related: [{ object: first.object, message: 'is the other one' }],
          };
        }
      }
    }
  },
};
