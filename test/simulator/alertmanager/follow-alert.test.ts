import { followAlert } from '../../../lib/simulator/alertmanager/follow-alert';
import { exactly } from '../../../lib/simulator/alertmanager/known-labels';
import { alertmanager, prometheus, simulate } from './fixtures';

const ALERT = exactly({ alertname: 'Down', namespace: 'shop' });

function followed(spec: any, ...others: any[]) {
  const simulation = simulate([prometheus(spec), ...others]);
  const { sent, elsewhere } = followAlert(ALERT, simulation.instances[0], simulation);
  return { to: sent.map(({ alertmanager: { key } }) => key), elsewhere };
}

const to = (...names: string[]) => ({ alerting: { alertmanagers: names.map((name) => ({ name, port: 'web' })) } });

test('an alert goes to the Alertmanager that its Prometheus names', () => {
  expect(followed({}, alertmanager())).toEqual({ to: ['monitoring/main'], elsewhere: false });
});

test('a Service that is not among the objects may lead elsewhere', () => {
  expect(followed(to('alertmanager-operated', 'other'), alertmanager())).toEqual({
    to: ['monitoring/main'],
    elsewhere: true,
  });
});

test('Alertmanagers that a Secret names are elsewhere', () => {
  const { elsewhere } = followed({ additionalAlertManagerConfigs: { name: 'more', key: 'more' } }, alertmanager());
  expect(elsewhere).toBe(true);
});

test('a Prometheus that is not known may send to all, with the labels that it gives', () => {
  const simulation = simulate([alertmanager()]);
  const { sent, elsewhere } = followAlert(ALERT, undefined, simulation);
  expect(sent).toMatchObject([{ prometheus: undefined, alertmanager: { key: 'monitoring/main' }, labels: ALERT }]);
  expect(elsewhere).toBe(false);
});
