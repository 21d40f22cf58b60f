/**
 * What the models' `.d.ts` files say, without TypeScript's syntax tree: the output of `read-models.ts`.
 */

/** A submodule of the package in which a type is published. */
export type ModuleName = 'v1' | 'v1alpha1' | 'v1beta1' | 'k8s';

/** The type of a field. */
export type TypeExpression =
  | { readonly is: 'string' | 'number' | 'boolean' | 'number-or-string' }
  | { readonly is: 'literals'; readonly values: readonly string[] }
  | { readonly is: 'reference'; readonly file: string }
  | { readonly is: 'list' | 'map'; readonly of: TypeExpression };

export interface ModelField {
  /** As the API spells it. */
  readonly name: string;
  readonly required: boolean;
  readonly type: TypeExpression;
  readonly doc: string;
}

interface ModelBase {
  /** Path below `node_modules`, without `.d.ts`: the identity of a model. */
  readonly file: string;
  readonly module: ModuleName;
  /** The Go type's name, for example `APIServerConfig`. */
  readonly name: string;
  readonly doc: string;
}

/** An interface of the models; a Go struct. */
export interface StructModel extends ModelBase {
  readonly is: 'struct';
  /** Files of the structs whose fields this one includes. */
  readonly bases: readonly string[];
  readonly fields: readonly ModelField[];
}

/** A type alias of the models: an enum, a plain value with a name, or another name of a struct. */
export interface AliasModel extends ModelBase {
  readonly is: 'alias';
  readonly type: TypeExpression;
}

export type Model = StructModel | AliasModel;

/** All models that the kinds refer to, by file. */
export type Models = ReadonlyMap<string, Model>;
