import type { Finding, ObjectReference, ObjectSource } from './finding';
import type { Target } from './target-list';

/** Whether a link of the chain holds. */
export enum LinkState {
  /** It holds. */
  HOLDS = 'holds',
  /** It is broken, so that nothing after it matters. */
  BROKEN = 'broken',
  /** These objects do not tell. */
  UNKNOWN = 'unknown',
  /** Something to know, which decides nothing. */
  NOTE = 'note',
}

/** One link of the chain from an object to its targets, with the links inside it. */
export interface ChainLink {
  /**
   * `L1` to `L10`.
   *
   * @default - a part of the link above it
   */
  readonly link?: string;
  /** Whether it holds. */
  readonly state: LinkState;
  /** What was looked at and what came out. */
  readonly text: string;
  /**
   * The object that decides.
   *
   * @default - the object that is explained
   */
  readonly object?: ObjectReference;
  /**
   * The field that decides.
   *
   * @default - none in particular
   */
  readonly field?: string;
  /**
   * Where that field was written.
   *
   * @default - not known
   */
  readonly source?: ObjectSource;
  /**
   * Id of the check that reports it.
   *
   * @default - none does
   */
  readonly check?: string;
  /**
   * How to mend it.
   *
   * @default - nothing is to be mended
   */
  readonly fix?: string;
  /** Parts. */
  readonly links: ChainLink[];
}

/** Why an object is scraped, or is not. */
export interface Explanation {
  /** Version of this format. */
  readonly version: number;
  /** The object that was asked about. */
  readonly object: ObjectReference;
  /** Where it was written. */
  readonly source: ObjectSource;
  /** The answer in one sentence. */
  readonly verdict: string;
  /** One chain for each Prometheus, or group of instances, that comes into question. */
  readonly chains: ChainLink[];
  /** Its targets; of very many the first ones, and then the last of the chains says so. */
  readonly targets: Target[];
  /** The findings that concern it, and those that a chain names; of very many the first ones. */
  readonly findings: Finding[];
}
