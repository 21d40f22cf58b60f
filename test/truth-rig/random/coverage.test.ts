import { CHECKS } from '../../../lib/check/registry';
import { Coverage, coverageTable, weakRows } from '../../../truth/random/coverage';
import { NOT_STAGED } from '../../../truth/random/coverage/check-rows';
import { generateCluster } from '../../../truth/random/generate-cluster';

describe('over some clusters', () => {
  const CLUSTERS = 150;
  const coverage = new Coverage();

  beforeAll(() => {
    for (let seed = 1; seed <= CLUSTERS; seed++) {
      coverage.add(generateCluster(seed));
    }
  });

  test.each(['outcome', 'role', 'port of', 'selector of', 'namespaceSelector', 'Service', 'workload'])(
    'each %s occurs',
    (group) => {
      expect(weakRows(coverage, 1).filter((row) => row.group === group)).toEqual([]);
    },
  );

  test('most clusters have a target that is up', () => {
    const up = coverage.rows.find(({ row }) => row === 'up');
    expect(up?.clusters).toBeGreaterThan(CLUSTERS / 2);
  });

  test('the table has a line for each row, and marks what is rare', () => {
    const lines = coverageTable(coverage, 10).split('\n');
    expect(lines).toHaveLength(1 + coverage.rows.length + Object.keys(NOT_STAGED).length);
    const weak = weakRows(coverage, 10);
    expect(weak.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.endsWith('fewer than 10'))).toHaveLength(weak.length);
  });
});

test('every check either has a row or a reason for which it has none', () => {
  const rows = new Coverage().rows.filter(({ group }) => group === 'check').map(({ row }) => row);
  expect([...rows, ...Object.keys(NOT_STAGED)].sort()).toEqual(CHECKS.map(({ id }) => id).sort());
});

test('a cluster counts once for a row, however often that occurs in it', () => {
  const coverage = new Coverage();
  const namespaces = ['one', 'two'].map((name) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec: { selector: { app: name }, ports: [{ port: 80 }] },
  }));
  coverage.add(namespaces);
  expect(coverage.rows.find(({ row }) => row === 'ClusterIP')?.clusters).toBe(1);
  expect(coverage.rows.find(({ row }) => row === 'ExternalName')?.clusters).toBe(0);
});
