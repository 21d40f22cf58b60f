import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtPackage, repositoryRoot } from './built-package';

builtPackage();
const folders: string[] = [];
const cli = path.join(repositoryRoot, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');

afterAll(() => {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Options {
  readonly properties?: string;
  readonly release?: string;
  readonly names?: string;
}

/** A project whose app has a Service, a Deployment and a monitor, which are scraped if the label is right. */
function project({ properties = '', release = 'kps', names = 'web' }: Options = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-plugin-'));
  folders.push(folder);
  mkdirSync(path.join(folder, 'node_modules'));
  for (const name of ['cdk8s', 'constructs']) {
    symlinkSync(path.join(repositoryRoot, 'node_modules', name), path.join(folder, 'node_modules', name));
  }
  symlinkSync(repositoryRoot, path.join(folder, 'node_modules', 'cdk8s-prometheus'));
  writeFileSync(
    path.join(folder, 'cdk8s.yaml'),
    `app: node app.js
output: dist
validations:
  - package: ./node_modules/cdk8s-prometheus
    version: 0.1.0
    class: MonitoringValidation
    properties:
      stacks:
        - release: kps
          namespace: monitoring
${properties}`,
  );
  writeFileSync(
    path.join(folder, 'app.js'),
    `const { ApiObject, App, Chart } = require('cdk8s');
     const app = new App();
     const chart = new Chart(app, 'shop', { namespace: 'shop' });
     const labels = { app: 'web' };
     new ApiObject(chart, 'monitor', {
       apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor',
       metadata: { name: 'web', labels: { release: '${release}' } },
       spec: { selector: { matchLabels: labels }, endpoints: [{ port: 'http' }] },
     });
     new ApiObject(chart, 'service', {
       apiVersion: 'v1', kind: 'Service', metadata: { name: '${names}', labels },
       spec: { selector: labels, ports: [{ name: 'http', port: 80 }] },
     });
     new ApiObject(chart, 'pod', {
       apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod', labels },
       spec: { containers: [{ name: 'web', image: 'web:1', ports: [{ containerPort: 80 }] }] },
     });
     app.synth();`,
  );
  return folder;
}

function synth(folder: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'synth', '--validate', '--check-upgrade=false', ...options],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder } },
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the report is coloured always
  return { status, stdout: stdout.replace(/\u001b\[\d+m/g, ''), stderr };
}

test('an app that is scraped passes', () => {
  const { status, stdout } = synth(project());
  expect(stdout).toMatch(/Status\s+│ success/);
  expect(stdout).toMatch(/targets\s+│ 1 /);
  expect(status).toBe(0);
});

test('an app that is not scraped fails, with what to change', () => {
  const folder = project({ release: 'other', names: 'shop' });
  const report = path.join(folder, 'report.json');
  const { status, stdout } = synth(folder, '--validation-reports-output-file', report);
  expect(status).toBe(2);
  expect(stdout).toContain('monitor/not-selected (1 occurrences)');
  expect(stdout).toContain('- Construct Path: shop/monitor');
  expect(stdout).toContain('- Resource Name: ServiceMonitor shop/web');
  expect(stdout).toMatch(/> metadata\.labels\.release \(dist\/shop\.k8s\.yaml:\d+:\d+\)/);
  expect(stdout).toContain('How to fix: ');
  const [{ summary, violations }] = JSON.parse(readFileSync(report, 'utf8')).reports;
  expect(summary).toMatchObject({ status: 'failure', metadata: { errors: '1' } });
  expect(violations).toMatchObject([{ ruleName: 'monitor/not-selected' }]);
});

test('of objects that share a name none is given the path of another', () => {
  const { stdout } = synth(project({ release: 'other' }));
  expect(stdout).toContain('- Resource Name: ServiceMonitor shop/web');
  expect(stdout).toContain('- Construct Path: N/A');
});

test('a finding below the level is told and passes', () => {
  const missing = "port: 'http', authorization: { credentials: { name: 'token', key: 'value' } }";
  const warns = project();
  const app = readFileSync(path.join(warns, 'app.js'), 'utf8').replace("port: 'http'", missing);
  writeFileSync(path.join(warns, 'app.js'), app);
  const { status, stdout } = synth(warns);
  expect({ status, found: /monitor\/secret-exists/.test(stdout) }).toEqual({ status: 0, found: true });
  const strict = project({ properties: '      level: warning\n' });
  writeFileSync(path.join(strict, 'app.js'), app);
  expect(synth(strict).status).toBe(2);
});

test('a property that there is not is an error with the name of the right ones', () => {
  const { status, stderr, stdout } = synth(project({ properties: '      levle: warning\n' }));
  expect(status).not.toBe(0);
  expect(stderr + stdout).toContain('use one of stacks, level');
});

test('what cdk8s-cli does itself is as the page says', () => {
  const folder = project();
  const mixed = synth(folder, '--stdout').stdout;
  expect(mixed).toMatch(/kind: Service/);
  expect(mixed).toMatch(/Performing validations/);
  expect(synth(folder, '--stdout', '--no-validate').stdout).not.toMatch(/validations/);
  writeFileSync(path.join(folder, 'report.json'), '');
  expect(synth(folder, '--validation-reports-output-file', 'report.json').status).not.toBe(0);
  expect(existsSync(path.join(folder, 'report.json'))).toBe(true);
});
