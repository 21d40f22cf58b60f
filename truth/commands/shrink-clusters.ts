import type { KubeObject } from '../../lib/simulator/kube-object';
import { type Difference, differenceText } from '../comparison/compare';
import { compareScenario } from '../comparison/compare-scenario';
import { type Rig, shareOut } from '../machine/rig';
import { generateCluster } from '../random/generate-cluster';
import { shrinkCluster } from '../random/shrink-cluster';
import { runScenario } from '../run-scenario';
import { writeScenario } from '../scenario/scenario-file';
import type { Work } from './work';

/**
 * Looks for the least that is left of random clusters with which the simulator does not agree, and adds it to the
 * scenarios; true if it agrees with all.
 */
export async function shrinkClusters({ rigs, log }: Work, seeds: readonly number[]): Promise<boolean> {
  const agreed = await shareOut(rigs, seeds, async (rig, seed) => {
    const objects = generateCluster(seed);
    const differences = await differencesOf(rig, objects);
    if (differences.length === 0) {
      log(`With seed ${seed} the simulator agrees.`);
      return true;
    }
    // What is left must be wrong in the same way, else one mistake is lost for another.
    const kinds = new Set(differences.map(({ kind }) => kind));
    const shrunk = await shrinkCluster(objects, async (fewer) =>
      (await differencesOf(rig, fewer)).some(({ kind }) => kinds.has(kind)),
    );
    const recording = await runScenario(rig, shrunk.objects);
    const name = `found/seed-${seed}`;
    writeScenario({ name, title: `Found with seed ${seed}`, objects: shrunk.objects, recording });
    const trials = `after ${shrunk.trials} trials${shrunk.complete ? '' : ', which are used up: it may get smaller'}`;
    log([`test/truth/${name}.yaml, ${trials}`, ...differences.map(differenceText)].join('\n'));
    return false;
  });
  return agreed.every(Boolean);
}

async function differencesOf(rig: Rig, objects: readonly KubeObject[]): Promise<Difference[]> {
  return compareScenario(objects, await runScenario(rig, objects));
}
