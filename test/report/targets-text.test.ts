import { targetsText } from '../../lib/report/targets-text';
import { target, targetList, written } from './samples';

test('targets are a table below their Prometheus', () => {
  const lines = [
    'monitoring/k8s: 2 targets',
    'JOB                        NAMESPACE  SERVICE  WORKLOAD        CONTAINER  PORT  SCHEME  PATH                            INTERVAL',
    'serviceMonitor/shop/web/0  shop       web      Deployment/web  web        8080  http    /metrics                        30s',
    'serviceMonitor/shop/web/0  shop       -        (assumed)       -          -     http    /metrics?module=a%20b&module=c  30s',
    '',
    'Unknown: these objects do not tell whether there are targets',
    '  ServiceMonitor shop/pay  L5',
    '    Namespace "pay" is not in the input; give its Services too.',
    '',
    '2 targets of 1 Prometheus instance; 1 unknown',
    '',
  ];
  expect(written(targetsText(targetList())).split('\n')).toEqual(lines);
});

test('instances that scrape the same share a table', () => {
  const targets = ['a', 'b', 'c'].flatMap((name) => [
    target({ prometheus: `monitoring/${name}`, shards: 3 }),
    target({ prometheus: `monitoring/${name}`, port: name === 'c' ? 1 : 2, shards: 3 }),
  ]);
  const text = written(targetsText({ version: 1, targets, unknown: [] }));
  expect(text).toContain('monitoring/a, monitoring/b: 2 targets each, shared by 3 shards\n');
  expect(text).toContain('monitoring/c: 2 targets, shared by 3 shards\n');
  expect(text.match(/^JOB/gm)).toHaveLength(2);
  expect(text).toContain('\n6 targets of 3 Prometheus instances\n');
});

test('says so when there is none', () => {
  expect(written(targetsText({ version: 1, targets: [], unknown: [] }))).toBe('No targets\n');
});

test('half a surrogate pair in a parameter is no reason to give up', () => {
  const targets = [target({ params: { a: ['\ud800'] } })];
  expect(written(targetsText({ version: 1, targets, unknown: [] }))).toContain('/metrics?a=%EF%BF%BD');
});
