import * as path from 'node:path';
import { type Figure, medians, run, time } from './measure';
import type { Workplace } from './workplace';

/** `npx cdk8s synth` as a user runs it: ts-node with type check, upgrade check off. */
export function userSynth(workplace: Workplace): Figure | undefined {
  if (!workplace.stockImport) {
    return undefined;
  }
  const synth = (app: string) => () =>
    time(() => {
      run('npx', ['cdk8s', 'synth', '--check-upgrade=false'], { cwd: path.join(workplace.folder, app) });
    });
  const { floor, ours, stock } = medians({ floor: synth('floor'), ours: synth('ours'), stock: synth('stock') });
  return {
    title: 'npx cdk8s synth of the story, above an app without bindings, against the stock import',
    ratio: (ours - floor) / (stock - floor),
    limit: 1 / 8,
    detail: `floor ${Math.round(floor)} ms, ours ${Math.round(ours)} ms, stock ${Math.round(stock)} ms`,
  };
}
