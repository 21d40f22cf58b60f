import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { type Figure, medians, run, time } from './measure';
import { ROOT } from './workplace';

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

/** Milliseconds of `npx cdk8s synth` as a user runs it. */
function userSynth(side: 'with' | 'without', output: string): () => number {
  const app = `node ${path.join('bench', 'proof-app.js')} ${side}`;
  const args = ['cdk8s', 'synth', '--check-upgrade=false', '--app', app, '--output', output];
  return () => time(() => run('npx', args, { cwd: ROOT }));
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
  const output = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-prometheus-bench-'));
  const user = medians({ bare: userSynth('without', output), proven: userSynth('with', output) });
  fs.rmSync(output, { recursive: true, force: true });
  const peak = (name: string): string => `${Math.round(peaks.get(name) ?? 0)} MiB`;
  return [
    {
      title: '`npx cdk8s synth` of 1,000 MonitoredApps with the proof against the same without',
      ratio: user.proven / user.bare,
      limit: 1.25,
      detail: `with ${Math.round(user.proven)} ms, without ${Math.round(user.bare)} ms`,
    },
    {
      title: 'in a process that is warm: synth of 1,000 MonitoredApps with the proof against the same without',
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
