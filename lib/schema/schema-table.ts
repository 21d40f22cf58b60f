/**
 * What the API server knows of a value, in the words of a CustomResourceDefinition, shortened.
 *
 * `codegen/` writes one table of these nodes for all kinds. Nothing in it is nullable, as in the CRDs.
 */
export interface SchemaNode {
  /** Name of a definition that this value is of; what else the node says comes on top. */
  readonly ref?: string;
  /** Left out: any value. */
  readonly type?: SchemaType;
  /** Fields of an object. */
  readonly fields?: { readonly [name: string]: SchemaNode };
  readonly required?: readonly string[];
  /** Values of a map. */
  readonly values?: SchemaNode;
  /** Pattern of the keys of a map. */
  readonly keyPattern?: string;
  readonly items?: SchemaNode;
  /** Fields that tell the items of a list from each other: `x-kubernetes-list-map-keys`. */
  readonly keys?: readonly string[];
  /** A list without duplicates. */
  readonly set?: true;
  /** Fields that are not known are kept. */
  readonly open?: true;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  /** Names of rules in `rules.ts`; CEL in the CRDs. */
  readonly rules?: readonly string[];
  /** First Operator with the field, where the models are older than that. */
  readonly since?: string;
}

export type SchemaType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'integer-or-string';

export interface SchemaTable {
  /** Newest Operator whose fields are all in the table. */
  readonly operator: string;
  /** By API version and kind, for example `monitoring.coreos.com/v1 Probe`. */
  readonly kinds: { readonly [gvk: string]: SchemaNode };
  /** The `metadata` of every object. */
  readonly metadata: SchemaNode;
  readonly definitions: { readonly [name: string]: SchemaNode };
}
