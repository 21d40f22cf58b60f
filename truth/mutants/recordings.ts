import { NEWEST_OPERATOR } from '../../lib/simulator/versions/operator-releases';
import type { Recording, Scenario } from '../scenario/scenario';
import { readScenario, scenarioNames } from '../scenario/scenario-file';
import { load } from './modules';
import type { Witness } from './witness';

/** Stands in for what was observed where nothing was yet. */
const NOTHING: Recording = {
  versions: { kubernetes: NEWEST_OPERATOR.kubernetes, operator: NEWEST_OPERATOR.operator, prometheus: [] },
  truth: { refused: {}, instances: {} },
};

/**
 * All scenarios that were recorded.
 *
 * @param unrecordedToo whether others count as well, with what the simulator says of them as it is loaded now
 */
export function recordings(unrecordedToo: boolean): Witness[] {
  return scenarioNames().flatMap((name) => {
    const scenario = readScenario(name);
    const recording = scenario.recording ?? (unrecordedToo ? predicted(scenario) : undefined);
    return recording === undefined ? [] : [witness(scenario, recording)];
  });
}

function witness({ name, objects }: Scenario, recording: Recording): Witness {
  return {
    by: 'recording',
    name,
    notice: async () => {
      try {
        return comparison().compareScenario(objects, recording)[0]?.kind;
      } catch (error) {
        return String(error);
      }
    },
  };
}

function predicted({ objects }: Scenario): Recording {
  const { refused, instances } = comparison().predictScenario(objects, NOTHING).predicted;
  // As it would be read from a file.
  return { ...NOTHING, truth: JSON.parse(JSON.stringify({ refused, instances })) };
}

function comparison(): typeof import('../comparison/compare-scenario') {
  return load('truth/comparison/compare-scenario.ts') as typeof import('../comparison/compare-scenario');
}
