import type { IConstruct } from 'constructs';
import { Findings } from './findings';
import { ignoreAt } from './ignored';
import type { ProofProps } from './proof-props';
import { registerProof } from './register-proof';
import { Targets } from './targets';

/**
 * The proof that what an app monitors will be scraped, made whenever cdk8s validates the app: by `app.synth()`,
 * `app.synthYaml()`, `chart.toJson()` and `Testing.synth(chart)`.
 *
 * It simulates what the Prometheus Operator and Prometheus make of the manifests that will be written. Errors, which no
 * object outside the app could mend, end the synth with a report before anything is written. Warnings go to stderr, each
 * once in a process.
 *
 * A `StackRelease` registers it for its app. Without one, `Proof.of(app)` does.
 */
export class Proof {
  /**
   * Registers the proof of everything below a construct: the app, or the part of it that is for one cluster. Only objects
   * within one such part are seen together. A part within another is left out there. A Prometheus counts where it is, and
   * where constructs use it.
   *
   * Calling it again for the same construct adds to the props.
   *
   * @param scope an `App`, a `Chart`, or a construct around several charts
   * @param props what the objects do not say
   * @throws if a version is none, or the props contradict those of an earlier call
   */
  public static of(scope: IConstruct, props: ProofProps = {}): Proof {
    registerProof(scope, 'on request', props);
    return new Proof(scope);
  }

  /**
   * Passes over the findings of one check on the objects of a construct and of everything below it. They are counted in
   * the summary, and an ignored check that finds nothing is a warning.
   *
   * @param construct where it is meant to be so
   * @param check id of the check, as findings show it, such as `monitor/not-selected`
   * @param reason why it is meant to be so
   * @throws if the id is none, or the reason is empty
   */
  public static ignore(construct: IConstruct, check: string, reason: string): void {
    ignoreAt(construct, check, reason);
  }

  private constructor(
    /** What is proven together. */
    public readonly scope: IConstruct,
  ) {}

  /** What is wrong now. */
  public get findings(): Findings {
    return Findings.of(this.scope);
  }

  /** What will be scraped, as the objects are now. */
  public get targets(): Targets {
    return Targets.of(this.scope);
  }
}
