import { explainText } from '../../lib/report/explain-text';
import { explanation, finding, monitor, written } from './samples';

test('a chain is a tree of links, with the edit below the broken one', () => {
  expect(written(explainText(explanation({ targets: [], findings: [] })))).toBe(`\
ServiceMonitor shop/web  (shop.yaml:1:1)
Not scraped: no port of Service shop/web is named "metric".

✗ Prometheus monitoring/k8s
  ✓ L1 The Operator watches namespace shop.
  ✗ L7 Port "metric" is not a port of Service shop/web.
    Service shop/web spec.ports  (shop.yaml:3:1)  monitor/port-exists
    Fix: port: 'metrics'
    · It has: http, metrics.
  ? L8 Whether pods are there.
`);
});

test('marks are ASCII where the terminal shows no others', () => {
  const text = written(explainText(explanation(), { unicode: false }));
  expect(text).toContain('\nx Prometheus monitoring/k8s\n  + L1 ');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them.
  expect(text).toMatch(/^[\u0000-\u007f]*$/);
});

test('targets are listed with their Prometheus', () => {
  expect(written(explainText(explanation()))).toMatch(
    /\nTargets\nPROMETHEUS .*\nmonitoring\/k8s {2}serviceMonitor\/shop\/web\/0 /,
  );
});

test('a finding that the chain has named is not repeated, another one is shown', () => {
  const [chain] = explanation().chains;
  const named = finding({ object: { ...monitor, kind: 'Service' }, field: 'spec.ports' });
  const text = written(explainText(explanation({ chains: [chain], findings: [named, finding()] })));
  expect(text.match(/^error {2}monitor\/port-exists.*$/gm)).toEqual([
    'error  monitor/port-exists  ServiceMonitor shop/web spec.endpoints[0].port  (shop.yaml:12:5)',
  ]);
});

test('lines stay within the terminal', () => {
  const text = written(explainText(explanation({ targets: [], findings: [] }), { width: 40 }));
  const prose = text.split('\n').filter((line) => !line.includes('monitor/port-exists'));
  expect(prose.filter((line) => line.length > 40)).toEqual([]);
});
