/** What the objects of an app do not say, for `Proof`. */
export interface ProofProps {
  /**
   * Whether the app holds everything that its cluster has to do with: whatever is missing then is an error, not a warning.
   *
   * @default false
   */
  readonly complete?: boolean;

  /**
   * Version of the Prometheus Operator, such as `0.93.0`.
   *
   * @default - that of the `StackRelease`, else the newest that is known
   */
  readonly operatorVersion?: string;

  /**
   * Version of Kubernetes, such as `1.33`.
   *
   * @default - the one that this version of the Operator is tested on
   */
  readonly kubernetesVersion?: string;
}
