import type { Finding, ObjectReference } from '../report/finding';
import type { Target, UnknownTarget } from '../report/target-list';

/** Whether a link of the chain holds. */
export enum LinkStatus {
  /** It holds. */
  WHOLE = 'whole',
  /** It is broken, so that nothing comes through. */
  BROKEN = 'broken',
  /** These objects do not tell. */
  UNKNOWN = 'unknown',
  /** It would hold, and stands behind a broken one. */
  BEYOND = 'beyond',
}

/** The columns of the picture, from left to right. */
export enum Column {
  PROMETHEUS = 'prometheus',
  MONITOR = 'monitor',
  SERVICE = 'service',
  PODS = 'pods',
  TARGET = 'target',
}

/** A target of a part, with what becomes of it. */
export interface PictureTarget {
  readonly target: Target;
  readonly status: LinkStatus;
}

/** A box of the picture: an object, what stands for one that is missing, or an address that is scraped. */
export interface Part {
  /** The same in all chains. */
  readonly id: string;
  readonly column: Column;
  /** Kind of the object, such as `Deployment`; what a person calls it where there is no object. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** A few words more; empty where there is nothing to add. */
  readonly detail: string;
  /** `whole`, unless the part is missing, not known or not scraped. */
  readonly status: LinkStatus;
  /** Name of the app; empty where none is told. */
  readonly app: string;
  /** The object; left out for what has none among the objects. */
  readonly object?: ObjectReference;
  /** Targets of a part of the last column; none for one that stands for what is missing. */
  readonly targets: readonly PictureTarget[];
  /** How many things the part stands for. */
  readonly count: number;
}

/** An arrow of the picture. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly status: LinkStatus;
  /** Why it does not hold, as a sentence; empty where it does. */
  readonly reason: string;
  /** Index of the finding that reports it, in those of the picture. */
  readonly finding?: number;
}

/** How many targets there are, by what becomes of them. What is missing counts as one for each endpoint of a monitor. */
export interface Counts {
  readonly whole: number;
  readonly broken: number;
  readonly unknown: number;
}

/** One monitor with all that it connects. */
export interface Chain {
  readonly id: string;
  readonly monitor: Part;
  /** `broken` where anything is, else `unknown` where anything is. */
  readonly status: LinkStatus;
  readonly counts: Counts;
  readonly namespaces: readonly string[];
  readonly apps: readonly string[];
  readonly prometheuses: readonly string[];
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
  /** Indexes of findings about its parts, or about a link of it. */
  readonly findings: readonly number[];
}

/** A line of a change in YAML: kept, removed or added. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** A finding with its edit as a change in YAML. */
export interface PictureFinding {
  readonly finding: Finding;
  /** Empty where there is no edit that can be shown. */
  readonly diff: readonly DiffLine[];
}

/** What each Prometheus scrapes and what it does not, for drawing. The same objects give the same picture. */
export interface Picture {
  /** Broken ones first, then those that are not known; then by monitor. */
  readonly chains: readonly Chain[];
  readonly findings: readonly PictureFinding[];
  /** Indexes of findings that no chain shows. */
  readonly others: readonly number[];
  readonly unknown: readonly UnknownTarget[];
  readonly counts: Counts;
  /** How many objects were looked at. */
  readonly objects: number;
}

/** Counts of several. */
export function sumOf(counts: readonly Counts[]): Counts {
  const sum = { whole: 0, broken: 0, unknown: 0 };
  for (const { whole, broken, unknown } of counts) {
    sum.whole += whole;
    sum.broken += broken;
    sum.unknown += unknown;
  }
  return sum;
}

/** What is to be said first: broken before not known before whole. */
export function worstOf(statuses: Iterable<LinkStatus>): LinkStatus {
  const all = new Set(statuses);
  return [LinkStatus.BROKEN, LinkStatus.UNKNOWN].find((status) => all.has(status)) ?? LinkStatus.WHOLE;
}
