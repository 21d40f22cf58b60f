import type { AlertmanagerRoute, Notification, RouteReport } from '../report/route-report';
import type { NamedObject } from '../report/target-list';
import type { AlertmanagerRouting } from '../simulator/alertmanager/alerting';
import type { AlertLabels } from '../simulator/alertmanager/matcher';
import { type MatchedRoute, matchersText, matchRoutes } from '../simulator/alertmanager/route';
import type { SourcedObject } from '../simulator/kube-object';
import { namespaceOf } from '../simulator/operator/problem';
import type { CheckContext } from './check-context';

const VERSION = 1;

/** Where each Alertmanager sends alerts with these labels. */
export function routeAlert({ simulation }: CheckContext, labels: AlertLabels): RouteReport {
  const { alerting } = simulation;
  return {
    version: VERSION,
    labels,
    alertmanagers: alerting.instances.map((instance) => routeAt(alerting.routingOf(instance), labels)),
  };
}

function routeAt(routing: AlertmanagerRouting, labels: AlertLabels): AlertmanagerRoute {
  const { instance, configuration, unknown = null, undecided } = routing;
  const integrations = new Map(configuration?.receivers.map((receiver) => [receiver.name, receiver.integrations]));
  const toNotification = (matched: MatchedRoute): Notification => ({
    receiver: matched.receiver,
    integrations: integrations.get(matched.receiver) ?? [],
    object: matched.route.origin.object === undefined ? null : named(matched.route.origin.object),
    field: matched.route.origin.field,
    path: matched.path.map(matchersText),
    groupBy: matched.groupBy,
    groupWait: matched.groupWait,
    groupInterval: matched.groupInterval,
    repeatInterval: matched.repeatInterval,
    muteTimeIntervals: matched.route.muteTimeIntervals,
    activeTimeIntervals: matched.route.activeTimeIntervals,
  });
  return {
    alertmanager: instance.key,
    unknown,
    undecided: undecided.map(named),
    notifications: configuration === undefined ? [] : matchRoutes(configuration.root, labels).map(toNotification),
  };
}

function named({ object }: SourcedObject): NamedObject {
  return { kind: object.kind, namespace: namespaceOf(object), name: object.metadata.name };
}
