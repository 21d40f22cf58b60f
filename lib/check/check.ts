import type { Fix, Level } from '../report/finding';
import type { Source, SourcedObject } from '../simulator/kube-object';
import type { CheckContext } from './check-context';

/**
 * What a finding rests on:
 *
 * - `present`: the objects that are there contradict each other, or one of them itself
 * - `absent`: nothing fits among what is there, in a namespace of which the objects show what runs
 * - `reference`: a Secret or ConfigMap that something names is not there
 * - `made`: as `reference`, and one of the objects is there to make it
 * - `hidden`: it depends on a namespace, or on an instance, of which the objects show nothing
 */
export type Basis = 'present' | 'absent' | 'reference' | 'made' | 'hidden';

/** A finding as a check sees it. */
export interface Draft {
  /** The object that the mistake is in. */
  readonly object: SourcedObject;
  /** Path of the field; empty for the object as a whole. */
  readonly field: string;
  readonly message: string;
  readonly basis: Basis;
  /** Where it stands, where that is not the field of the object. */
  readonly place?: { readonly source: Source; readonly field: string };
  /** The level of the check unless set. */
  readonly level?: Level;
  /** The reason of the check unless set. */
  readonly why?: string;
  readonly fix?: Fix;
  readonly related?: readonly DraftRelated[];
}

/** Another object that a draft is about. */
export interface DraftRelated {
  readonly object: SourcedObject;
  readonly field?: string;
  readonly message: string;
}

/**
 * One question about the objects, with a page of its own in `docs/checks/<id>.md`.
 *
 * A check reads what the simulation found, never the props of a construct, so that it works on any manifest.
 */
export interface Check {
  /** Path of the source file below `lib/check`, of the test and of the page. */
  readonly id: string;
  /** Level of its findings, where the basis does not say otherwise. */
  readonly level: Level;
  /** What it finds, in a few words. */
  readonly summary: string;
  /** Why that matters. */
  readonly why: string;
  /**
   * Codes of the problems of the simulated Operator that are its business; `dropped/*` stands for all that begin so. No two
   * checks share one.
   */
  readonly codes?: readonly string[];
  run(context: CheckContext): Iterable<Draft>;
}
