import type { Configuration } from '../../../lib/simulator/alertmanager/configuration';
import { exactly, type KnownLabels } from '../../../lib/simulator/alertmanager/known-labels';
import { possibleReceivers } from '../../../lib/simulator/alertmanager/possible-receivers';
import { readConfiguration } from '../../../lib/simulator/alertmanager/read-configuration';

const LOUD = { webhook_configs: [{ url: 'http://hook.shop' }] };

/** Receivers `root`, which does nothing, and `a` and `b`, which do something. */
function receiversOf(routes: any[], labels: KnownLabels) {
  const config = {
    route: { receiver: 'root', routes },
    receivers: [{ name: 'root' }, { name: 'a', ...LOUD }, { name: 'b', ...LOUD }],
  };
  const { configuration } = readConfiguration(JSON.stringify(config), undefined, '');
  return possibleReceivers(configuration as Configuration, labels);
}

const ALERT = exactly({ alertname: 'Down', team: 'shop' });
/** Of its team nothing is known. */
const ANY_TEAM: KnownLabels = { values: { alertname: 'Down' }, unknown: new Set(['team']), open: false };
const route = (receiver: string, team: string, more: object = {}) => ({
  receiver,
  matchers: [`team="${team}"`],
  ...more,
});

test('an alert that no route below takes ends at the root', () => {
  expect(receiversOf([route('a', 'bank')], ALERT)).toEqual({ names: ['root'], loud: false });
});

test('the first route that surely takes an alert ends the search', () => {
  expect(receiversOf([route('a', 'shop'), route('b', 'shop')], ALERT)).toEqual({ names: ['a'], loud: true });
});

test('a route that continues lets the next one take the alert, too', () => {
  const { names } = receiversOf([route('a', 'shop', { continue: true }), route('b', 'shop')], ALERT);
  expect(names).toEqual(['a', 'b']);
});

test('a route that may take an alert keeps it neither from the next one nor from the route above', () => {
  expect(receiversOf([route('a', 'shop'), route('b', 'bank')], ANY_TEAM)).toEqual({
    names: ['a', 'b', 'root'],
    loud: true,
  });
});

test('a route without a receiver has that of the route above', () => {
  const below = { matchers: ['team="shop"'], routes: [{ matchers: ['alertname="Down"'] }] };
  expect(receiversOf([{ receiver: 'a', ...below }], ALERT).names).toEqual(['a']);
});
