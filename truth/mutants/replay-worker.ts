/** Replays scenarios for mutants that the parent process sends, one after the other. Loaded modules stay in this process. */

import type { Difference } from '../comparison/compare';
import type { Scenario } from '../scenario/scenario';
import { readScenario, scenarioNames } from '../scenario/scenario-file';
import type { Truth } from '../scenario/truth';
import { loadWith, takeOverLoading } from './modules';
import type { Mutant } from './mutant';
import type { Ready, Replayed } from './replay-process';

/** A scenario with what has to come of it. */
interface Expected {
  readonly scenario: Scenario;
  readonly truth: Truth;
}

const REPLAY = 'truth/mutants/replay.ts';
const unrecordedToo = process.argv.includes('--unrecorded');
const expected: Expected[] = [];

takeOverLoading();
process.on('message', (mutant: Mutant) => send(replay(mutant)));
send(prepare());

/** Leaves out what differs before anything is broken, since no mutant could be blamed for it. */
function prepare(): Ready {
  const { firstDifference, predictionOf } = loadWith<typeof import('./replay')>(undefined, REPLAY);
  const different: string[] = [];
  for (const name of scenarioNames()) {
    const scenario = readScenario(name);
    const truth = scenario.recording?.truth ?? (unrecordedToo ? copy(predictionOf(scenario)) : undefined);
    if (truth === undefined) {
      continue;
    }
    if (firstDifference(scenario, truth) === undefined) {
      expected.push({ scenario, truth });
    } else {
      different.push(name);
    }
  }
  return { scenarios: expected.length, different };
}

function replay(mutant: Mutant): Replayed {
  let replayed: typeof import('./replay');
  try {
    replayed = loadWith(mutant, REPLAY);
  } catch (error) {
    return { broken: String(error) };
  }
  for (const { scenario, truth } of expected) {
    const kind = differenceKind(() => replayed.firstDifference(scenario, truth));
    if (kind !== undefined) {
      // Whatever tells one mutant from the library may tell the next one, which often breaks a similar rule.
      expected.unshift(
        ...expected.splice(
          expected.findIndex((one) => one.scenario === scenario),
          1,
        ),
      );
      return { scenario: scenario.name, kind };
    }
  }
  return {};
}

function differenceKind(difference: () => Difference | undefined): string | undefined {
  try {
    return difference()?.kind;
  } catch (error) {
    return String(error);
  }
}

/** What a file would hold of it. */
function copy({ refused, instances }: Truth): Truth {
  return JSON.parse(JSON.stringify({ refused, instances }));
}

function send(message: Ready | Replayed): void {
  process.send?.(message);
}
