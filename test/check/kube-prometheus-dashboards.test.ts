import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { queriesOf } from '../../lib/simulator/dashboards/panels';
import { release } from './dashboard/grafana';
import { evaluateYaml } from './evaluate-yaml';

const FILE = path.join(__dirname, '../../../shared/data/kube-prometheus-manifests/grafana-dashboardDefinitions.yaml');
const isThere = fs.existsSync(FILE);
if (!isThere) {
  console.warn(`SKIPPED: dashboards of kube-prometheus, since ${FILE} is not there`);
}

/** The dashboards of kube-prometheus, as an app would bring them, and so that they do not clash with those of the chart. */
function dashboards(change: (text: string) => string = (text) => text): object[] {
  const { items } = parse(fs.readFileSync(FILE, 'utf8'));
  return items.map((item: any) => ({
    ...item,
    metadata: { ...item.metadata, labels: { grafana_dashboard: '1' } },
    data: Object.fromEntries(Object.entries<string>(item.data).map(([key, text]) => [`app-${key}`, change(text)])),
  }));
}

function findings(objects: readonly object[]) {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  return evaluateYaml(text, 'objects.yaml')
    .report()
    .findings.filter(({ check }) => check.startsWith('dashboard/'));
}

(isThere ? describe : describe.skip)('the dashboards of kube-prometheus', () => {
  test('are fine', () => {
    expect(findings([release(), ...dashboards()])).toEqual([]);
  });

  test('have hundreds of expressions that are looked at', () => {
    const all = dashboards().flatMap(({ data }: any) =>
      Object.values<string>(data).flatMap((text) => queriesOf(JSON.parse(text))),
    );
    expect(all.filter(({ expr }) => expr !== undefined).length).toBeGreaterThan(400);
  });

  test('are not fine with a bracket too few', () => {
    const broken = findings([
      release(),
      ...dashboards((text) => text.replaceAll('$__rate_interval]', '$__rate_interval')),
    ]);
    expect(broken.filter(({ check }) => check === 'dashboard/expression').length).toBeGreaterThan(100);
  });
});
