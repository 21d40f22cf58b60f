import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectedEngine } from '../../lib/engine/connected-engine';
import { runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

const stdin = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ name: http, port: 80 }] }\n';

async function findingsOf(files: {
  [name: string]: string;
}): Promise<{ code: number; findings: any[]; stdout: string }> {
  const folder = temporaryFolder();
  const options = Object.entries(files).flatMap(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return ['--helm-values', join(folder, name)];
  });
  const argv = [
    'check',
    '-',
    '--stack',
    'kps/monitoring',
    '--operator-version',
    '0.93.1',
    '--format',
    'json',
    ...options,
  ];
  const { code, stdout } = await runCli(argv, { stdin, engine: connectedEngine });
  const { findings } = JSON.parse(stdout);
  return { code, stdout, findings: findings.filter(({ check }: any) => check.startsWith('stack/')) };
}

test('a mistake in a values file is found at its line', async () => {
  const { code, findings } = await findingsOf({
    'values.yaml': '# ours\nprometheus:\n  enabled: true\n  retention: 3d\n',
  });
  expect(findings).toMatchObject([{ check: 'stack/unknown-value', level: 'error', source: { line: 4, column: 3 } }]);
  expect(findings[0].source.file).toMatch(/values\.yaml$/);
  expect(code).toBe(1);
});

test('of several files the one that counts is named', async () => {
  const { findings } = await findingsOf({
    'base.yaml': 'grafana:\n  adminPassword: ""\n',
    'prod.yaml': 'kube-state-metrics:\n  replicas: 1\ngrafana:\n  adminPassword: hunter2\n',
  });
  expect(findings).toMatchObject([{ check: 'stack/literal-secret', source: { line: 4 } }]);
  expect(findings[0].source.file).toMatch(/prod\.yaml$/);
});

test('a secret never shows', async () => {
  const { stdout } = await findingsOf({ 'values.yaml': 'grafana:\n  admin: hunter2\n  adminPassword: hunter2\n' });
  expect(stdout).not.toContain('hunter2');
});
