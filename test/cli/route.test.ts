import { connectedEngine } from '../../lib/engine/connected-engine';
import { alertmanager, alertmanagerConfig, configSecret } from '../simulator/alertmanager/fixtures';
import { runCli } from './run-cli';

const stdin = [
  alertmanager(),
  alertmanagerConfig(),
  configSecret({ route: { receiver: 'all' }, receivers: [{ name: 'all' }] }),
]
  .map((object) => JSON.stringify(object))
  .join('\n---\n');
const run = (...args: string[]) => runCli(['route', '-', ...args], { stdin, engine: connectedEngine });

test('says which receiver an alert reaches', async () => {
  const { code, stdout } = await run('--labels', 'alertname=Down,namespace=shop');
  expect(code).toBe(0);
  expect(stdout).toContain('shop/team/hook  webhook');
  expect(stdout).not.toContain('all  does nothing');
});

test('writes JSON, with the labels as they were understood', async () => {
  const { stdout } = await run('--labels', 'a=b,c,d=', '--labels', 'namespace=x', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({
    labels: { a: 'b,c', d: '', namespace: 'x' },
    alertmanagers: [{ alertmanager: 'monitoring/main', notifications: [{ receiver: 'all', integrations: [] }] }],
  });
});

test.each([
  [['--labels', 'namespace'], 'It is a list such as alertname=Down,namespace=shop.'],
  [[], '--labels'],
  [['--labels', 'a=b', '--alertmanager', 'x/y'], 'There is no Alertmanager "x/y"'],
])('refuses %j', async (args, message) => {
  const { code, stderr } = await run(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
