import type { Verdict } from './mutant-process';

/** Something that may notice that a rule is broken: a recording, or a suite of tests. */
export interface Witness {
  readonly by: Extract<Verdict['by'], 'recording' | 'test'>;
  readonly name: string;
  /** What fails with the simulator as it is loaded; nothing where all is well. */
  notice(): Promise<string | undefined>;
}
