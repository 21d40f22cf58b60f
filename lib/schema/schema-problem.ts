import type { SourcedObject } from '../simulator/kube-object';

export type SchemaCode =
  /** The API server has no such kind or version. */
  | 'unknown-kind'
  | 'unknown-field'
  /** A field that is known, at another place or under another name. */
  | 'misplaced-field'
  | 'wrong-type'
  | 'missing-field'
  /** None of the values that are allowed. */
  | 'not-allowed'
  | 'pattern'
  /** A key of a map that has not the form that it must have. */
  | 'key'
  /** Too small, too large or too short. */
  | 'out-of-bounds'
  /** Two items of a list with the same keys, or the same item twice in a set. */
  | 'duplicate-key'
  /** A rule about several fields; CEL in the CRD. */
  | 'rule'
  /** A field that the targeted Operator is too old for. */
  | 'newer-than-operator'
  /** A null, which server-side apply hands on and other ways drop. */
  | 'null'
  /** More values than any API server takes; the rest is not looked at. */
  | 'too-large';

/** An operation of RFC 6902, on the whole object. */
export type PatchOperation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string }
  | { readonly op: 'move'; readonly from: string; readonly path: string };

/** Why the API server refuses an object, or drops a part of it. */
export interface SchemaProblem {
  readonly code: SchemaCode;
  /**
   * - `newer`: the targeted Operator is newer than the table, and may know what the table does not
   * - `server-side`: the API server refuses it from server-side apply alone
   */
  readonly certainty: 'certain' | 'newer' | 'server-side';
  readonly object: SourcedObject;
  /** Path of the field, such as `spec.endpoints[0].port`. */
  readonly field: string;
  /** What is wrong, with the value, and what comes of it. */
  readonly message: string;
  readonly fix: string;
  /** Where there is one fix only. */
  readonly patch?: readonly PatchOperation[];
  /** The values that it is about, by name. */
  readonly values: { readonly [name: string]: unknown };
}
