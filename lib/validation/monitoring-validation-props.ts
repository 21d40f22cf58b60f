import type { Level } from '../report/finding';

/** A release of kube-prometheus-stack that the app does not hold, for `MonitoringValidation`. */
export interface MonitoringValidationStack {
  /** Name of the release, as `helm list` shows it. */
  readonly release: string;

  /**
   * Namespace of the release.
   *
   * @default default
   */
  readonly namespace?: string;

  /**
   * Files with Helm values, relative to the folder of `cdk8s.yaml`; later ones win.
   *
   * @default - none, so that the defaults of the chart count
   */
  readonly valuesFiles?: string[];

  /**
   * Version of the chart, such as `88.5.3`.
   *
   * @default - the newest that is known
   */
  readonly chartVersion?: string;
}

/** The `properties:` of `MonitoringValidation` in `cdk8s.yaml`. */
export interface MonitoringValidationProps {
  /**
   * Releases of kube-prometheus-stack that the app does not hold.
   *
   * @default - none
   */
  readonly stacks?: MonitoringValidationStack[];

  /**
   * The level from which findings fail the validation.
   *
   * @default error
   */
  readonly level?: Level;

  /**
   * Namespace of objects that name none.
   *
   * @default default
   */
  readonly namespace?: string;

  /**
   * Whether the app holds everything that its cluster has to do with: whatever is missing then is an error.
   *
   * @default false
   */
  readonly complete?: boolean;

  /**
   * Version of the Prometheus Operator, such as `0.93.0`.
   *
   * @default - what the manifests say, else the newest that is known
   */
  readonly operatorVersion?: string;

  /**
   * Version of Kubernetes, such as `1.33`.
   *
   * @default - the one that this version of the Operator is tested on
   */
  readonly kubernetesVersion?: string;
}
