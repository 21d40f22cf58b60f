import { ApiObject, App, Chart } from 'cdk8s';
import { MonitoredApp } from '../../lib/app/monitored-app';
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
