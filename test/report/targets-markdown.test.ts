import { targetsMarkdown } from '../../lib/report/targets-markdown';
import { target, targetList, written } from './samples';

test('each target is a line below its Prometheus', () => {
  expect(written(targetsMarkdown(targetList()))).toBe(`\
# Targets

Written by \`cdk8s-prometheus targets --format markdown\`; do not edit.

## monitoring/k8s

| job | namespace | service | workload | container | port | scheme | path | interval |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| serviceMonitor/shop/web/0 | shop | - | (assumed) | - | - | http | /metrics?module=a%20b\\&module=c | 30s |
| serviceMonitor/shop/web/0 | shop | web | Deployment/web | web | 8080 | http | /metrics | 30s |

## Unknown

| object | link | reason |
| --- | --- | --- |
| ServiceMonitor shop/pay | L5 | Namespace "pay" is not in the input; give its Services too. |
`);
});

test('two targets that vanish are two lines that vanish', () => {
  const names = ['web', 'a-much-longer-name', 'x'];
  const all = names.map((name) => target({ job: `serviceMonitor/shop/${name}/0` }));
  const before = written(targetsMarkdown({ version: 1, targets: all, unknown: [] })).split('\n');
  const after = written(targetsMarkdown({ version: 1, targets: [all[0]], unknown: [] })).split('\n');
  expect(before.filter((line) => !after.includes(line))).toHaveLength(2);
  expect(after.filter((line) => !before.includes(line))).toEqual([]);
});

test('the order of targets does not matter', () => {
  const targets = ['c/x', 'a/x', 'b/x'].flatMap((prometheus) => [
    target({ prometheus, port: 2 }),
    target({ prometheus }),
  ]);
  const text = written(targetsMarkdown({ version: 1, targets, unknown: [] }));
  expect(written(targetsMarkdown({ version: 1, targets: [...targets].reverse(), unknown: [] }))).toBe(text);
});

test('what would be Markdown is shown as it is', () => {
  const targets = [target({ path: '/a|b_c\n*d*<e>`f`\\_g_' })];
  expect(written(targetsMarkdown({ version: 1, targets, unknown: [] }))).toContain(
    '| /a\\|b_c\\\\n\\*d\\*\\<e\\>\\`f\\`\\\\\\_g\\_ |',
  );
});

test('says so when there is none', () => {
  expect(written(targetsMarkdown({ version: 1, targets: [], unknown: [] }))).toContain('\nNo targets.\n');
});
