import type { ApiObjectMetadata } from 'cdk8s';
import { definedOnly } from '../../private/defined-only';
import type { StackDestination } from './argo-destination';
import { StackIgnoreDifference } from './argo-ignore-difference';
import type { StackArgoOptions, StackGitValues } from './argo-options';
import { StackChartSource } from './chart-source';
import type { DeliveredRelease } from './delivered-release';
import { namespaceLabels } from './pod-security';
import { COMPARE_OPTIONS, SYNC_WAVE } from './sync-annotations';

/** What has Argo CD delete the objects of an Application together with it. */
export const FINALIZER = 'resources-finalizer.argocd.argoproj.io';

/** Name of the source that holds values files. */
const VALUES = 'values';

/** Metadata of an Application or ApplicationSet. */
export function argoMetadata(delivered: DeliveredRelease, props: StackArgoOptions): ApiObjectMetadata {
  return delivered.metadata(props.metadata, {
    name: delivered.release.releaseName,
    namespace: 'argocd',
    annotations: { [SYNC_WAVE]: String(props.syncWave ?? -1) },
  });
}

/** Annotations that Argo CD reads from an Application itself. */
export function compareAnnotations({ serverSideDiff }: StackArgoOptions): { [key: string]: string } | undefined {
  return serverSideDiff === undefined ? undefined : { [COMPARE_OPTIONS]: `ServerSideDiff=${serverSideDiff}` };
}

/**
 * The `spec` of an Application.
 *
 * Source: argo-cd v3.1 `pkg/apis/application/v1alpha1/types.go`, `ApplicationSpec`.
 *
 * @param values the fields of `helm` that hold the values, where they do not come from git
 */
export function applicationSpec(
  delivered: DeliveredRelease,
  props: StackArgoOptions,
  destination: StackDestination,
  values: { [key: string]: any },
): { [key: string]: any } {
  const { release } = delivered;
  const git = props.valuesFromGit;
  const chart = {
    ...chartFields(props.chartSource ?? StackChartSource.REPOSITORY),
    targetRevision: release.chartVersion,
    helm: definedOnly({
      releaseName: release.releaseName,
      ...values,
      ...(git ? gitFields(git, release.valuesFile) : {}),
      skipCrds: props.skipCrds,
      skipTests: props.skipTests,
    }),
  };
  const ignored = differences(delivered, props);
  return definedOnly({
    project: props.project ?? 'default',
    source: git ? undefined : chart,
    sources: git ? [chart, { repoURL: git.repoUrl, targetRevision: git.revision ?? 'HEAD', ref: VALUES }] : undefined,
    destination: { ...destination.toManifest(), namespace: release.releaseNamespace },
    syncPolicy: syncPolicy(delivered, props, ignored.length > 0),
    ignoreDifferences: ignored.length > 0 ? ignored : undefined,
  });
}

/** An OCI registry has no scheme here, and the name of the chart apart: argo-cd v3.1 `util/helm`, `IsHelmOciRepo`. */
function chartFields({ oci, address, chart }: StackChartSource) {
  return { repoURL: oci ? address.slice(0, -`/${chart}`.length) : address, chart };
}

function gitFields({ folder = 'dist', overlays = [], ignoreMissing }: StackGitValues, valuesFile: string) {
  const path = [...folder.split('/').filter((part) => part !== '' && part !== '.'), valuesFile].join('/');
  const files = [path, ...overlays.map((overlay) => overlay.replace(/^(\.?\/)+/, ''))];
  return { valueFiles: files.map((file) => `$${VALUES}/${file}`), ignoreMissingValueFiles: ignoreMissing };
}

function differences({ release }: DeliveredRelease, { ignoreDifferences }: StackArgoOptions): any[] {
  const byDefault = release.platform.name === 'aks' ? [StackIgnoreDifference.webhookNamespaceSelector()] : [];
  return (ignoreDifferences ?? byDefault).flatMap((difference) => difference.toManifest());
}

function syncPolicy({ problems, values, release }: DeliveredRelease, props: StackArgoOptions, ignores: boolean) {
  const create = props.createNamespace ?? props.namespace === undefined;
  const labels = namespaceLabels(
    problems,
    values,
    release.releaseNamespace,
    'namespaceLabels',
    create ? props.namespaceLabels : {},
  );
  const metadata = definedOnly({
    labels: Object.keys(labels).length > 0 ? labels : undefined,
    annotations: props.namespaceAnnotations,
  });
  const options = [
    ...(create ? ['CreateNamespace=true'] : []),
    'ServerSideApply=true',
    ...(ignores ? ['RespectIgnoreDifferences=true'] : []),
    ...(props.syncOptions ?? []),
  ];
  return definedOnly({
    automated: props.automated === false ? undefined : { prune: props.prune ?? true, selfHeal: props.selfHeal ?? true },
    syncOptions: [...new Set(options)],
    managedNamespaceMetadata: create && Object.keys(metadata).length > 0 ? metadata : undefined,
  });
}
