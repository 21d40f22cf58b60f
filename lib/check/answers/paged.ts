import { countText } from '../../report/count-text';
import { namespaceOf } from '../../simulator/operator/problem';
import { alertsOf, isMeantToEnd, labelsOf, mayReach } from '../alerting/null-receiver';
import type { CheckContext } from '../check-context';
import type { Answer } from './answers-of';
import { ruleFates } from './evaluated';
import { joined } from './join-parts';

/** Which alerts can reach a receiver that does something. Alerts that nobody evaluates are no news here. */
export function paged(context: CheckContext): Answer {
  const { alerting } = context.simulation;
  const labels = ruleFates(context)
    .filter(({ state }) => state !== 'unloaded')
    .flatMap(({ rule: { object } }) => alertsOf(object.spec).map(({ alert }) => labelsOf(alert, namespaceOf(object))))
    .filter((one) => !isMeantToEnd(one));
  if (labels.length === 0) {
    return undefined;
  }
  if (alerting.instances.length === 0) {
    const text = `${countText(labels.length, 'alert')}, and no Alertmanager among these objects`;
    return { working: 0, failing: 0, unknown: labels.length, text };
  }
  const routings = alerting.instances.map((instance) => alerting.routingOf(instance));
  const configurations = routings.flatMap(({ configuration }) => configuration ?? []);
  const isOpen = routings.some(({ configuration, undecided }) => configuration === undefined || undecided.length > 0);
  const working = labels.filter((one) => configurations.some((configuration) => mayReach(configuration, one))).length;
  const rest = labels.length - working;
  return {
    working,
    failing: isOpen ? 0 : rest,
    unknown: isOpen ? rest : 0,
    text: joined([
      working > 0 && `${countText(working, 'alert')} can reach a receiver`,
      rest > 0 && !isOpen && `${countText(rest, 'alert')} cannot`,
      rest > 0 && isOpen && `not known of ${countText(rest, 'alert')}`,
    ]),
  };
}
