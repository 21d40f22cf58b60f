import type { Alerting } from '../../lib/simulator/alertmanager/alerting';
import type { Configuration } from '../../lib/simulator/alertmanager/configuration';
import type { AlertmanagerInstance } from '../../lib/simulator/alertmanager/find-alertmanagers';
import { type Matcher, matcherText } from '../../lib/simulator/alertmanager/matcher';
import { matchRoutes, type Route } from '../../lib/simulator/alertmanager/route';
import type { KubeObject } from '../../lib/simulator/kube-object';
import {
  type AlertmanagerTruth,
  type ConfigurationTruth,
  inhibitLine,
  receiverLine,
  routeLine,
} from '../scenario/alertmanager-truth';
import { alertText, type SampleAlert, sampleAlerts } from '../scenario/sample-alerts';
import { keyOf } from '../scenario/truth';

/** What the simulator says about the Alertmanagers of a scenario; nothing where it has none. */
export function predictAlertmanagers(
  alerting: Alerting,
  objects: readonly KubeObject[],
): { alertmanagers?: { [alertmanager: string]: AlertmanagerTruth } } {
  const alerts = sampleAlerts(objects);
  const predicted = alerting.instances.map((instance) => [
    keyOf(instance.object.object),
    predictOne(instance, alerting, alerts),
  ]);
  return predicted.length === 0 ? {} : { alertmanagers: Object.fromEntries(predicted) };
}

function predictOne(
  instance: AlertmanagerInstance,
  alerting: Alerting,
  alerts: readonly SampleAlert[],
): AlertmanagerTruth {
  const at = alerting.outcomesAt(instance).filter(({ state }) => state === 'rejected');
  const rejected = Object.fromEntries(
    at.map(({ config, problems }) => [keyOf(config.object), problems.map(({ message }) => message).join('\n')]),
  );
  const verdict = alerting.verdictOf(instance);
  const { configuration } = alerting.routingOf(instance);
  if (verdict.state !== 'loaded') {
    const message = verdict.problems.map((problem) => problem.message).join('\n');
    return { outcome: verdict.state, ...(message === '' ? {} : { message }), rejected };
  }
  if (configuration === undefined) {
    return { outcome: 'loaded', message: 'its configuration is not known', rejected };
  }
  const reached = alerts.map((alert) => [
    alertText(alert),
    matchRoutes(configuration.root, alert).map(({ receiver }) => receiver),
  ]);
  return {
    ...{ outcome: 'loaded', rejected, configuration: configurationTruth(configuration) },
    alerts: Object.fromEntries(reached),
  };
}

function configurationTruth({ root, receivers, inhibitRules, timeIntervals }: Configuration): ConfigurationTruth {
  return {
    routes: routeLines(root, 0),
    receivers: receivers.map(({ name, integrations }) => receiverLine(name, integrations)),
    inhibitRules: inhibitRules.map(({ source, target, equal }) => inhibitLine(texts(source), texts(target), equal)),
    timeIntervals: [...timeIntervals].sort(),
  };
}

function routeLines(route: Route, depth: number): string[] {
  const line = routeLine({ ...route, matchers: texts(route.matchers) }, depth);
  return [line, ...route.routes.flatMap((child) => routeLines(child, depth + 1))];
}

function texts(matchers: readonly Matcher[]): string[] {
  return matchers.map(matcherText);
}
