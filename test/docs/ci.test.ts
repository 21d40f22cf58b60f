import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { connectedEngine } from '../../lib/engine/connected-engine';
import { runCli } from '../cli/run-cli';
import { temporaryFolder } from '../cli/temporary-folder';
import { repositoryRoot } from '../packaging/built-package';

const page = readFileSync(path.join(repositoryRoot, 'docs', 'ci.md'), 'utf8');
const [github, gitlab, preCommit] = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => parse(text));
const commands = [...page.matchAll(/npx cdk8s-prometheus ((?:[^\s`]+ ?)+)/g)].map(([, words]) => words.trim());

const MONITOR = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web, namespace: shop, labels: {release: LABEL}}
spec: {selector: {matchLabels: {app: web}}, endpoints: [{port: http}]}
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: k8s, namespace: shop}
spec: {serviceMonitorSelector: {matchLabels: {release: kps}}}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {selector: {app: web}, ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
spec: {containers: [{name: web, image: 'web:1', ports: [{containerPort: 80}]}]}
`;

function run(words: string, label: string) {
  const cwd = temporaryFolder({ 'dist/web.yaml': MONITOR.replace('LABEL', label) });
  return runCli(words.split(' '), { cwd, engine: connectedEngine }).then((outcome) => ({ ...outcome, cwd }));
}

test('the page has a command for each recipe', () => {
  expect(commands.map((words) => words.split(' ')[0])).toEqual(['check', 'check', 'check', 'check', 'targets']);
});

test.each(commands)('npx cdk8s-prometheus %s passes what is wired', async (words) => {
  expect((await run(words, 'kps')).code).toBe(0);
});

test.each(commands.filter((words) => words.startsWith('check')))(
  'npx cdk8s-prometheus %s fails what is not, and still writes its report',
  async (words) => {
    const { code, stdout, cwd } = await run(words, 'other');
    const [, file] = /--output (\S+)/.exec(words) ?? [];
    expect(code).toBe(1);
    expect(file === undefined ? stdout : readFileSync(path.join(cwd, file), 'utf8')).toContain('monitor/not-selected');
  },
);

test('what is uploaded is what is written', () => {
  const { steps } = github.jobs.check;
  const [upload] = steps.filter(({ uses = '' }: any) => uses.includes('upload-sarif'));
  expect(steps.map((step: any) => step.run ?? '').join('\n')).toContain(`--output ${upload.with.sarif_file}\n`);
  expect(gitlab.monitoring.script.at(-1)).toMatch(new RegExp(`--output ${gitlab.monitoring.artifacts.reports.junit}$`));
  expect(preCommit.repos[0].hooks[0]).toMatchObject({ pass_filenames: false, language: 'system' });
});
