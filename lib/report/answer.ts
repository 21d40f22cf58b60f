/** What `check` answers at the end, in the order of the way from a metric to a person. */
export type Question = 'scraped' | 'evaluated' | 'paged' | 'shown';

/** The answer to one question about all objects together. Where nothing is about it, there is none. */
export interface CheckAnswer {
  readonly question: Question;
  /** How many work: monitors with a target, alerting and recording rules that are loaded, alerts that reach a receiver, dashboards. */
  readonly working: number;
  /** How many do not. */
  readonly failing: number;
  /** Of how many nobody can tell from these objects. */
  readonly unknown: number;
  /** The answer in a few words. */
  readonly text: string;
  /** Page that explains it, from the root of the repository. */
  readonly page: string;
}
