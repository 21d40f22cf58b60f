import { differenceText } from '../comparison/compare';
import { compareScenario } from '../comparison/compare-scenario';
import { shareOut } from '../machine/rig';
import { runScenario } from '../run-scenario';
import { readScenario, writeRecording } from '../scenario/scenario-file';
import { since, type Work } from './work';

/** Records scenarios; true if the simulator says of all what was recorded. */
export async function recordScenarios({ rigs, log }: Work, wanted: readonly string[]): Promise<boolean> {
  const start = Date.now();
  const differing = await shareOut(rigs, wanted, async (rig, name) => {
    const { objects } = readScenario(name);
    try {
      const recording = await runScenario(rig, objects);
      writeRecording(name, recording);
      const differences = compareScenario(objects, recording);
      log(
        [`${differences.length === 0 ? 'recorded' : 'DIFFERS '} ${name}`, ...differences.map(differenceText)].join(
          '\n',
        ),
      );
      return differences.length > 0;
    } catch (error) {
      log(`FAILED   ${name}\n${(error as Error).stack}`);
      return true;
    }
  });
  const count = differing.filter(Boolean).length;
  log(`${wanted.length} scenarios recorded in ${since(start)}; with ${count} of them the simulator does not agree.`);
  return count === 0;
}
