import { countText } from '../../report/count-text';
import { alertRules } from '../../simulator/alertmanager/alert-labels';
import type { SourcedObject } from '../../simulator/kube-object';
import { type FollowedAlert, followedAlerts, isMeantToEnd } from '../alerting/followed-alerts';
import type { CheckContext } from '../check-context';
import type { Answer } from './answers-of';
import { ruleFates } from './evaluated';
import { joined } from './join-parts';

/** Which alerts can reach a receiver that does something. Alerts that nobody evaluates are no news here. */
export function paged(context: CheckContext): Answer {
  const { alerting } = context.simulation;
  const rules = ruleFates(context).filter(({ state }) => state !== 'unloaded');
  const given = rules.flatMap(({ rule }) => alertRules(rule));
  if (alerting.instances.length === 0) {
    if (given.length === 0) {
      return undefined;
    }
    const text = `${countText(given.length, 'alert')}, and no Alertmanager among these objects`;
    return { working: 0, failing: 0, unknown: given.length, text };
  }
  const followed = followedAlerts(context);
  const known = new Set<SourcedObject>(followed.map(({ rule }) => rule.object));
  const undecided = given.filter(({ object }) => !known.has(object)).length;
  const alerts = followed.filter(({ labels }) => !isMeantToEnd(labels));
  if (alerts.length + undecided === 0) {
    return undefined;
  }
  const working = alerts.filter(mayReach).length;
  const failing = alerts.filter((one) => !one.elsewhere && !mayReach(one)).length;
  const unknown = alerts.length - working - failing + undecided;
  const text = joined([
    working > 0 && `${countText(working, 'alert')} can reach a receiver`,
    failing > 0 && `${countText(failing, 'alert')} cannot${working > 0 ? '' : ' reach a receiver'}`,
    unknown > 0 && `not known of ${countText(unknown, 'alert')}`,
  ]);
  return { working, failing, unknown, text };
}

function mayReach({ arrived }: FollowedAlert): boolean {
  return arrived.some(({ receivers }) => receivers.loud);
}
