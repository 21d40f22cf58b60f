import { bagKind } from '../bag/bag-kind';
import { flattenLists } from '../bag/flatten-lists';
import type { SourcedObject } from '../kube-object';
import { argoDirectoryNamespace, argoReleases } from './argo-application';
import { type Fields, kindOf, map, type Surroundings, text } from './declaration';
import { fluxRelease } from './flux-release';
import { k3sRelease } from './k3s-chart';
import type { ParseYaml } from './plain-values';
import type { StackReading } from './stack-of';
import type { StackProblem, StackSpec } from './stack-spec';

/** The releases of kube-prometheus-stack that objects declare. */
export interface FoundStacks {
  /** In the order of the objects. */
  readonly stacks: readonly StackSpec[];
  readonly problems: readonly StackProblem[];
  /**
   * Namespace of objects that name none, where it is certain: exactly one Argo CD Application deploys plain manifests, or
   * exactly one Flux Kustomization has a `targetNamespace`, and not both. With more of them nobody can tell which one an
   * object belongs to.
   */
  readonly defaultNamespaceHint: string | undefined;
}

/**
 * Finds releases of kube-prometheus-stack in Argo CD Applications and ApplicationSets, Flux HelmReleases, and HelmCharts
 * of k3s and RKE2. Never throws, whatever the objects look like.
 *
 * @param defaultNamespace namespace of objects that name none
 */
export function findStacks(
  given: readonly SourcedObject[],
  parseYaml: ParseYaml,
  defaultNamespace = 'default',
): FoundStacks {
  const objects = flattenLists(given, []);
  const surroundings = surroundingsOf(objects, parseYaml, defaultNamespace);
  const readings = objects.flatMap((object) => readingsOf(object, surroundings));
  return {
    stacks: readings.flatMap(({ stack }) => stack ?? []),
    problems: readings.flatMap(({ problems }) => problems),
    defaultNamespaceHint: namespaceHint(objects),
  };
}

function readingsOf(object: SourcedObject, surroundings: Surroundings): StackReading[] {
  const { kind, group } = kindOf(object);
  if (group === 'argoproj.io' && (kind === 'Application' || kind === 'ApplicationSet')) {
    return argoReleases(object, surroundings);
  }
  const found =
    group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease'
      ? fluxRelease(object, surroundings)
      : group === 'helm.cattle.io' && kind === 'HelmChart'
        ? k3sRelease(object, surroundings)
        : undefined;
  return found ? [found] : [];
}

function namespaceHint(objects: readonly SourcedObject[]): string | undefined {
  const hints = objects.flatMap((object) => {
    const { kind, group } = kindOf(object);
    if (group === 'argoproj.io' && kind === 'Application') {
      return argoDirectoryNamespace(object) ?? [];
    }
    const flux = group === 'kustomize.toolkit.fluxcd.io' && kind === 'Kustomization';
    return (flux && text(map(map(object.object).spec).targetNamespace)) || [];
  });
  return hints.length === 1 && !hints[0].includes('{{') ? hints[0] : undefined;
}

function surroundingsOf(
  objects: readonly SourcedObject[],
  parseYaml: ParseYaml,
  defaultNamespace: string,
): Surroundings {
  let index: Map<string, Fields> | undefined;
  return {
    parseYaml,
    defaultNamespace,
    find: (kind, namespace, name) => {
      // Only where a release is declared at all.
      index ??= indexOf(objects, defaultNamespace);
      return index.get(`${kind}/${namespace}/${name}`);
    },
  };
}

function indexOf(objects: readonly SourcedObject[], defaultNamespace: string): Map<string, Fields> {
  const index = new Map<string, Fields>();
  for (const { object } of objects) {
    const { apiVersion, kind, metadata } = map(object);
    const { name, namespace } = map(metadata);
    const full = bagKind(text(apiVersion), text(kind));
    index.set(`${full}/${text(namespace) || defaultNamespace}/${text(name)}`, map(object));
  }
  return index;
}
