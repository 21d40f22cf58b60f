import type { KubeObject } from '../../lib/simulator/kube-object';
import type { Truth } from './truth';

/** Objects, and what a real cluster makes of them. */
export interface Scenario {
  /** Path of its file below `test/truth`, without the extension. */
  readonly name: string;
  /** The fact that it shows, in one sentence. */
  readonly title: string;
  /** All objects of the cluster but those that the rig adds; see `withSupplements`. */
  readonly objects: readonly KubeObject[];
  /** What was observed, and by what; absent until it was recorded. */
  readonly recording?: Recording;
}

/** What was observed in a real cluster. */
export interface Recording {
  readonly versions: Versions;
  readonly truth: Truth;
}

/** What was run. */
export interface Versions {
  readonly kubernetes: string;
  readonly operator: string;
  /** Those that the instances of the scenario ran. */
  readonly prometheus: readonly string[];
}
