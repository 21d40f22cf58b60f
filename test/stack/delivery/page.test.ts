import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { NEWEST_CHART } from '../../../lib/stack/facts/chart-versions';
import { StackRelease } from '../../../lib/stack/stack-release';

const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'constructs', 'stack-delivery.md'), 'utf8');

test('the page on delivery names the newest chart wherever it names one', () => {
  const versions = [...page.matchAll(/\b\d+\.\d+\.\d+\b/g)].map(([version]) => version);
  expect(new Set(versions)).toEqual(new Set([NEWEST_CHART]));
});

test('the page on delivery shows the install command of the release', () => {
  const chart = new Chart(Testing.app(), 'c', { namespace: 'monitoring' });
  expect(page).toContain(new StackRelease(chart, 'prometheus-stack').helmInstallCommand());
});
