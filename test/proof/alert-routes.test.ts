import { ApiObject, Chart, Testing } from 'cdk8s';
import { AlertRoutes } from '../../lib';
import { alertmanager, alertmanagerConfig, configSecret, prometheus } from '../simulator/alertmanager/fixtures';

function app(...objects: any[]): Chart {
  const chart = new Chart(Testing.app(), 'chart');
  for (const [i, object] of objects.entries()) {
    new ApiObject(chart, `object${i}`, object);
  }
  return chart;
}

const base = configSecret({ route: { receiver: 'null' }, receivers: [{ name: 'null' }] });

test('names the receivers that an alert reaches and that do something', () => {
  const chart = app(alertmanager(), alertmanagerConfig(), base);
  const routes = AlertRoutes.of(chart, { alertname: 'Down', namespace: 'shop' });
  expect(routes.receivers).toEqual(['shop/team/hook']);
  expect(routes.unknown).toEqual([]);
  expect(routes.list).toMatchObject([
    {
      alertmanager: 'monitoring/main',
      integrations: ['webhook'],
      object: { kind: 'AlertmanagerConfig', namespace: 'shop', name: 'team' },
      path: ['', '{namespace="shop"}'],
    },
  ]);
  expect(routes.toText()).toContain('shop/team/hook  webhook');
});

test('leaves out a receiver that does nothing, which the list still has', () => {
  const routes = AlertRoutes.of(app(alertmanager(), alertmanagerConfig(), base), { alertname: 'Down' });
  expect(routes.receivers).toEqual([]);
  expect(routes.list.map(({ receiver }) => receiver)).toEqual(['null']);
});

test('tells what is not known', () => {
  expect(AlertRoutes.of(app(alertmanager()), {}).unknown).toEqual([
    'monitoring/main: Secret monitoring/alertmanager-main, which holds its configuration, is not among the objects',
  ]);
});

test('follows the alert from each Prometheus that sends it there', () => {
  const entry = { name: 'alertmanager-operated', port: 'web' };
  const to = (name: string, spec: any, more: any = {}) => {
    const { metadata, ...object } = prometheus({ ...spec, alerting: { alertmanagers: [{ ...entry, ...more }] } });
    return { ...object, metadata: { ...metadata, name } };
  };
  const chart = app(
    alertmanager(),
    alertmanagerConfig({ route: { receiver: 'hook', matchers: [{ name: 'cluster', value: 'a' }] } }),
    base,
    to('a', { externalLabels: { cluster: 'a' } }),
    to('b', {}),
    to('c', {}, { alertRelabelings: [{ action: 'drop', sourceLabels: ['alertname'], regex: 'Down' }] }),
    to('d', { additionalAlertRelabelConfigs: { name: 'a', key: 'b' } }),
    to('e', {}, { namespace: 'elsewhere' }),
  );
  const routes = AlertRoutes.of(chart, { alertname: 'Down', namespace: 'shop' });
  expect(routes.list.map(({ prometheus: from, receiver }) => [from, receiver])).toEqual([
    ['monitoring/a', 'shop/team/hook'],
    ['monitoring/b', 'null'],
  ]);
  expect(routes.list[0].labels).toEqual({
    ...{ alertname: 'Down', namespace: 'shop', cluster: 'a', prometheus: 'monitoring/a' },
  });
  expect(routes.unknown).toEqual([
    'monitoring/main: additionalAlertRelabelConfigs of Prometheus monitoring/d may change its labels on the way',
  ]);
  expect(routes.reaches('shop/team/hook')).toBe(true);
  expect(routes.toText()).toContain('monitoring/main  from Prometheus monitoring/c\n  Dropped');
});
