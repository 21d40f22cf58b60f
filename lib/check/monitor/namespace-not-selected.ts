import { Level } from '../../report/finding';
import { selectionProblems } from '../../simulator/operator/describe-selection';
import { describeInstance } from '../../simulator/operator/instance';
import type { Check } from '../check';
import { draftOfProblem } from '../draft-of-problem';
import { withValue } from '../instance-drafts';
import { nearestOutcomes } from './nearest-outcome';

const CODES = ['unselected/namespace', 'unselected/other-namespace'];

/**
 * A monitor with the right labels in a namespace that no Prometheus looks into.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/operator/operator.go`, `SelectNamespacesFromCache`: the selector reads the labels of
 * the Namespace object; absent, it stands for the namespace of the Prometheus.
 *
 * Silent where the Namespace is not among the objects and its labels decide, unless the objects are complete.
 */
export const namespaceNotSelected: Check = {
  id: 'monitor/namespace-not-selected',
  level: Level.ERROR,
  summary: 'no Prometheus looks into the namespace of the monitor',
  why: 'For that Prometheus the monitor does not exist: there is no event, no job, no target and no error.',
  codes: CODES,
  *run(context) {
    const { simulation } = context;
    for (const outcome of nearestOutcomes(context)) {
      const labelsFit = outcome.misses.every(({ link }) => link === 'namespace');
      if ((outcome.state === 'unselected' || outcome.state === 'undecided') && labelsFit) {
        const [problem] = selectionProblems(outcome);
        const { instance } = outcome;
        const [{ selectorField, failed }] = outcome.misses;
        const namespace = simulation.bag.find('Namespace', '', String(problem.values.namespace));
        yield draftOfProblem(problem, {
          fix: { text: withValue(problem.fix ?? '', instance.object, selectorField) },
          related: [
            {
              object: instance.object,
              field: failed?.requirement.field ?? 'spec',
              message: `says where ${describeInstance(instance.object)} looks`,
            },
            ...(namespace === undefined || failed === undefined
              ? []
              : [{ object: namespace, field: 'metadata.labels', message: 'has other labels' }]),
          ],
        });
      }
    }
  },
};
