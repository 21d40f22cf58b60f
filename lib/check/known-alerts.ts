import type { AlertLabels } from '../simulator/alertmanager/matcher';
import { alertsOfRules } from './alerting/followed-alerts';
import type { CheckContext } from './check-context';

/** What is known of the labels of every alert that somebody wrote, its name among them. */
export function knownAlerts(context: CheckContext): readonly AlertLabels[] {
  return alertsOfRules(context).map(({ labels: { values } }) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
  );
}
