import { Level } from '../../report/finding';
import type { Configuration } from '../../simulator/alertmanager/configuration';
import { type AlertLabels, meets } from '../../simulator/alertmanager/matcher';
import type { Route } from '../../simulator/alertmanager/route';
import { joinPath, namespaceOf } from '../../simulator/operator/problem';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Check } from '../check';

/**
 * An alerting rule whose alert reaches no receiver that does anything, at any Alertmanager.
 *
 * Of the labels of the alert, its name, those that the rule sets, and the namespace of the rule are taken as known; any route
 * that asks for another label counts as one that may take it. Where the expression asks for a namespace, that is not known
 * either.
 *
 * Mirrors: alertmanager v0.34 `dispatch/route.go`, `Route.Match`.
 *
 * Where no receiver at all does anything, notifications are not set up yet: one info for each object then.
 *
 * Silent where the configuration of an Alertmanager is not known, and for alerts that are made to be dropped: Watchdog, and
 * those of severity none.
 */
export const nullReceiver: Check = {
  id: 'alerting/null-receiver',
  level: Level.WARNING,
  summary: 'an alert reaches no receiver that does anything',
  why: 'The alert fires, and nobody is told.',
  *run({ simulation: { alerting, bag } }) {
    const routings = alerting.instances.map((instance) => alerting.routingOf(instance));
    if (routings.length === 0 || routings.some((one) => one.configuration === undefined || one.undecided.length > 0)) {
      return;
    }
    const configurations = routings.flatMap(({ configuration }) => configuration ?? []);
    const isSetUp = configurations.some(({ receivers }) =>
      receivers.some(({ integrations }) => integrations.length > 0),
    );
    const names = routings.map(({ instance }) => instance.key).join(', ');
    for (const rule of bag.all('PrometheusRule.monitoring.coreos.com')) {
      const alerts = modelledFrom(rule) === undefined ? alertsOf(rule.object.spec) : [];
      for (const { alert, field } of isSetUp ? alerts : alerts.slice(0, 1)) {
        const labels = labelsOf(alert, namespaceOf(rule.object));
        if (!isMeantToEnd(labels) && !configurations.some((configuration) => mayReach(configuration, labels))) {
          const text = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
          yield {
            object: rule,
            field: joinPath(field, 'alert'),
            message: `"${alert.alert}" (${text.slice(1).join(', ')}) ends at a receiver that does nothing, in Alertmanager ${names}.`,
            basis: 'present',
            ...(isSetUp
              ? {}
              : {
                  level: Level.INFO,
                  why: 'No receiver of any Alertmanager does anything, so nobody is told of any alert.',
                }),
            fix: {
              text: `add a route that takes it, such as an AlertmanagerConfig in namespace "${labels.namespace ?? namespaceOf(rule.object)}" with a receiver.`,
            },
          };
        }
      }
    }
  },
};

/** The alerting rules of a PrometheusRule. */
export function alertsOf(spec: any): { alert: any; field: string }[] {
  const groups: any[] = Array.isArray(spec?.groups) ? spec.groups : [];
  return groups.flatMap((group, i) =>
    (Array.isArray(group?.rules) ? group.rules : []).flatMap((alert: any, j: number) =>
      typeof alert?.alert === 'string' ? [{ alert, field: `spec.groups[${i}].rules[${j}]` }] : [],
    ),
  );
}

/** Whether an alert is made to be dropped. */
export function isMeantToEnd(labels: AlertLabels): boolean {
  return labels.alertname === 'Watchdog' || labels.severity === 'none';
}

/** Labels whose values are known. */
export function labelsOf({ alert, expr, labels }: any, namespace: string): AlertLabels {
  const own = Object.entries({ ...labels }).filter(([, value]) => typeof value === 'string' && !value.includes('{{'));
  return {
    alertname: alert,
    ...(/\bnamespace\b/.test(String(expr)) || labels?.namespace !== undefined ? {} : { namespace }),
    ...(Object.fromEntries(own) as AlertLabels),
  };
}

/** Whether labels that are not known may be such that the alert gets through to a receiver that does something. */
export function mayReach({ root, receivers }: Configuration, labels: AlertLabels): boolean {
  const loud = new Set(receivers.filter(({ integrations }) => integrations.length > 0).map(({ name }) => name));
  const below = (route: Route, above: string): boolean => {
    const receiver = route.receiver || above;
    const isOpen = route.matchers.every((matcher) => !Object.hasOwn(labels, matcher.name) || meets(matcher, labels));
    return isOpen && (route.routes.some((child) => below(child, receiver)) || endsHere(route, receiver));
  };
  const endsHere = (route: Route, receiver: string): boolean =>
    loud.has(receiver) &&
    !route.routes.some((child) => child.matchers.every((one) => isCertain(one.name) && meets(one, labels)));
  const isCertain = (name: string): boolean => Object.hasOwn(labels, name);
  return below(root, '');
}
