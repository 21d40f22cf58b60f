import type { CheckAnswer } from './answer';
import type { Finding } from './finding';

/** How many there are of what. */
export interface CheckSummary {
  /** Objects that were read. */
  readonly objects: number;
  /** Targets that will be scraped, over all Prometheus instances. */
  readonly targets: number;
  /** Findings of level error. */
  readonly errors: number;
  /** Findings of level warning. */
  readonly warnings: number;
  /** Findings of level info. */
  readonly infos: number;
  /** Findings that a person has suppressed with a reason; they are in no other number. */
  readonly suppressed: number;
}

/** A finding that a person has suppressed. */
export interface SuppressedFinding {
  readonly finding: Finding;
  /** The person's words. */
  readonly reason: string;
}

/** The outcome of all checks. */
export interface CheckReport {
  /** Version of this format. */
  readonly version: number;
  /** Errors first, then by file and line or construct, object and field. */
  readonly findings: Finding[];
  /** What a person has suppressed, in the order of `findings`. */
  readonly suppressed: SuppressedFinding[];
  /** How many there are of what. */
  readonly summary: CheckSummary;
  /** What is scraped, evaluated, paged and shown; without what no object is about. None for a part of the objects. */
  readonly answers?: readonly CheckAnswer[];
}
