import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { generateExpressions } from './generate-expressions';

/** Seed and number of the expressions that are generated. */
const GENERATED = { seed: 53, count: 900 };

/** Every expression that promtool is asked about: those of `by-hand.txt`, an empty one, and generated ones. */
export function corpusExpressions(): string[] {
  const lines = readFileSync(path.join(__dirname, 'by-hand.txt'), 'utf8').split('\n');
  const severalLines = 'sum(\n  rate(foo[5m])\n) by (job) # why\n> 0';
  const all = [...lines.slice(0, -1), severalLines, ...generateExpressions(GENERATED.seed, GENERATED.count)];
  return [...new Set(['', ...all])];
}
