import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import { type Figure, medians, run } from './measure';
import type { Workplace } from './workplace';

/** Loading the main entry against loading the compiled stock import, in a process that has loaded cdk8s. */
export function load(workplace: Workplace): Figure | undefined {
  if (!workplace.stockImport) {
    return undefined;
  }
  const compiled = path.join(path.dirname(workplace.stockImport), 'compiled.js');
  const { outputText } = ts.transpileModule(fs.readFileSync(workplace.stockImport, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2017 },
  });
  fs.writeFileSync(compiled, outputText);
  const loading = (what: string) => () =>
    Number(
      run(
        process.execPath,
        [
          '-e',
          `require('cdk8s'); require('constructs');
           const start = process.hrtime.bigint();
           require(${JSON.stringify(what)});
           process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));`,
        ],
        { cwd: workplace.folder },
      ),
    );
  const { ours, stock } = medians({ ours: loading('cdk8s-prometheus'), stock: loading(compiled) });
  return {
    title: 'loading the main entry against loading the compiled stock import',
    ratio: ours / stock,
    limit: 1 / 3,
    detail: `ours ${ours.toFixed(1)} ms, stock ${stock.toFixed(1)} ms`,
  };
}
