import type { AlertmanagerRoute, Notification, RouteReport } from '../report/route-report';
import type { NamedObject } from '../report/target-list';
import type { AlertmanagerRouting } from '../simulator/alertmanager/alerting';
import { followAlert, type SentAlert } from '../simulator/alertmanager/follow-alert';
import { exactly } from '../simulator/alertmanager/known-labels';
import type { AlertLabels } from '../simulator/alertmanager/matcher';
import { type MatchedRoute, matchersText, matchRoutes } from '../simulator/alertmanager/route';
import type { SourcedObject } from '../simulator/kube-object';
import { isAssumed } from '../simulator/operator/assumed-instance';
import { nameOf, namespaceOf } from '../simulator/operator/problem';
import type { Simulation } from '../simulator/simulation';
import type { CheckContext } from './check-context';

const VERSION = 1;

/** Where each Alertmanager sends alerts with these labels, from each Prometheus that sends them there. */
export function routeAlert({ simulation }: CheckContext, labels: AlertLabels): RouteReport {
  const { alerting } = simulation;
  const ways = waysOf(labels, simulation);
  return {
    version: VERSION,
    labels,
    alertmanagers: alerting.instances.flatMap((alertmanager) => {
      const routing = alerting.routingOf(alertmanager);
      const arriving = ways.filter((way) => way.alertmanager === alertmanager);
      return arriving.length === 0
        ? [routeAt(routing, labels, null)]
        : arriving.map((way) => routeOn(way, routing, labels));
    }),
  };
}

function waysOf(labels: AlertLabels, simulation: Simulation): readonly SentAlert[] {
  const given = simulation.instances.filter(({ object, kind }) => kind === 'Prometheus' && !isAssumed(object));
  return given.flatMap((instance) => followAlert(exactly(labels), instance, simulation).sent);
}

function routeOn(way: SentAlert, routing: AlertmanagerRouting, labels: AlertLabels): AlertmanagerRoute {
  const prometheus = way.prometheus?.key ?? null;
  if (way.labels === 'dropped') {
    return { ...routeAt(routing, labels, prometheus), dropped: true, notifications: [] };
  }
  if (way.labels === undefined) {
    const name = way.prometheus === undefined ? '' : ` of ${nameOf(way.prometheus.object)}`;
    const unknown = `additionalAlertRelabelConfigs${name} may change its labels on the way`;
    return { ...routeAt(routing, labels, prometheus), unknown, notifications: [] };
  }
  const arriving = Object.entries(way.labels.values).filter(([, value]) => value !== '');
  return routeAt(routing, Object.fromEntries(arriving), prometheus);
}

function routeAt(routing: AlertmanagerRouting, labels: AlertLabels, prometheus: string | null): AlertmanagerRoute {
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
    prometheus,
    labels,
    dropped: false,
    unknown,
    undecided: undecided.map(named),
    notifications: configuration === undefined ? [] : matchRoutes(configuration.root, labels).map(toNotification),
  };
}

function named({ object }: SourcedObject): NamedObject {
  return { kind: object.kind, namespace: namespaceOf(object), name: object.metadata.name };
}
