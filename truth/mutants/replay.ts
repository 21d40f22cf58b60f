import { compare, type Difference } from '../comparison/compare';
import { predict } from '../prediction/predict';
import type { Scenario } from '../scenario/scenario';
import { withSupplements } from '../scenario/supplements';
import type { Truth } from '../scenario/truth';

/** Versions that scenarios are recorded with. */
const VERSIONS = { kubernetes: '1.36.3', operator: '0.93.0' };

/** What the simulator says of a scenario. */
export function predictionOf({ objects, recording }: Scenario): Truth {
  return predict(withSupplements(objects), recording?.versions ?? VERSIONS);
}

/** The first thing that the simulator says of a scenario and that is not so. */
export function firstDifference({ objects, recording }: Scenario, truth: Truth): Difference | undefined {
  return compare(predict(withSupplements(objects), recording?.versions ?? VERSIONS), truth)[0];
}
