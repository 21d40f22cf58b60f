import { printable } from './printable';
import type { AlertmanagerRoute, Notification, RouteReport } from './route-report';
import { paletteOf, type TextStyle } from './text-style';

/** Where alerts go, for people: the receivers of each Alertmanager. */
export function* routeText({ alertmanagers }: RouteReport, style: TextStyle = {}): Generator<string> {
  if (alertmanagers.length === 0) {
    yield 'There is no Alertmanager among the objects.\n';
    return;
  }
  for (const route of alertmanagers) {
    yield* alertmanagerText(route, style);
  }
  yield 'Inhibition and silences are not looked at.\n';
}

function* alertmanagerText(route: AlertmanagerRoute, style: TextStyle): Generator<string> {
  const { strong, doubt, faint, bad } = paletteOf(style);
  const { alertmanager, prometheus, unknown, undecided, notifications, dropped } = route;
  const from = prometheus === null ? '' : faint(printable(`  from Prometheus ${prometheus}`));
  yield `${strong(printable(alertmanager))}${from}\n`;
  if (dropped) {
    yield `  ${bad('Dropped')}: by alertRelabelings of the Prometheus\n`;
  }
  if (unknown !== null) {
    yield `  ${doubt('Unknown')}: ${printable(unknown)}\n`;
  }
  for (const notification of notifications) {
    yield* notificationText(notification, style);
  }
  for (const { namespace, name } of undecided) {
    yield `  ${faint(printable(`AlertmanagerConfig ${namespace}/${name} may be part of it: the labels of its namespace are not known`))}\n`;
  }
}

function* notificationText(notification: Notification, style: TextStyle): Generator<string> {
  const { good, bad, faint } = paletteOf(style);
  const { receiver, integrations, object, field, path, groupBy, muteTimeIntervals, activeTimeIntervals } = notification;
  const what = integrations.length > 0 ? good(integrations.join(', ')) : bad('does nothing');
  yield `  ${printable(receiver)}  ${what}\n`;
  const line = (name: string, text: string): string => `    ${faint(name.padEnd(6))}  ${printable(text)}\n`;
  yield line('route', path.filter((matchers) => matchers !== '').join(' > ') || 'the root, which takes every alert');
  yield line(
    'in',
    object === null
      ? 'the Operator itself, for nobody says anything'
      : `${object.kind} ${object.namespace}/${object.name} ${field}`,
  );
  const { groupWait, groupInterval, repeatInterval } = notification;
  const grouped = groupBy.length === 0 ? 'all in one group' : `grouped by ${groupBy.join(', ')}`;
  yield line('when', `${grouped}; wait ${groupWait}, interval ${groupInterval}, repeat ${repeatInterval}`);
  if (muteTimeIntervals.length > 0) {
    yield line('mute', muteTimeIntervals.join(', '));
  }
  if (activeTimeIntervals.length > 0) {
    yield line('active', activeTimeIntervals.join(', '));
  }
}
