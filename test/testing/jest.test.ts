import { ApiObject, App, Chart } from 'cdk8s';
import { MonitoredApp } from '../../lib/app/monitored-app';
import { AlertRoutes } from '../../lib/proof/alert-routes';
import { Targets } from '../../lib/proof/targets';
import { StackRelease } from '../../lib/stack/stack-release';
import '../../lib/testing/jest';

const app = new App();
const stack = new StackRelease(app, 'kps', { namespace: 'monitoring' });
const other = new StackRelease(app, 'other', { namespace: 'other' });
const chart = new Chart(app, 'shop', { namespace: 'shop' });
for (const name of ['web', 'pay']) {
  new MonitoredApp(chart, name, { image: `${name}:1`, port: 8080, prometheus: stack });
}
const broken = new Chart(app, 'broken', { namespace: 'broken' });
new ApiObject(broken, 'monitor', {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  metadata: { name: 'web' },
  spec: { selector: { matchLabels: { app: 'web' } }, endpoints: [{ port: 'http' }] },
});

function failureOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'it passed';
}

test('exactly these targets, in any order', () => {
  expect(chart).toHaveTargets([
    { service: 'web', port: 8080, path: '/metrics', prometheus: 'monitoring/kps-kube-prometheus-stack-prometheus' },
    { job: 'serviceMonitor/shop/pay/0' },
  ]);
  expect(broken).toHaveTargets([]);
  expect(broken).not.toHaveTargets([{}]);
});

test('a loose expectation does not take the target of a narrow one', () => {
  expect(chart).toHaveTargets([{ namespace: 'shop' }, { service: 'pay' }]);
  expect(chart).toHaveTargets([{ namespace: 'shop' }, { service: 'web' }]);
  expect(chart).not.toHaveTargets([{ service: 'web' }, { service: 'web' }]);
});

test('a misspelt name is no expectation that everything meets', () => {
  const misspelt = { servce: 'web' } as object;
  expect(failureOf(() => expect(chart).toHaveTargets([misspelt, {}]))).toMatch(
    /^Expected target 0 has "servce", which no target has\. Fix: use prometheus, job, .* and labels\.$/,
  );
});

test('what is missing and what is unexpected is named', () => {
  expect(Targets.of(chart).differencesFrom([{ service: 'web', port: 81 }, { service: 'pay' }])).toEqual([
    'missing:    service web, port 81',
    expect.stringMatching(/^unexpected: prometheus .+, job serviceMonitor\/shop\/web\/0, .*port 8080/),
  ]);
  const message = failureOf(() => expect(broken).toHaveTargets([{ service: 'web' }]));
  expect(message).toContain('The targets of broken are not those that are expected:\n  missing:    service web');
  expect(message).toContain('monitor/not-selected');
  expect(failureOf(() => expect(broken).not.toHaveTargets([]))).toContain('should not be');
});

test('a chart is scraped by the stack that it is arranged for', () => {
  expect(chart).toBeScrapedBy(stack);
  expect(chart).not.toBeScrapedBy(other);
  expect(failureOf(() => expect(broken).toBeScrapedBy(stack))).toMatch(
    /^Prometheus monitoring\/kps\S* scrapes nothing of broken\.[\s\S]*monitor\/not-selected/,
  );
  expect(failureOf(() => expect(chart).not.toBeScrapedBy(stack))).toContain('and should not');
});

describe('an alert', () => {
  const alerts = new App();
  const labels = { release: 'kps' };
  const values = { alertmanager: { config: { route: { receiver: 'null' }, receivers: [{ name: 'null' }] } } };
  new StackRelease(alerts, 'kps', { namespace: 'monitoring', values });
  const team = new Chart(alerts, 'team', { namespace: 'shop' });
  new ApiObject(team, 'rules', {
    ...{ apiVersion: 'monitoring.coreos.com/v1', kind: 'PrometheusRule', metadata: { name: 'rules', labels } },
    spec: {
      groups: [
        {
          name: 'a',
          rules: [
            { alert: 'Fails', expr: 'rate(errors_total[5m]) > 1' },
            { alert: 'FailsAll', expr: 'sum(rate(errors_total[5m])) > 1' },
            { alert: 'Twice', expr: 'up' },
            { alert: 'Twice', expr: 'up', labels: { severity: 'page' } },
          ],
        },
      ],
    },
  });
  new ApiObject(team, 'config', {
    ...{ apiVersion: 'monitoring.coreos.com/v1alpha1', kind: 'AlertmanagerConfig', metadata: { name: 'team' } },
    spec: { route: { receiver: 'chat' }, receivers: [{ name: 'chat', webhookConfigs: [{ url: 'http://chat' }] }] },
  });

  test('reaches the receiver that its labels lead to', () => {
    expect(team).toReachReceiver('shop/team/chat', { alertname: 'Any', namespace: 'shop' });
    expect(team).not.toReachReceiver('shop/team/chat', { alertname: 'Any', namespace: 'bank' });
  });

  test('has the labels of its rule where it is given by name', () => {
    expect(team).toReachReceiver('shop/team/chat', 'Fails');
    expect(team).not.toReachReceiver('shop/team/chat', 'FailsAll');
    expect(AlertRoutes.ofAlert(team, 'Fails').list[0].labels).toEqual({
      ...{ alertname: 'Fails', namespace: 'shop', prometheus: 'monitoring/kps-kube-prometheus-stack-prometheus' },
    });
  });

  test('does not reach a receiver that does nothing', () => {
    expect(team).not.toReachReceiver('null', 'FailsAll');
  });

  test('shows its way where it goes elsewhere', () => {
    const message = failureOf(() => expect(team).toReachReceiver('shop/team/chat', 'FailsAll'));
    expect(message).toContain('Alert FailsAll does not reach "shop/team/chat":');
    expect(message).toContain('null  does nothing');
    expect(failureOf(() => expect(team).not.toReachReceiver('shop/team/chat', 'Fails'))).toContain('and should not:');
  });

  test('has to be there, and one', () => {
    expect(() => AlertRoutes.ofAlert(team, 'Nothing')).toThrow(
      'There is no alert "Nothing" among the PrometheusRules of the app, which have Fails, FailsAll, Twice.\nFix:',
    );
    expect(() => AlertRoutes.ofAlert(team, 'Twice')).toThrow(/^There are 2 alerts "Twice" with different labels: /);
  });
});

test('a target is expected by its workload and some of its labels', () => {
  expect(chart).toHaveTargets([
    { workload: 'web', labels: { namespace: 'shop', job: 'web' } },
    { workload: 'Deployment pay' },
  ]);
  expect(chart).not.toHaveTargets([{ workload: 'StatefulSet web' }, {}]);
  expect(Targets.of(chart).differencesFrom([{ labels: { job: 'other' } }, {}, {}])).toEqual([
    'missing:    labels {"job":"other"}',
  ]);
});

test('what is no construct is refused in words', () => {
  expect(() => expect(5).toHaveTargets([])).toThrow(
    'toHaveTargets looks at a construct, and got number. Fix: expect(app), expect(chart) or the like.',
  );
});
