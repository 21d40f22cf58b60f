/** A Kubernetes object as plain data. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: { readonly [key: string]: string };
    readonly annotations?: { readonly [key: string]: string };
    readonly [field: string]: any;
  };
  readonly [field: string]: any;
}

/** Where an object came from: a construct, or a place in a file. */
export interface Source {
  readonly construct?: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

/** An object together with the place that it came from. */
export interface SourcedObject {
  readonly object: KubeObject;
  readonly source: Source;
  /** The object as it was written, where `object` has defaults filled in or malformed parts left out. */
  readonly given?: KubeObject;
}
