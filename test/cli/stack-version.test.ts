import { connectedEngine } from '../../lib/engine/connected-engine';
import { runCli } from './run-cli';

const stdin = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ name: http, port: 80 }] }\n';

async function findingsOf(...options: string[]): Promise<any[]> {
  const argv = ['check', '-', '--stack', 'kps/monitoring', '--format', 'json', ...options];
  const { stdout } = await runCli(argv, { stdin, engine: connectedEngine });
  return JSON.parse(stdout).findings.filter(({ check }: any) => check === 'stack/assumed');
}

test('the chart of --stack is assumed, and the edit is one that the command line can take', async () => {
  const [finding, ...more] = await findingsOf();
  expect(more).toEqual([]);
  expect(finding.fix.text).toMatch(/--operator-version/);
});

test('--operator-version says which chart it is', async () => {
  expect(await findingsOf('--operator-version', '0.90.1')).toEqual([]);
});

test('an Operator that no known chart brings leaves the chart open', async () => {
  expect(await findingsOf('--operator-version', '0.78.0')).toHaveLength(1);
});
