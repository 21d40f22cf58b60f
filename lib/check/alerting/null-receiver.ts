import { Level } from '../../report/finding';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath, nameOf, namespaceOf } from '../../simulator/operator/problem';
import type { Check } from '../check';
import { listText } from '../list-text';
import { alertText, type FollowedAlert, followedAlerts, isMeantToEnd } from './followed-alerts';

/**
 * An alerting rule whose alert reaches no receiver that does anything, at any Alertmanager that it is sent to.
 *
 * Of its labels those are taken as known that its expression surely has, those of the rule, and what its Prometheus makes of
 * them on the way: external labels, and rules for alerts. Any route that asks for another label counts as one that may take
 * it. Where the expression says nothing of a namespace, that of the rule is assumed.
 *
 * Mirrors: alertmanager v0.34 `dispatch/route.go`, `Route.Match`; prometheus v3.15 `rules/alerting.go`, `notifier/manager.go`.
 *
 * Where no receiver at all does anything, notifications are not set up yet: one info for each object then.
 *
 * Silent where no Prometheus loads the rule, where the configuration of an Alertmanager on its way is not known, where the
 * alert may also go elsewhere, and for alerts that are made to be dropped: Watchdog, and those of severity none.
 */
export const nullReceiver: Check = {
  id: 'alerting/null-receiver',
  level: Level.WARNING,
  summary: 'an alert reaches no receiver that does anything',
  why: 'The alert fires, and nobody is told.',
  *run(context) {
    const { alerting } = context.simulation;
    const isSetUp = alerting.instances.some(
      (instance) =>
        alerting.routingOf(instance).configuration?.receivers.some(({ integrations }) => integrations.length > 0) ??
        true,
    );
    const told = new Set<SourcedObject>();
    for (const alert of followedAlerts(context)) {
      const { rule, labels } = alert;
      if (isMeantToEnd(labels) || !endsNowhere(alert) || (!isSetUp && told.has(rule.object))) {
        continue;
      }
      told.add(rule.object);
      const namespace = labels.values.namespace || namespaceOf(rule.object.object);
      yield {
        object: rule.object,
        field: joinPath(rule.field, 'alert'),
        message: messageOf(alert),
        basis: 'present',
        ...(isSetUp
          ? {}
          : {
              level: Level.INFO,
              why: 'No receiver of any Alertmanager does anything, so nobody is told of any alert.',
            }),
        fix: {
          text: `add a route that takes it, such as an AlertmanagerConfig in namespace "${namespace}" with a receiver.`,
        },
      };
    }
  },
};

function endsNowhere({ arrived, elsewhere }: FollowedAlert): boolean {
  // That it misses the routes that are meant for it is told of those.
  const misses = arrived.some(({ missed }) => missed.length > 0);
  return !elsewhere && !misses && arrived.length > 0 && arrived.every(({ receivers }) => !receivers.loud);
}

function messageOf(alert: FollowedAlert): string {
  const senders = new Set(alert.arrived.flatMap(({ prometheus }) => (prometheus ? [nameOf(prometheus.object)] : [])));
  const from = senders.size === 0 ? '' : ` from ${listText([...senders], 3)}`;
  const ends = new Map<string, Set<string>>();
  for (const { alertmanager, receivers } of alert.arrived) {
    ends.set(alertmanager.key, new Set([...(ends.get(alertmanager.key) ?? []), ...receivers.names]));
  }
  const texts = [...ends].map(([key, names]) => `Alertmanager ${key} at ${listText([...names].map(quoted), 3)}`);
  const all = texts.length > 1 || [...ends.values()].some((names) => names.size > 1);
  const guess = alert.assumed ? ' Its expression says nothing of a namespace, so it may be another one.' : '';
  return `${alertText(alert)} goes${from} to ${listText(texts, 3)}, which ${all ? 'do' : 'does'} nothing.${guess}`;
}

function quoted(name: string): string {
  return `"${name}"`;
}
