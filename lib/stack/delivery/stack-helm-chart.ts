import { ApiObject, type ApiObjectMetadata, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { definedOnly } from '../../private/defined-only';
import type { StackRelease } from '../stack-release';
import { StackChartSource } from './chart-source';
import { DeliveredRelease } from './delivered-release';
import { positiveDuration } from './durations';
import { checkNamespace, writeAfter } from './namespace-object';
import type { StackNamespace } from './stack-namespace';

/** What k3s and RKE2 do when an install or upgrade fails. */
export enum StackFailurePolicy {
  /** Leave it as it is, for a person to look at. */
  ABORT = 'abort',
  /** Uninstall the release and install it anew. */
  REINSTALL = 'reinstall',
}

/** Properties for `StackHelmChart`. */
export interface StackHelmChartProps {
  /** The release to install. */
  readonly release: StackRelease;

  /**
   * Metadata of the HelmChart. Its name is that of the release: k3s names the release after it.
   *
   * @default - in namespace `kube-system`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Where the chart comes from.
   *
   * @default StackChartSource.REGISTRY
   */
  readonly chartSource?: StackChartSource;

  /**
   * Secret with the credentials of that place, in the namespace of the HelmChart: of type
   * `kubernetes.io/dockerconfigjson` for a registry, `kubernetes.io/basic-auth` for a repository.
   *
   * @default - none
   */
  readonly sourceSecretName?: string;

  /**
   * Whether k3s creates the namespace of the release. It then has no labels, so that a cluster with Pod Security refuses
   * node-exporter; a `StackNamespace` has them.
   *
   * @default - true, unless `namespace` is given
   */
  readonly createNamespace?: boolean;

  /**
   * The Namespace, where it is an object of the app. Within one chart it is written first.
   *
   * @default - none
   */
  readonly namespace?: StackNamespace;

  /**
   * Longest time that an install or upgrade may take.
   *
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;

  /**
   * What happens when an install or upgrade fails. Left to itself, k3s uninstalls the release and installs it anew.
   *
   * @default StackFailurePolicy.ABORT
   */
  readonly failurePolicy?: StackFailurePolicy;

  /**
   * Whether the release is installed while nodes are not ready yet, on a control-plane node.
   *
   * @default false
   */
  readonly bootstrap?: boolean;
}

/**
 * A HelmChart of k3s and RKE2 that installs a release of kube-prometheus-stack.
 *
 * Helm installs CRDs once and never upgrades them, here as elsewhere: apply them yourself before an upgrade, or set
 * `crds.upgradeJob.enabled` in the values.
 *
 * Source: k3s-io/helm-controller v0.16 `pkg/apis/helm.cattle.io/v1/types.go`; `pkg/controllers/chart/chart.go`, `job`.
 */
export class StackHelmChart extends Construct {
  /** The HelmChart. */
  public readonly apiObject: ApiObject;

  /**
   * @throws Error with all problems: a name other than that of the release, a time that is not above zero, a namespace of
   * another release
   */
  public constructor(scope: Construct, id: string, props: StackHelmChartProps) {
    super(scope, id);
    const { release } = props;
    const delivered = new DeliveredRelease(this, 'StackHelmChart', release);
    const { problems } = delivered;
    const metadata = delivered.metadata(props.metadata, { name: release.releaseName, namespace: 'kube-system' });
    if (metadata.name !== release.releaseName) {
      problems.add(
        'metadata.name',
        `"${metadata.name}" would be the name of the release, which is "${release.releaseName}" in ${delivered.label}: the label by which Prometheus selects would be another one.`,
        `leave it out, or releaseName: '${metadata.name}' on the StackRelease.`,
      );
    }
    checkNamespace(delivered, props);
    const timeout = positiveDuration(problems, 'timeout', props.timeout, Duration.minutes(10));
    problems.throwIfAny();

    const { oci, address, chart } = props.chartSource ?? StackChartSource.REGISTRY;
    const secret = props.sourceSecretName === undefined ? undefined : { name: props.sourceSecretName };
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'helm.cattle.io/v1',
      kind: 'HelmChart',
      metadata,
      spec: definedOnly({
        chart: oci ? `oci://${address}` : chart,
        repo: oci ? undefined : address,
        version: release.chartVersion,
        dockerRegistrySecret: oci ? secret : undefined,
        authSecret: oci ? undefined : secret,
        targetNamespace: release.releaseNamespace,
        createNamespace: props.createNamespace ?? props.namespace === undefined,
        timeout,
        failurePolicy: props.failurePolicy ?? StackFailurePolicy.ABORT,
        bootstrap: props.bootstrap,
        valuesContent: delivered.text(),
      }),
    });
    delivered.deliveredBy(this.apiObject);
    writeAfter(props.namespace, this);
  }
}
