import { ApiObject, type ApiObjectMetadata, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { definedOnly } from '../../private/defined-only';
import type { StackRelease } from '../stack-release';
import { StackChartSource } from './chart-source';
import { DeliveredRelease } from './delivered-release';
import { positiveDuration } from './durations';
import {
  StackCrdPolicy,
  type StackDependency,
  StackDriftDetection,
  type StackDriftIgnore,
  type StackValuesReference,
} from './flux-options';
import { checkNamespace, writeAfter } from './namespace-object';
import type { StackNamespace } from './stack-namespace';

/** Properties for `StackHelmRelease`. */
export interface StackHelmReleaseProps {
  /** The release to install. */
  readonly release: StackRelease;

  /**
   * Metadata of the HelmRelease. The objects beside it have its namespace and names that begin with its name.
   *
   * @default - the name of the release, in the namespace of the release
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Where the chart comes from: an OCIRepository, or a HelmRepository.
   *
   * @default StackChartSource.REGISTRY
   */
  readonly chartSource?: StackChartSource;

  /**
   * Secret with the credentials of that place, in the namespace of the HelmRelease.
   *
   * @default - none
   */
  readonly sourceSecretName?: string;

  /**
   * Time between two looks at the place of the chart.
   *
   * @default Duration.hours(1)
   */
  readonly sourceInterval?: Duration;

  /**
   * Time between two comparisons of the release with the cluster.
   *
   * @default Duration.minutes(30)
   */
  readonly interval?: Duration;

  /**
   * Longest time that an install or upgrade may take, until all pods are ready.
   *
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;

  /**
   * What happens to the CRDs with each install and upgrade.
   *
   * @default StackCrdPolicy.CREATE_REPLACE
   */
  readonly crds?: StackCrdPolicy;

  /**
   * Further attempts after an install or upgrade that failed; -1 for no end. Before another attempt at the first install
   * what is there of it is uninstalled.
   *
   * @default 3
   */
  readonly retries?: number;

  /**
   * What happens to changes that are made in the cluster.
   *
   * @default StackDriftDetection.ENABLED
   */
  readonly driftDetection?: StackDriftDetection;

  /**
   * Changes that are left alone, beside the annotation that the Operator's webhook puts on PrometheusRules.
   *
   * @default - none
   */
  readonly driftIgnore?: StackDriftIgnore[];

  /**
   * HelmReleases that must be ready first, for example that of cert-manager.
   *
   * @default - none
   */
  readonly dependsOn?: StackDependency[];

  /**
   * Values from Secrets and ConfigMaps, the later ones winning. Those of the release win over all but the ones with a
   * `targetPath`. What they say is not known to the app.
   *
   * @default - none
   */
  readonly valuesFrom?: StackValuesReference[];

  /**
   * Whether the values travel as the text of a ConfigMap instead of in `spec.values`.
   *
   * @default - true when one of them is null, which would get lost otherwise, or a text that cdk8s writes as a number (`0o17`)
   */
  readonly valuesAsText?: boolean;

  /**
   * ServiceAccount whose rights Flux uses, in the namespace of the HelmRelease.
   *
   * @default - as Flux is set up
   */
  readonly serviceAccountName?: string;

  /**
   * Whether Flux creates the namespace of the release, where the HelmRelease is in another one. It then has no labels, so
   * that a cluster with Pod Security refuses node-exporter; a `StackNamespace` has them.
   *
   * @default false
   */
  readonly createNamespace?: boolean;

  /**
   * The Namespace, where it is an object of the app. Within one chart it is written first.
   *
   * @default - none
   */
  readonly namespace?: StackNamespace;
}

/** What the Operator's webhook adds: prometheus-operator v0.93 `pkg/admission/admission.go`. */
const VALIDATED: StackDriftIgnore = {
  paths: ['/metadata/annotations/prometheus-operator-validated'],
  kind: 'PrometheusRule',
};

/**
 * A Flux HelmRelease that installs a release of kube-prometheus-stack, with the OCIRepository or HelmRepository that it
 * takes the chart from.
 *
 * A Kustomization cannot depend on a HelmRelease. Let the one that holds this object have `wait: true`, and the one of
 * your monitors name it in `dependsOn`.
 */
export class StackHelmRelease extends Construct {
  /** The HelmRelease. */
  public readonly apiObject: ApiObject;

  /** The OCIRepository or HelmRepository. */
  public readonly source: ApiObject;

  /** The ConfigMap with the values; `undefined` where they stand in the HelmRelease. */
  public readonly valuesConfigMap?: ApiObject;

  /**
   * @throws Error with all problems: values that would get lost on their way, times that are not above zero, a namespace
   * of another release, options without effect
   */
  public constructor(scope: Construct, id: string, props: StackHelmReleaseProps) {
    super(scope, id);
    const { release } = props;
    const delivered = new DeliveredRelease(this, 'StackHelmRelease', release);
    const { problems } = delivered;
    const metadata = delivered.metadata(props.metadata, {
      name: release.releaseName,
      namespace: release.releaseNamespace,
    });
    const { name = '', namespace } = metadata;
    const sourceInterval = positiveDuration(problems, 'sourceInterval', props.sourceInterval, Duration.hours(1));
    const interval = positiveDuration(problems, 'interval', props.interval, Duration.minutes(30));
    const timeout = positiveDuration(problems, 'timeout', props.timeout, Duration.minutes(10));
    const asText = delivered.travelsAsText(props.valuesAsText);
    const elsewhere = namespace !== release.releaseNamespace;
    this.check(delivered, props, elsewhere);
    problems.throwIfAny();

    const chartSource = props.chartSource ?? StackChartSource.REGISTRY;
    const repository = sourceFields(chartSource, release.chartVersion);
    this.source = new ApiObject(this, 'Source', {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: repository.kind,
      metadata: { name, namespace },
      spec: definedOnly({
        interval: sourceInterval,
        ...repository.spec,
        secretRef: props.sourceSecretName === undefined ? undefined : { name: props.sourceSecretName },
      }),
    });
    if (asText) {
      this.valuesConfigMap = new ApiObject(this, 'Values', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `${name}-values`, namespace, labels: { 'reconcile.fluxcd.io/watch': 'Enabled' } },
        data: { 'values.yaml': delivered.text() },
      });
    }
    const valuesFrom = [
      ...(props.valuesFrom ?? []).map((reference) => reference.toManifest()),
      // Last, so that it wins as `values` would.
      ...(asText ? [{ kind: 'ConfigMap', name: `${name}-values` }] : []),
    ];
    const crds = props.crds ?? StackCrdPolicy.CREATE_REPLACE;
    const remediation = { retries: props.retries ?? 3 };
    const mode = props.driftDetection ?? StackDriftDetection.ENABLED;
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata,
      spec: definedOnly({
        interval,
        timeout,
        releaseName: release.releaseName,
        targetNamespace: elsewhere ? release.releaseNamespace : undefined,
        // Where `helm` itself would look for the release.
        storageNamespace: elsewhere ? release.releaseNamespace : undefined,
        serviceAccountName: props.serviceAccountName,
        dependsOn: props.dependsOn?.map((dependency) => ({ ...dependency })),
        ...chartFields(chartSource, name, release.chartVersion),
        install: definedOnly({ crds, createNamespace: props.createNamespace, remediation }),
        upgrade: { crds, remediation },
        driftDetection: definedOnly({
          mode,
          ignore:
            mode === StackDriftDetection.DISABLED
              ? undefined
              : [VALIDATED, ...(props.driftIgnore ?? [])].map(ignoreRule),
        }),
        valuesFrom: valuesFrom.length > 0 ? valuesFrom : undefined,
        values: asText ? undefined : delivered.values,
      }),
    });
    delivered.deliveredBy(this.apiObject);
    writeAfter(props.namespace, this);
  }

  private check(delivered: DeliveredRelease, props: StackHelmReleaseProps, elsewhere: boolean): void {
    const { problems } = delivered;
    const { retries, createNamespace, driftDetection, driftIgnore = [] } = props;
    if (retries !== undefined && (!Number.isInteger(retries) || retries < -1)) {
      problems.add('retries', `${retries} is no number of attempts.`, 'give a whole number, or -1 for no end.');
    }
    if (createNamespace === true && !elsewhere) {
      problems.add(
        'createNamespace',
        'true has no effect: the HelmRelease is in that namespace itself, so it must exist before.',
        'namespace: new StackNamespace(chart, "namespace", { release })',
      );
    }
    if (driftDetection === StackDriftDetection.DISABLED && driftIgnore.length > 0) {
      problems.add('driftIgnore', 'has no effect, since nothing is compared.', 'leave it out.');
    }
    for (const [index, { paths }] of driftIgnore.entries()) {
      const wrong = paths.find((path) => !path.startsWith('/'));
      if (paths.length === 0 || wrong !== undefined) {
        problems.add(
          `driftIgnore[${index}].paths`,
          wrong === undefined ? 'is empty.' : `"${wrong}" is no JSON pointer.`,
          "write it with slashes, for example '/spec/replicas'.",
        );
      }
    }
    checkNamespace(delivered, props);
  }
}

function ignoreRule({ paths, ...target }: StackDriftIgnore) {
  const given = definedOnly(target);
  return definedOnly({ paths, target: Object.keys(given).length > 0 ? given : undefined });
}

/** Source: source-controller v1.6 `api/v1/ocirepository_types.go`, `helmrepository_types.go`. */
function sourceFields({ oci, address }: StackChartSource, version: string): { kind: string; spec: any } {
  return oci
    ? {
        kind: 'OCIRepository',
        spec: {
          url: `oci://${address}`,
          ref: { tag: version },
          layerSelector: { mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', operation: 'copy' },
        },
      }
    : { kind: 'HelmRepository', spec: { url: address } };
}

/** Source: helm-controller v1.3 `api/v2/helmrelease_types.go`, `HelmReleaseSpec`. */
function chartFields({ oci, chart }: StackChartSource, source: string, version: string) {
  return oci
    ? { chartRef: { kind: 'OCIRepository', name: source } }
    : { chart: { spec: { chart, version, sourceRef: { kind: 'HelmRepository', name: source } } } };
}
