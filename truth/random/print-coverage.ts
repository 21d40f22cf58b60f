import { Coverage, coverageTable, weakRows } from './coverage';
import { generateCluster } from './generate-cluster';

const count = Number(process.argv[2] ?? 1000);
const coverage = new Coverage();
for (let seed = 1; seed <= count; seed++) {
  coverage.add(generateCluster(seed));
}
console.log(coverageTable(coverage));
const weak = weakRows(coverage);
console.log(`\n${weak.length === 0 ? 'No row is' : `${weak.length} rows are`} rarer than wanted.`);
