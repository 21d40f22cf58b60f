import * as fs from 'node:fs';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { differenceText } from '../comparison/compare';
import { compareScenario } from '../comparison/compare-scenario';
import { type Rig, shareOut } from '../machine/rig';
import { runScenario } from '../run-scenario';
import type { Recording } from '../scenario/scenario';
import { readScenario } from '../scenario/scenario-file';
import type { Truth } from '../scenario/truth';
import { since, type Work } from './work';

/** Runs scenarios again; true if all is as recorded, and as the simulator says. Writes nothing. */
export async function verifyScenarios({ rigs, log }: Work, wanted: readonly string[], keep?: string): Promise<boolean> {
  const start = Date.now();
  const wrong = await shareOut(rigs, wanted, async (rig, name) => {
    try {
      return await verifyScenario(rig, name, log, keep);
    } catch (error) {
      log(`FAILED  ${name}\n${(error as Error).stack}`);
      return true;
    }
  });
  const count = wrong.filter(Boolean).length;
  log(`${wanted.length} scenarios run in ${since(start)}; ${count} of them differ.`);
  return count === 0;
}

/** True if something is not as recorded, or not as the simulator says. */
async function verifyScenario(rig: Rig, name: string, log: Work['log'], keep?: string): Promise<boolean> {
  const scenario = readScenario(name);
  const folder = keep && path.join(path.resolve(keep), name);
  if (folder !== undefined) {
    fs.mkdirSync(folder, { recursive: true });
  }
  const recording = await runScenario(rig, scenario.objects, folder);
  const changed = scenario.recording !== undefined && !sameFacts(scenario.recording, recording);
  const differences = compareScenario(scenario.objects, recording);
  if (folder !== undefined) {
    fs.writeFileSync(path.join(folder, 'truth.yaml'), stringify(recording, { lineWidth: 0 }));
  }
  log(
    [
      `${differences.length > 0 ? 'DIFFERS' : changed ? 'CHANGED' : 'as said'} ${name}`,
      ...differences.map(differenceText),
      ...(changed ? ['It is not what was recorded.'] : []),
    ].join('\n'),
  );
  return changed || differences.length > 0;
}

/** Messages may change with versions. */
function sameFacts(a: Recording, b: Recording): boolean {
  return isDeepStrictEqual(factsOf(a.truth), factsOf(b.truth));
}

function factsOf({ refused, instances }: Truth): unknown {
  return JSON.parse(
    JSON.stringify([
      Object.keys(refused).sort(),
      Object.entries(instances).map(([key, { outcome, rejected, jobs }]) => [
        ...[key, outcome, Object.keys(rejected).sort()],
        jobs,
      ]),
    ]),
  );
}
