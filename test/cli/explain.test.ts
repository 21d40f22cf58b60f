import { manifest } from './manifests';
import { Collector, runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

const stdin = [
  manifest('web', { kind: 'ServiceMonitor', namespace: 'shop' }),
  manifest('web', { kind: 'Service', namespace: 'shop', level: 'error' }),
  manifest('web', { kind: 'Deployment' }),
].join('---\n');

test.each([
  ['ServiceMonitor/shop/web', 'ServiceMonitor shop/web'],
  ['servicemonitors/shop/web', 'ServiceMonitor shop/web'],
  ['smon/shop/web', 'ServiceMonitor shop/web'],
  ['servicemonitors.monitoring.coreos.com/shop/web', 'ServiceMonitor shop/web'],
  ['SVC/shop/web', 'Service shop/web'],
  ['deploy/web', 'Deployment default/web'],
])('%s is %s', async (asked, title) => {
  expect((await runCli(['explain', asked, '-'], { stdin })).stdout.split('  ')[0]).toBe(title);
});

test('without a namespace it is the one of --namespace', async () => {
  const { stdout } = await runCli(['explain', 'smon/web', '-', '--namespace', 'shop'], { stdin });
  expect(stdout).toMatch(/^ServiceMonitor shop\/web/);
});

test.each([
  ['smon/shop/web', [], 0],
  ['svc/shop/web', [], 1],
])('%s %j exits with %i, by its findings', async (asked, options, code) => {
  expect((await runCli(['explain', asked, '-', ...options], { stdin })).code).toBe(code);
});

test('an unknown object is told with the nearest, best first', async () => {
  const { code, stdout, stderr } = await runCli(['explain', 'svc/shop/wbe', '-'], { stdin });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(
    'There is no Service shop/wbe in the input that could be explained. The nearest are: Service/shop/web, ServiceMonitor/shop/web, Deployment/default/web.',
  );
  expect(stderr).toContain('Fix: cdk8s-prometheus explain Service/shop/web -\n');
});

test('a name that is like no other leads to an object of the same kind', async () => {
  const others = [manifest('a', { kind: 'Service' }), manifest('the-monitor-of-the-shop', { kind: 'ServiceMonitor' })];
  const { stderr } = await runCli(['explain', 'smon/unlike', '-'], { stdin: others.join('---\n') });
  expect(stderr).toContain('Fix: cdk8s-prometheus explain ServiceMonitor/default/the-monitor-of-the-shop -\n');
});

test('the edit names the paths as a shell takes them', async () => {
  const cwd = temporaryFolder({ "it's a.yaml": stdin });
  const { stderr } = await runCli(['explain', 'svc/shop/wbe', "it's a.yaml", '*.yaml'], { cwd });
  expect(stderr).toContain("explain Service/shop/web 'it'\\''s a.yaml' '*.yaml'\n");
});

test('an unknown kind is told with the nearest', async () => {
  const { code, stderr } = await runCli(['explain', 'servcie/shop/web', '-'], { stdin });
  expect(code).toBe(2);
  expect(stderr).toContain('Kind "servcie" is not known here; the nearest is "Service".');
});

test.each(['web', 'a/b/c/d', 'svc//web', ''])('%j names no object', async (asked) => {
  const { code, stderr } = await runCli(['explain', asked, '-'], { stdin });
  expect(code).toBe(2);
  expect(stderr).toContain('KIND/NAMESPACE/NAME or KIND/NAME');
});

test.each([
  [{ LANG: 'en_US.UTF-8' }, 'linux', '✓'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'C' }, 'linux', '+'],
  [{}, 'linux', '+'],
  [{}, 'darwin', '✓'],
  [{ WT_SESSION: '1' }, 'win32', '✓'],
  [{}, 'win32', '+'],
] as const)('a terminal with %j on %s gets the mark %s', async (env, platform, mark) => {
  const stdout = new Collector(true);
  await runCli(['explain', 'smon/shop/web', '-', '--color', 'never'], { stdin, stdout, env, platform });
  expect(stdout.text).toContain(`\n  ${mark} L1 `);
});

test('what is piped does not depend on the locale', async () => {
  const { stdout } = await runCli(['explain', 'smon/shop/web', '-'], { stdin, env: { LANG: 'C' } });
  expect(stdout).toContain('\n  ✓ L1 ');
});

test('writes JSON', async () => {
  const { stdout } = await runCli(['explain', 'smon/shop/web', '-', '--format', 'json'], { stdin });
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, object: { kind: 'ServiceMonitor', namespace: 'shop' } });
});
