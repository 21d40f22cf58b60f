import * as path from 'node:path';
import { type Figure, medians, run } from './measure';

/** Milliseconds of one synth in a process of its own; the most memory that it has held goes into `peaks`. */
function synth(side: 'with' | 'without', apps: number, peaks: Map<string, number>): () => number {
  const worker = path.join(__dirname, 'proof-worker.js');
  return () => {
    const [milliseconds, mebibytes] = run(process.execPath, [worker, side, String(apps)])
      .split(' ')
      .map(Number);
    const name = `${side} ${apps}`;
    peaks.set(name, Math.max(peaks.get(name) ?? 0, mebibytes));
    return milliseconds;
  };
}

/** What the proof adds to a synth of many apps, and how that grows. */
export function proof(): Figure[] {
  const peaks = new Map<string, number>();
  const { bare, proven, bareFour, provenFour } = medians({
    bare: synth('without', 1000, peaks),
    proven: synth('with', 1000, peaks),
    bareFour: synth('without', 4000, peaks),
    provenFour: synth('with', 4000, peaks),
  });
  const peak = (name: string): string => `${Math.round(peaks.get(name) ?? 0)} MiB`;
  return [
    {
      title: 'synth of 1,000 MonitoredApps with the proof against the same without',
      ratio: proven / bare,
      limit: 1.25,
      detail: `with ${Math.round(proven)} ms (${peak('with 1000')}), without ${Math.round(bare)} ms (${peak('without 1000')})`,
    },
    {
      title: 'what the proof adds to 4,000 MonitoredApps against 1,000',
      ratio: (provenFour - bareFour) / (proven - bare),
      limit: 4.4,
      detail: `4,000: ${Math.round(provenFour - bareFour)} ms, 1,000: ${Math.round(proven - bare)} ms`,
    },
  ];
}
