import type { Evaluation, EvaluationOptions } from '../check/evaluation';
import type { ObjectSource, PatchOperation } from '../report/finding';
import type { StackReport } from '../report/stack-report';
import type { SourcedObject } from '../simulator/kube-object';
import type { TextEdit } from '../yaml/manifest-text';

/** A file, or standard input, that has been read. */
export interface TextFile {
  /** Path as it was given; `-` for standard input. */
  readonly file: string;
  readonly text: string;
}

/** Something in a file that cannot be understood. */
export interface ReadProblem {
  readonly file: string;
  /** From 1; not known unless set. */
  readonly line?: number;
  /** From 1; not known unless set. */
  readonly column?: number;
  /** What is wrong. */
  readonly message: string;
  /** How to mend it. */
  readonly fix?: string;
  /**
   * Whether this is a sound document that has neither `apiVersion` nor `kind`, such as a values file. Among the files of a
   * folder it is passed over; in a file that was named it is a problem like any other.
   */
  readonly noManifest?: boolean;
}

/** What came out of a file. Problems of one document leave the others as they are. */
export interface ReadResult {
  readonly objects: readonly SourcedObject[];
  readonly problems: readonly ReadProblem[];
}

/** A release of kube-prometheus-stack that is not among the files. */
export interface StackRequest {
  readonly release: string;
  readonly namespace: string;
  /** Helm values; later ones win. */
  readonly values: readonly TextFile[];
  /** Version of the chart, or a range; not known unless set. */
  readonly chartVersion?: string;
}

/** What the commands need of the library. One engine serves one run, so it may remember what it has read. */
export interface Engine {
  /** Reads manifests in YAML or JSON. */
  readManifests(file: TextFile): ReadResult;
  /** Reads the values file of a `StackRelease`, as the objects that Helm will make of it. */
  readValuesFile(file: TextFile): ReadResult;
  /** The objects of a release that is only described. */
  readStack(request: StackRequest): ReadResult;
  /** What the releases that were read put into a cluster, in their order. */
  describeStacks(): readonly StackReport[];
  /** Finds the place of a field from the place of its object. */
  locate(source: ObjectSource, field: string): ObjectSource;
  /** A patch of an object as a change of its file; undefined where that is not plain. */
  edit(source: ObjectSource, patch: readonly PatchOperation[]): TextEdit | undefined;
  /** Looks at all objects. */
  evaluate(objects: readonly SourcedObject[], options: EvaluationOptions): Evaluation;
}
