import { narrowPicture } from '../../lib/picture/narrow-picture';
import { LinkStatus } from '../../lib/picture/picture';
import { app, evaluationOf, PROMETHEUS } from './picture-of-yaml';
import { chain, picture } from './samples';

const all = picture([
  chain({ namespace: 'shop', name: 'web' }),
  chain({ namespace: 'shop', name: 'db', prometheus: 'team' }),
  chain({ namespace: 'ops', name: 'web', link: { status: LinkStatus.BROKEN, reason: 'No.' } }),
]);
const idsOf = ({ chains }: typeof all) => chains.map(({ id }) => id);

test.each([
  [{}, ['ServiceMonitor/shop/web', 'ServiceMonitor/shop/db', 'ServiceMonitor/ops/web']],
  [{ namespace: 'shop' }, ['ServiceMonitor/shop/web', 'ServiceMonitor/shop/db']],
  [{ app: 'web' }, ['ServiceMonitor/shop/web', 'ServiceMonitor/ops/web']],
  [{ prometheus: 'monitoring/team' }, ['ServiceMonitor/shop/db']],
  [{ namespace: 'ops', app: 'db' }, []],
])('%j leaves %j', (filter, ids) => {
  expect(idsOf(narrowPicture(all, filter))).toEqual(ids);
});

test('counts what is left', () => {
  expect(narrowPicture(all, { namespace: 'ops' }).counts).toEqual({ whole: 0, broken: 1, unknown: 0 });
});

test('leaves of one monitor the pods of the app, and what leads to them', () => {
  const both = `${app('a', 'shop', { 'labels: { app: a } }\nspec: { selector: { app: a }': 'labels: { tier: x } }\nspec: { selector: { app: a }', 'matchLabels: { app: a } }, endpoints': 'matchLabels: { tier: x } }, endpoints' })}${app('b', 'shop', { 'labels: { app: b } }\nspec: { selector: { app: b }': 'labels: { tier: x } }\nspec: { selector: { app: b }' })}`;
  const whole = evaluationOf(PROMETHEUS + both).picture();
  expect(whole.chains.find(({ id }) => id.endsWith('/a'))?.counts.whole).toBe(2);
  const [narrow] = narrowPicture(whole, { app: 'b' }).chains.filter(({ id }) => id.endsWith('/a'));
  expect(narrow.parts.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    'Deployment b',
    'Prometheus k8s',
    'Service b',
    'ServiceMonitor a',
    'target :8080/metrics',
  ]);
  expect(narrow.counts.whole).toBe(1);
});

test('leaves of a target that two scrape the one', () => {
  const second = PROMETHEUS.replace('name: k8s', 'name: team');
  const whole = evaluationOf(PROMETHEUS + second + app()).picture();
  expect(whole.counts.whole).toBe(2);
  const narrow = narrowPicture(whole, { prometheus: 'monitoring/team' });
  expect(narrow.counts.whole).toBe(1);
  expect(narrow.chains[0].parts.filter(({ kind }) => kind === 'Prometheus').map(({ name }) => name)).toEqual(['team']);
});
