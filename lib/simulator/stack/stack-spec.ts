import type { Values } from '../../stack/values';
import type { Source } from '../kube-object';

/** A release of kube-prometheus-stack, as far as the place that declares it tells. */
export interface StackSpec {
  /** Name of the Helm release. */
  readonly release: string;
  /** Namespace of the Helm release. */
  readonly namespace: string;
  /** As written: a version, a range of versions, or absent for the newest. */
  readonly chartVersion?: string;
  /** How to name the version, where the declaration has no field for it. */
  readonly chartVersionFix?: string;
  /** The user's values, merged; a null in them removes a default of the chart. */
  readonly values: Values;
  /** Where the release is declared. */
  readonly source: Source;
  /** What declares it, for messages: `Argo CD Application argocd/prometheus-stack`. */
  readonly declaredBy: string;
  /** Where the values were given; the later ones win. */
  readonly origins?: readonly ValuesOrigin[];
  /** True where something that is not at hand has a say in the values. */
  readonly partial?: boolean;
}

/** Where values were given: a text of its own, or a field of an object. */
export interface ValuesOrigin {
  /** The values as they stand there. */
  readonly values: Values;
  readonly source: Source;
  /** Field of the object of the source that holds them, as data or as text; empty where they are the whole text. */
  readonly field: string;
}

/** A place to point at. */
export interface ValuePlace {
  readonly source: Source;
  /** Path of a field there, as `joinPath` writes it. */
  readonly field: string;
}

/**
 * How sure a problem is:
 *
 * - `certain`: what is present proves it
 * - `assumed`: something was left open, and the likeliest answer stands in for it
 * - `absent`: something that is not at hand has a say, so the model may not be what gets installed
 */
export type StackCertainty = 'certain' | 'assumed' | 'absent';

/** Something in the declaration or the values of a release that people should know about. */
export interface StackProblem {
  /** Stable name, such as `stack/template`. */
  readonly code: string;
  readonly certainty: StackCertainty;
  /** Where the release is declared. */
  readonly source: Source;
  /** What declares it. */
  readonly declaredBy: string;
  /** Path of a value of the chart, or of a field of the declaring object where `inValues` is false. */
  readonly field: string;
  /** Whether `field` is a path in the values of the chart. */
  readonly inValues: boolean;
  readonly message: string;
  readonly fix?: string;
  /** Where it stands, where that is known better than the place of the declaration. */
  readonly place?: ValuePlace;
  /** Set where it is of less weight than its kind. */
  readonly level?: 'warning';
}

/** Collects the problems of one release. */
export class StackProblems {
  public readonly list: StackProblem[] = [];

  constructor(
    private readonly source: Source,
    private readonly declaredBy: string,
  ) {}

  /** A problem with a value of the chart. */
  public value(code: string, certainty: StackCertainty, path: string, message: string, fix?: string): void {
    this.push({ code, certainty, field: path, inValues: true, message, fix });
  }

  /** A problem with a field of the declaring object. */
  public field(code: string, certainty: StackCertainty, field: string, message: string, fix?: string): void {
    this.push({ code, certainty, field, inValues: false, message, fix });
  }

  /** What the guard has to say of a value. */
  public guarded(
    problem: Pick<StackProblem, 'code' | 'certainty' | 'field' | 'message' | 'fix' | 'place' | 'level'>,
  ): void {
    this.push({ ...problem, inValues: true });
  }

  private push(problem: Omit<StackProblem, 'source' | 'declaredBy'>): void {
    const known = this.list.some(
      ({ code, field, message }) => code === problem.code && field === problem.field && message === problem.message,
    );
    if (!known) {
      this.list.push({ ...problem, source: this.source, declaredBy: this.declaredBy });
    }
  }
}
