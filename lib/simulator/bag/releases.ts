import type { SourcedObject } from '../kube-object';
import { modelledFrom } from '../stack/modelled-source';
import type { Bag } from './bag';
import { isMap } from './field-reader';

/** Namespaces that an object of some kind puts a Helm chart into. */
const DESTINATIONS: { readonly [kind: string]: (object: any) => readonly unknown[] } = {
  'Application.argoproj.io': ({ spec }) => (deploysChart(spec) ? [spec.destination?.namespace] : []),
  'ApplicationSet.argoproj.io': ({ spec }) =>
    deploysChart(spec?.template?.spec) ? [spec.template.spec.destination?.namespace] : [],
  'HelmRelease.helm.toolkit.fluxcd.io': ({ spec, metadata }) => [spec?.targetNamespace ?? metadata.namespace],
  'HelmChart.helm.cattle.io': ({ spec, metadata }) => [spec?.targetNamespace ?? metadata.namespace],
};

/**
 * Releases of Helm charts that the bag declares without showing their objects. What is missing in a namespace that one of
 * them goes into may be its work.
 *
 * An Application that deploys a folder is none: the manifests of that folder are taken to be in the bag.
 */
export class Releases {
  private byNamespace: Map<string, SourcedObject[]> | undefined;

  constructor(private readonly bag: Bag) {}

  /** The objects that declare releases into this namespace; for a modelled release one of its objects. */
  public into(namespace: string): readonly SourcedObject[] {
    this.byNamespace ??= this.read();
    return this.byNamespace.get(namespace) ?? NONE;
  }

  private read(): Map<string, SourcedObject[]> {
    const byNamespace = new Map<string, SourcedObject[]>();
    const add = (namespace: unknown, release: SourcedObject): void => {
      if (typeof namespace === 'string') {
        byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), release]);
      }
    };
    for (const [kind, destinations] of Object.entries(DESTINATIONS)) {
      for (const release of this.bag.all(kind)) {
        for (const namespace of destinations(release.object)) {
          add(namespace, release);
        }
      }
    }
    const seen = new Set<string>();
    for (const kind of this.bag.kinds) {
      for (const object of this.bag.all(kind)) {
        const stack = modelledFrom(object);
        // All objects of a release but few are in its own namespace.
        for (const namespace of stack === undefined ? [] : [stack.namespace, object.object.metadata.namespace]) {
          const key = `${namespace} ${stack?.release}`;
          if (!seen.has(key)) {
            seen.add(key);
            add(namespace, object);
          }
        }
      }
    }
    return byNamespace;
  }
}

const NONE: readonly SourcedObject[] = Object.freeze([]);

function deploysChart(spec: any): boolean {
  const sources: any[] = Array.isArray(spec?.sources) ? spec.sources : [spec?.source];
  return sources.some((source) => isMap(source) && (typeof source.chart === 'string' || isMap(source.helm)));
}
