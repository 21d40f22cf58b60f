import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubeObject } from '../../lib/simulator/kube-object';
import { type Difference, differenceText } from '../comparison/compare';
import { compareScenario } from '../comparison/compare-scenario';
import { type Rig, shareOut } from '../machine/rig';
import { generateCluster } from '../random/generate-cluster';
import { runScenario } from '../run-scenario';
import { writeScenario } from '../scenario/scenario-file';
import { since, type Work } from './work';

/** Where clusters are written with which the simulator does not agree. */
const FAILURES = path.join(__dirname, '..', 'build', 'differing');

/** Runs random clusters; true if the simulator agrees with all of them. */
export async function runRandomClusters(
  { rigs, log }: Work,
  firstSeed: number,
  count: number,
  _shrink: boolean,
): Promise<boolean> {
  fs.rmSync(FAILURES, { recursive: true, force: true });
  const seeds = Array.from({ length: count }, (_, index) => firstSeed + index);
  const kinds = new Map<string, number>();
  const start = Date.now();
  let done = 0;
  const differing = await shareOut(rigs, seeds, async (rig, seed) => {
    const objects = generateCluster(seed);
    const differences = await differencesOf(rig, seed, objects, log);
    done += 1;
    if (differences.length > 0) {
      for (const kind of new Set(differences.map((difference) => difference.kind))) {
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      log([`DIFFERS seed ${seed}`, ...differences.map(differenceText)].join('\n'));
    }
    if (done % 25 === 0) {
      log(`${done} of ${count} after ${since(start)}`);
    }
    return differences.length > 0;
  });
  const wrong = differing.filter(Boolean).length;
  log(`${count} clusters run in ${since(start)}; with ${wrong} of them the simulator does not agree.`);
  for (const [kind, number] of [...kinds].sort()) {
    log(`  ${kind}: ${number}`);
  }
  return wrong === 0;
}

async function differencesOf(
  rig: Rig,
  seed: number,
  objects: readonly KubeObject[],
  log: (line: string) => void,
): Promise<readonly Difference[]> {
  try {
    const first = compareScenario(objects, await runScenario(rig, objects));
    if (first.length === 0) {
      return first;
    }
    // A machine that is busy may not have been waited for long enough.
    const recording = await runScenario(rig, objects);
    const second = compareScenario(objects, recording);
    if (second.length > 0) {
      const title = `A random cluster with which the simulator does not agree, seed ${seed}`;
      writeScenario({ name: String(seed), title, objects, recording }, FAILURES);
    } else {
      log(`seed ${seed} differed once, and not again:\n${first.map(differenceText).join('\n')}`);
    }
    return second;
  } catch (error) {
    log(`seed ${seed} could not be run: ${(error as Error).stack}`);
    return [{ kind: 'instance', place: `seed ${seed}`, predicted: '', observed: String(error) }];
  }
}
