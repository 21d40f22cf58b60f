import { Level } from '../../report/finding';
import type { Check } from '../check';
import { distinct, draftOfProblem } from '../draft-of-problem';

/**
 * An AlertmanagerConfig that the Operator skips, though an Alertmanager selects it.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/alertmanager/operator.go`, `checkAlertmanagerConfigResource`;
 * `pkg/alertmanager/validation/v1alpha1/validation.go`.
 *
 * Silent where an object of a maker, such as an ExternalSecret, is to bring a Secret.
 */
export const rejectedConfig: Check = {
  id: 'alerting/rejected-config',
  level: Level.ERROR,
  summary: 'the Operator skips the AlertmanagerConfig',
  why: 'The whole object is skipped, with no more than an event, so none of its routes and receivers is there.',
  *run({ simulation: { alerting } }) {
    const found = alerting.outcomes.flatMap(({ problems }) => problems);
    yield* distinct(found.map((problem) => draftOfProblem(problem)));
  },
};
