import type { Malformed } from '../simulator/bag/field-reader';
import { flattenLists } from '../simulator/bag/flatten-lists';
import type { SourcedObject } from '../simulator/kube-object';

/** Objects as the simulation takes them, and what was wrong with them before. */
export interface PreparedObjects {
  /** Every object that was given, lists taken apart. */
  readonly given: readonly SourcedObject[];
  /** What the API server would have of it, and what releases add. */
  readonly objects: readonly SourcedObject[];
}

/** Takes lists apart, leaves out what the API server refuses, adds what releases of kube-prometheus-stack install. */
export function prepareObjects(objects: readonly SourcedObject[]): PreparedObjects {
  const malformed: Malformed[] = [];
  const given = flattenLists(objects, malformed);
  return { given, objects: given };
}
