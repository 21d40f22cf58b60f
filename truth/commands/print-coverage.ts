import { Coverage, coverageTable, weakRows } from '../random/coverage';
import { generateCluster } from '../random/generate-cluster';
import { type Seeds, seedsOf } from './seeds';
import type { Work } from './work';

/** Prints what random clusters would cover. */
export function printCoverage(seeds: Seeds, log: Work['log']): void {
  const coverage = new Coverage();
  for (const seed of seedsOf(seeds)) {
    coverage.add(generateCluster(seed));
  }
  log(coverageTable(coverage));
  const weak = weakRows(coverage);
  log(`${weak.length === 0 ? 'No row is' : `${weak.length} rows are`} rarer than wanted.`);
}
