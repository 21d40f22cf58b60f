import { Level } from '../../report/finding';
import type { Check } from '../check';
import { distinct, draftOfProblem } from '../draft-of-problem';

/**
 * A configuration of an Alertmanager that the Operator or Alertmanager refuses as a whole: over its own text, over the
 * AlertmanagerConfig that is its base, or over an AlertmanagerConfig that the Operator takes without looking closely.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `route.sanitize` and `checkAlertmanagerConfigRootRoute`;
 * alertmanager v0.33 `config/config.go`, `Config.UnmarshalYAML`.
 */
export const brokenConfiguration: Check = {
  id: 'alerting/broken-configuration',
  level: Level.ERROR,
  summary: 'the configuration of an Alertmanager is refused as a whole',
  why: 'No change of anybody reaches the Alertmanager any more, and one that starts anew has no configuration at all.',
  *run({ simulation: { alerting } }) {
    const found = alerting.instances.flatMap((instance) =>
      instance.state === 'managed' || instance.state === 'own'
        ? [...alerting.baseOf(instance).problems, ...alerting.harmAt(instance)]
        : instance.problems,
    );
    yield* distinct(found.map((problem) => draftOfProblem(problem)));
  },
};
