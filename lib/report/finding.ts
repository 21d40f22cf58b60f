/** How bad a finding is. */
export enum Level {
  /** Proven: something will not be scraped, or a whole Prometheus takes no change any more. */
  ERROR = 'error',
  /** Likely not meant, or not provable from what was given. */
  WARNING = 'warning',
  /** Worth knowing. */
  INFO = 'info',
}

/** Identity of a Kubernetes object. */
export interface ObjectReference {
  /** API group and version, such as `monitoring.coreos.com/v1`. */
  readonly apiVersion: string;
  /** Kind, such as `ServiceMonitor`. */
  readonly kind: string;
  /**
   * Namespace.
   *
   * @default - the object is cluster-scoped
   */
  readonly namespace?: string;
  /** Name. */
  readonly name: string;
}

/** Where an object, or a field of it, was written: by a construct, or in a file. */
export interface ObjectSource {
  /**
   * Path of the construct.
   *
   * @default - the object does not come from a construct
   */
  readonly construct?: string;
  /**
   * Path of the file as it was given, `-` for standard input.
   *
   * @default - the object does not come from a file
   */
  readonly file?: string;
  /**
   * Line in the file, from 1.
   *
   * @default - not known
   */
  readonly line?: number;
  /**
   * Column in the line, from 1.
   *
   * @default - not known
   */
  readonly column?: number;
}

/** Another object that a finding is about. */
export interface RelatedObject {
  /** The object. */
  readonly object: ObjectReference;
  /**
   * Path of a field in it.
   *
   * @default - the object as a whole
   */
  readonly field?: string;
  /** What it has to do with the finding. */
  readonly message: string;
  /** Where it was written. */
  readonly source: ObjectSource;
}

/** One step of a JSON Patch (RFC 6902). */
export interface PatchOperation {
  /** `add`, `remove`, `replace` or `move`. */
  readonly op: string;
  /**
   * JSON Pointer to what is moved.
   *
   * @default - none, but for `move`
   */
  readonly from?: string;
  /** JSON Pointer (RFC 6901). */
  readonly path: string;
  /**
   * The new value.
   *
   * @default - none, as for `remove`
   */
  readonly value?: any;
}

/** How to mend what was found. */
export interface Fix {
  /** The edit in words, ready to paste where that is possible. */
  readonly text: string;
  /**
   * The edit as a JSON Patch on the object of the finding.
   *
   * @default - there is more than one way, or the edit belongs into another object
   */
  readonly patch?: PatchOperation[];
}

/** Something that is wrong, or worth knowing. */
export interface Finding {
  /** Id of the check, such as `monitor/port-exists`; also the path of its page. */
  readonly check: string;
  /** How bad it is. */
  readonly level: Level;
  /** The object that the mistake is in. */
  readonly object: ObjectReference;
  /** Path of the field, such as `spec.endpoints[0].port`; empty for the object as a whole. */
  readonly field: string;
  /** What is wrong, with the value, and what it was compared with. */
  readonly message: string;
  /** Why it matters: what a person will see, or not see. */
  readonly why: string;
  /**
   * How to mend it.
   *
   * @default - nobody can tell from here
   */
  readonly fix?: Fix;
  /** Where the field was written. */
  readonly source: ObjectSource;
  /** Other objects that take part. */
  readonly related: RelatedObject[];
}
