import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describeCheck, explanationOf } from '../../cli/check-descriptions';
import { connectedEngine } from '../../lib/engine/connected-engine';
import { repositoryRoot } from '../packaging/built-package';
import { runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

const BAD = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata:
  name: k8s
  namespace: monitoring
spec:
  serviceMonitorSelector: {}
  serviceMonitorNamespaceSelector: {}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: web
  namespace: shop
spec:
  jobLabel: none
  selector:
    matchLabels:
      app: web
  endpoints:
    - port: "8080"
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  selector:
    app: web
  ports:
    - name: http
      port: 8080
`;

const cwd = temporaryFolder({ 'k8s/bad.yaml': BAD });

function check(...options: string[]) {
  return runCli(['check', 'k8s', ...options], { cwd, engine: connectedEngine });
}

test.each(['sarif', 'github', 'junit'])('%s is the same on a terminal, in a file, and again', async (format) => {
  const { code, stdout } = await check('--format', format, '--color', 'always');
  expect(code).toBe(1);
  expect(stdout).toContain('monitor/port-exists');
  expect(stdout).not.toContain('\u001b');
  await check('--format', format, '--output', 'out.txt');
  expect(readFileSync(path.join(cwd, 'out.txt'), 'utf8')).toBe(stdout);
});

test('the fix that SARIF holds mends the file', async () => {
  const log = JSON.parse((await check('--format', 'sarif')).stdout);
  const result = log.runs[0].results.find(({ ruleId }: any) => ruleId === 'monitor/port-exists');
  const [{ artifactLocation, replacements }] = result.fixes[0].artifactChanges;
  expect(artifactLocation.uri).toBe('k8s/bad.yaml');
  const [{ deletedRegion, insertedContent }] = replacements;
  const lines = BAD.split('\n');
  const line = lines[deletedRegion.startLine - 1];
  lines[deletedRegion.startLine - 1] =
    line.slice(0, deletedRegion.startColumn - 1) + insertedContent.text + line.slice(deletedRegion.endColumn - 1);
  const { code } = await runCli(['check', '-'], { stdin: lines.join('\n'), engine: connectedEngine });
  expect(code).toBe(0);
});

test('SARIF holds what an annotation suppresses', async () => {
  const annotation = '  annotations:\n    ignore.cdk8s-prometheus/monitor.port-exists: meant so\n';
  const stdin = BAD.replace('spec:\n  jobLabel', `${annotation}spec:\n  jobLabel`);
  const { stdout } = await runCli(['check', '-', '--format', 'sarif'], { stdin, engine: connectedEngine });
  expect(JSON.parse(stdout).runs[0].results.filter((one: any) => one.suppressions)).toMatchObject([
    { ruleId: 'monitor/port-exists', suppressions: [{ kind: 'inSource', justification: 'meant so' }] },
  ]);
});

test('a failure of JUnit is what --level says', async () => {
  expect((await check('--format', 'junit')).stdout).toContain('failures="1"');
  const { stdout } = await runCli(['check', '-', '--format', 'junit', '--level', 'info'], {
    stdin: BAD.replace('"8080"', 'http'),
    engine: connectedEngine,
  });
  expect(stdout).not.toContain('failures="0"');
});

test('the page of a check is told without its examples, with links that lead there from anywhere', () => {
  const page = readFileSync(path.join(repositoryRoot, 'docs/checks/monitor/port-exists.md'), 'utf8');
  const text = explanationOf(page, 'https://example.com/docs/checks/monitor/port-exists.md');
  expect(text).toMatch(/^# monitor\/port-exists\n\n## What it finds\n/);
  expect(text).not.toContain('```');
  expect(text).toContain('](https://example.com/docs/checks/suppressing.md)');
  expect(describeCheck('suppression/unused', () => 'https://example.com/a.md')?.markdown).toContain('## What it finds');
  expect(describeCheck('no/such', () => '')).toBeUndefined();
});
