import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Figure } from './measure';
import { ROOT, type Workplace } from './workplace';

/** Bytes of generated TypeScript against the stock import. */
export function size(workplace: Workplace): Figure | undefined {
  if (!workplace.stockImport) {
    return undefined;
  }
  const ours = fs
    .readdirSync(path.join(ROOT, 'imports'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .reduce((sum, file) => sum + fs.statSync(path.join(ROOT, 'imports', file)).size, 0);
  const stock = fs.statSync(workplace.stockImport).size;
  return {
    title: 'generated TypeScript against the stock import',
    ratio: ours / stock,
    limit: 1 / 5,
    detail: `ours ${ours} bytes, stock ${stock} bytes`,
  };
}
