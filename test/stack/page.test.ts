import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { type CompilerOptions, ModuleKind, transpileModule } from 'typescript';
import { NEWEST_CHART } from '../../lib/stack/facts/chart-versions';
import { StackRelease } from '../../lib/stack/stack-release';
import { propsOf } from './typed/struct-source';

const ROOT = join(__dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs', 'constructs', 'stack-release.md'), 'utf8');

function block(language: string): string {
  return page.split(`\`\`\`${language}\n`)[1].split('\n```')[0];
}

describe('the page on StackRelease', () => {
  test('shows an example that gives the values file below it', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'stack-page-'));
    const log = jest.spyOn(console, 'log').mockImplementation(() => {});
    try {
      const options: CompilerOptions = { module: ModuleKind.CommonJS };
      const code = transpileModule(block('ts').replace('new App()', `new App({ outdir: ${JSON.stringify(outdir)} })`), {
        compilerOptions: options,
      }).outputText;
      const load = (name: string) => (name === 'cdk8s-prometheus' ? require('../../lib') : require(name));
      new Function('require', 'exports', code)(load, {});
      expect(readFileSync(join(outdir, 'prometheus-stack.values'), 'utf8').trim()).toBe(block('yaml'));
      expect(log).toHaveBeenCalledWith('http://prometheus-stack-kube-prom-prometheus.monitoring.svc:9090');
    } finally {
      log.mockRestore();
      rmSync(outdir, { recursive: true, force: true });
    }
  });

  test('names the newest chart wherever it names one', () => {
    const versions = [...page.matchAll(/\b\d+\.\d+\.\d+\b/g)].map(([version]) => version);
    expect(new Set(versions)).toEqual(new Set([NEWEST_CHART]));
  });

  test('shows the install command of the release', () => {
    const chart = new Chart(Testing.app(), 'c', { namespace: 'monitoring' });
    const command = new StackRelease(chart, 'prometheus-stack').helmInstallCommand('dist/prometheus-stack.values');
    expect(page).toContain(command);
  });

  test('shows the names that the release has', () => {
    const chart = new Chart(Testing.app(), 'c', { namespace: 'monitoring' });
    const release = new StackRelease(chart, 'prometheus-stack') as unknown as Record<string, string>;
    const rows = [...page.matchAll(/^\| `(\w+)` \| `([^`]+)` \|$/gm)].map(([, property, value]) => [property, value]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(([property]) => [property, release[property]])).toEqual(rows);
  });

  test.each(propsOf('StackReleaseProps').map(({ name }) => name))('names the prop %s', (name) => {
    expect(page).toContain(`\`${name}\``);
  });
});
