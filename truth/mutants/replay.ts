import type { Difference } from '../comparison/compare';
import type { Scenario } from '../scenario/scenario';
import { readScenario, scenarioNames } from '../scenario/scenario-file';
import type { Truth } from '../scenario/truth';
import { load } from './modules';

/** Versions that scenarios are recorded with. */
const VERSIONS = { kubernetes: '1.36.3', operator: '0.93.0' };

/** Replays scenarios with the simulator as it is loaded. */
export class Replay {
  /** Names of those that differ from what the simulator says as it is; no mutant could be blamed for them. */
  public readonly different: string[] = [];
  private readonly expected: { readonly scenario: Scenario; readonly truth: Truth }[] = [];

  /** @param unrecordedToo whether scenarios without a recording count, with what the simulator says as it is */
  constructor(unrecordedToo: boolean) {
    for (const name of scenarioNames()) {
      const scenario = readScenario(name);
      const truth = scenario.recording?.truth ?? (unrecordedToo ? predicted(scenario) : undefined);
      if (truth !== undefined) {
        const passes = difference(scenario, truth) === undefined;
        passes ? this.expected.push({ scenario, truth }) : this.different.push(name);
      }
    }
  }

  public get size(): number {
    return this.expected.length;
  }

  /** The first scenario that comes out differently, with what differs. */
  public firstDifferent(): string | undefined {
    for (const [i, { scenario, truth }] of this.expected.entries()) {
      const what = whatDiffers(scenario, truth);
      if (what !== undefined) {
        // Whatever notices one mutant may notice the next one, which often breaks a similar rule.
        this.expected.unshift(...this.expected.splice(i, 1));
        return `${scenario.name} (${what})`;
      }
    }
    return undefined;
  }
}

function predicted(scenario: Scenario): Truth {
  const { refused, instances } = predict(scenario);
  // As it would be read from a file.
  return JSON.parse(JSON.stringify({ refused, instances }));
}

function whatDiffers(scenario: Scenario, truth: Truth): string | undefined {
  try {
    return difference(scenario, truth)?.kind;
  } catch (error) {
    return String(error);
  }
}

function difference(scenario: Scenario, truth: Truth): Difference | undefined {
  const { compare } = load('truth/comparison/compare.ts') as typeof import('../comparison/compare');
  return compare(predict(scenario), truth)[0];
}

function predict({ objects, recording }: Scenario) {
  const { predict: predictObjects } = load('truth/prediction/predict.ts') as typeof import('../prediction/predict');
  const { withSupplements } = load('truth/scenario/supplements.ts') as typeof import('../scenario/supplements');
  return predictObjects(withSupplements(objects), recording?.versions ?? VERSIONS);
}
