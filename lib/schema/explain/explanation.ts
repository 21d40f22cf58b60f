import type { KubeObject } from '../../simulator/kube-object';
import type { FieldPath, Finding } from '../finding';
import type { PatchOperation, SchemaCode } from '../schema-problem';
import type { SchemaNode, SchemaTable } from '../schema-table';

/** What one needs to say something about a finding. */
export interface Subject {
  readonly object: KubeObject;
  readonly kind: string;
  readonly table: SchemaTable;
  /** Schema of the whole object. */
  readonly root: SchemaNode;
}

/** A finding in words. */
export interface Explanation {
  readonly code: SchemaCode;
  readonly message: string;
  readonly fix: string;
  readonly patch?: readonly PatchOperation[];
  readonly values: { readonly [name: string]: unknown };
  /** Where it is about the parent of the field. */
  readonly path?: FieldPath;
  /** Field of the same struct that the value was meant for; that it is missing is no news. */
  readonly meant?: string;
  /** Known to be wrong whatever a newer Operator brings. */
  readonly isCertain?: boolean;
}

export type Explain = (finding: Finding, subject: Subject) => Explanation;

export const REFUSED = 'The API server refuses the object.';

/** Kubernetes has had strict validation since 1.27, and leaves it to the client to ask for it. */
export const PRUNED =
  'kubectl refuses the object; clients that do not ask for strict validation, as most GitOps tools, have it stored without this field.';
