import { connectedEngine } from '../../lib/engine/connected-engine';
import { app, PROMETHEUS } from '../picture/picture-of-yaml';
import { manifest } from './manifests';
import { runCli } from './run-cli';

const stdin = PROMETHEUS + app() + app('db', 'ops', { 'release: stack': 'release: other' });
const run = (...args: string[]) => runCli(['graph', '-', ...args], { stdin, engine: connectedEngine });

test('draws for Mermaid, and leaves findings to check', async () => {
  const { code, stdout, stderr } = await run();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^---\ntitle: '1 of 2 targets will be scraped, 1 is not reached'\n---\nflowchart LR\n/);
  expect(stdout).toContain('--x|"monitor/not-selected<br>');
});

test('draws for Graphviz', async () => {
  expect((await run('--format', 'dot')).stdout).toMatch(/^digraph monitoring \{\n[\s\S]*\}\n$/);
});

test.each([
  [['--app', 'web'], 'shop/web', 'ops/db'],
  [['--in-namespace', 'ops'], 'ops/db', 'shop/web'],
  [['--prometheus', 'monitoring/k8s', '--app', 'db'], 'ops/db', 'shop/web'],
])('%j draws no more than that', async (args, drawn, left) => {
  const { stdout } = await run(...args);
  expect(stdout).toContain(`<br>${drawn}"`);
  expect(stdout).not.toContain(left);
});

test.each([
  [['--app', 'wbe'], 'No monitor leads to the app "wbe"; there are db, web.'],
  [['--in-namespace', 'x'], 'No monitor leads to the namespace "x"; there are ops, shop.'],
  [['--prometheus', 'monitoring/x'], 'No monitor leads to the Prometheus "monitoring/x"; there is monitoring/k8s.'],
  [['--prometheus', 'k8s'], 'It is NAMESPACE/NAME, such as monitoring/k8s.'],
  [['--app', 'web', '--in-namespace', 'ops'], 'No monitor fits all of'],
  [['--format', 'svg'], 'Allowed choices are mermaid, dot.'],
])('refuses %j', async (args, message) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('says on standard error what is grouped', async () => {
  const many = Array.from({ length: 150 }, (_, i) => manifest(`web-${i}`)).join('---\n');
  const { code, stdout, stderr } = await runCli(['graph', '-'], { stdin: many });
  expect(code).toBe(0);
  expect(stderr).toContain('The wiring has 600 arrows, and Mermaid draws at most 500 of them');
  expect(stderr).toContain('--format dot has no limit');
  expect(stdout).toContain('note["The wiring has 600 arrows');
});

test('draws what could be read, and ends with 2', async () => {
  const { code, stdout } = await runCli(['graph', '-'], { stdin: `${manifest('web')}---\nkind: [` });
  expect(code).toBe(2);
  expect(stdout).toContain('flowchart LR');
});

test('hands all options to the engine', async () => {
  const args = ['graph', '-', '--namespace', 'shop', '--operator-version', '0.90', '--complete', '--stack', 'kps/m'];
  const { engine } = await runCli(args, { stdin: manifest('web') });
  expect(engine.options).toMatchObject({ defaultNamespace: 'shop', operatorVersion: '0.90.0', absence: 'complete' });
  expect(engine.stacks).toMatchObject([{ release: 'kps', namespace: 'm' }]);
});
