import type { ApiObjectMetadata } from 'cdk8s';
import type { StackRelease } from '../stack-release';
import type { StackIgnoreDifference } from './argo-ignore-difference';
import type { StackChartSource } from './chart-source';
import type { StackNamespace } from './stack-namespace';

/** Values that Argo CD reads from a git repository: the values file of the release, as it was committed. */
export interface StackGitValues {
  /** Address of the repository. */
  readonly repoUrl: string;

  /**
   * Branch, tag or commit.
   *
   * @default "HEAD"
   */
  readonly revision?: string;

  /**
   * Folder in the repository that holds the output of `app.synth()`, and so the values file.
   *
   * @default "dist"
   */
  readonly folder?: string;

  /**
   * Further values files, by their paths in the repository; the later ones win. What they say is not known to the app.
   * In a `StackApplicationSet` they may hold templates: `clusters/{{ .name }}.yaml`.
   *
   * @default - none
   */
  readonly overlays?: string[];

  /**
   * Whether files that are not there are passed over. This holds for the values file of the release, too.
   *
   * @default false
   */
  readonly ignoreMissing?: boolean;
}

/**
 * What `StackApplication` and `StackApplicationSet` have in common.
 */
export interface StackArgoOptions {
  /** The release to install. */
  readonly release: StackRelease;

  /**
   * Metadata of the object.
   *
   * @default - the name of the release, in namespace `argocd`
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Project of Argo CD. It must allow objects in `kube-system`, where the chart puts Services for the control plane, and
   * cluster-scoped ones.
   *
   * @default "default"
   */
  readonly project?: string;

  /**
   * Where the chart comes from.
   *
   * @default StackChartSource.REPOSITORY
   */
  readonly chartSource?: StackChartSource;

  /**
   * Reads the values from the values file in git, instead of writing them into this object.
   *
   * @default - the values stand in this object
   */
  readonly valuesFromGit?: StackGitValues;

  /**
   * Whether Argo CD syncs by itself.
   *
   * @default true
   */
  readonly automated?: boolean;

  /**
   * Whether Argo CD deletes what the release no longer holds. Once the release drops the CRDs (`crds.enabled: false`,
   * `skipCrds`), it deletes these too, and with them every monitor of the cluster: sync once with false before.
   *
   * @default true
   */
  readonly prune?: boolean;

  /**
   * Whether Argo CD takes back changes that are made in the cluster.
   *
   * @default true
   */
  readonly selfHeal?: boolean;

  /**
   * Further sync options. `ServerSideApply=true` is always set: six of the chart's CRDs are larger than the annotation of
   * a client-side apply may be.
   *
   * @default - none
   */
  readonly syncOptions?: string[];

  /**
   * Whether Argo CD creates the namespace of the release, with the labels that Pod Security needs.
   *
   * @default - true, unless `namespace` is given
   */
  readonly createNamespace?: boolean;

  /**
   * The Namespace, where it is an object of the app. It gets into the wave of this object.
   *
   * @default - none
   */
  readonly namespace?: StackNamespace;

  /**
   * Labels of the namespace that Argo CD creates, beside those that Pod Security needs.
   *
   * @default - none
   */
  readonly namespaceLabels?: { [key: string]: string };

  /**
   * Annotations of the namespace that Argo CD creates.
   *
   * @default - none
   */
  readonly namespaceAnnotations?: { [key: string]: string };

  /**
   * Wave of this object, where another Application of Argo CD deploys it: before whatever has no wave of its own, which
   * is in wave 0.
   *
   * @default -1
   */
  readonly syncWave?: number;

  /**
   * Differences that are neither shown nor taken back. `RespectIgnoreDifferences=true` comes with them.
   *
   * @default - on AKS the namespace selector of the webhooks, which AKS changes; else none
   */
  readonly ignoreDifferences?: StackIgnoreDifference[];

  /**
   * Whether differences are computed by the API server, so that defaults of CRDs are none. For Argo CD 3.1 and later.
   *
   * @default - as Argo CD is set up
   */
  readonly serverSideDiff?: boolean;

  /**
   * Whether the CRDs are left out, because something else brings them.
   *
   * @default false
   */
  readonly skipCrds?: boolean;

  /**
   * Whether the tests of the chart are left out. Argo CD does not run those that are Helm hooks in any case.
   *
   * @default false
   */
  readonly skipTests?: boolean;

  /**
   * Whether the release is deleted together with this object: Prometheus, its CRDs, and every monitor of the cluster.
   *
   * @default false
   */
  readonly deleteRelease?: boolean;

  /**
   * Whether this Argo CD manages Endpoints, which it leaves out unless `resource.exclusions` was changed. Needed where
   * the release lists `endpoints` of control-plane components.
   *
   * @default false
   */
  readonly managesEndpoints?: boolean;
}
