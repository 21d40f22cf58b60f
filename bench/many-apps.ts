import * as path from 'node:path';
import { type Figure, medians, run } from './measure';

/** Milliseconds of one synth in a process of its own, so that neither side profits from the other's warm code. */
function synth(side: 'ours' | 'by-hand', apps: number): () => number {
  const worker = path.join(__dirname, 'many-apps-worker.js');
  return () => Number(run(process.execPath, [worker, side, String(apps)]));
}

/** Synth of many apps: against the same objects written by hand, and against a quarter as many. */
export function manyApps(): Figure[] {
  const { ours, byHand, four } = medians({
    ours: synth('ours', 1000),
    byHand: synth('by-hand', 1000),
    four: synth('ours', 4000),
  });
  return [
    {
      title: 'synth of 1,000 MonitoredApps against cdk8s-plus-27 and ApiObject',
      ratio: ours / byHand,
      limit: 1.2,
      detail: `ours ${Math.round(ours)} ms, by hand ${Math.round(byHand)} ms`,
    },
    {
      title: 'synth of 4,000 MonitoredApps against 1,000',
      ratio: four / ours,
      limit: 4.4,
      detail: `4,000: ${Math.round(four)} ms, 1,000: ${Math.round(ours)} ms`,
    },
  ];
}
