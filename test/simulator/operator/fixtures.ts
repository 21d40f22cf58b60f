import { whyNoRe2 } from '../../../lib/private/re2';
import type { KubeObject, SourcedObject } from '../../../lib/simulator/kube-object';
import { findInstances } from '../../../lib/simulator/operator/find-instances';
import type { Instance } from '../../../lib/simulator/operator/instance';
import type { ObjectLookup, RelabelSupport } from '../../../lib/simulator/operator/object-lookup';
import { type OperatorAssumptions, operatorSettings } from '../../../lib/simulator/operator/operator-settings';
import type { Extent } from '../../../lib/simulator/operator/problem';
import { parseVersion, type Version } from '../../../lib/simulator/versions/version';

/** The little of the relabel engine that the Operator's part asks for. */
export const relabel: RelabelSupport = {
  validate: ({ action, modulus, regex }) => [
    ...(action === 'hashmod' && !modulus ? [{ field: 'modulus', message: 'is 0', fix: 'modulus: 2' }] : []),
    ...(whyNoRe2(regex ?? '') ? [{ field: 'regex', message: `"${regex}" ${whyNoRe2(regex)}`, fix: 'mend it.' }] : []),
  ],
  refuse: () => [],
  toRule: (config, origin) => ({
    action: (config.action || 'replace').toLowerCase(),
    sourceLabels: config.sourceLabels ?? [],
    separator: config.separator ?? ';',
    regex: config.regex || '(.*)',
    modulus: config.modulus ?? 0,
    targetLabel: config.targetLabel ?? '',
    replacement: config.replacement ?? '$1',
    origin,
  }),
  whyNoRegex: whyNoRe2,
};

export function bagOf(...objects: KubeObject[]): ObjectLookup & { readonly all: readonly SourcedObject[] } {
  const all = objects.map((object) => ({ object, source: { construct: `app/${object.metadata.name}` } }));
  return {
    all,
    byKind: (kind) => all.filter(({ object }) => object.kind === kind),
    find: (kind, namespace, name) =>
      all.find(
        ({ object }) =>
          object.kind === kind &&
          object.metadata.name === name &&
          (object.metadata.namespace ?? 'default') === namespace,
      ),
    releasesInto: () => [],
    namespaceLabels: (name) => {
      const found = all.find(({ object }) => object.kind === 'Namespace' && object.metadata.name === name);
      const labels = { 'kubernetes.io/metadata.name': name, ...found?.object.metadata.labels };
      return { labels, declared: found !== undefined };
    },
  };
}

export function object(kind: string, name: string, spec?: any, more: any = {}): KubeObject {
  const { metadata, ...fields } = more;
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name, namespace: 'shop', ...metadata },
    ...(spec === undefined ? {} : { spec }),
    ...fields,
  };
}

/** A Prometheus in namespace `monitoring` that takes everything. */
export function prometheus(spec: any = {}, metadata: any = {}): KubeObject {
  const all = {
    serviceMonitorSelector: {},
    serviceMonitorNamespaceSelector: {},
    podMonitorSelector: {},
    podMonitorNamespaceSelector: {},
  };
  return object(
    'Prometheus',
    'k8s',
    { version: 'v3.13.1', ...all, ...spec },
    { metadata: { namespace: 'monitoring', ...metadata } },
  );
}

export function serviceMonitor(spec: any = {}, metadata: any = {}): KubeObject {
  return object('ServiceMonitor', 'web', { selector: {}, endpoints: [{ port: 'http' }], ...spec }, { metadata });
}

export function podMonitor(spec: any = {}, metadata: any = {}): KubeObject {
  return object('PodMonitor', 'web', { selector: {}, podMetricsEndpoints: [{ port: 'http' }], ...spec }, { metadata });
}

/** The first instance of a bag, under an Operator with these flags. */
export function instanceIn(
  objects: ObjectLookup,
  flags: readonly string[] = [],
  assumptions: OperatorAssumptions = {},
  extent?: Extent,
): Instance {
  const operator = operatorSettings(undefined, flags, 'spec.template.spec.containers[0].args', undefined, assumptions);
  const [instance] = findInstances(objects, [operator], relabel, extent);
  return instance;
}

export function version(text: string): Version {
  const parsed = parseVersion(text);
  if (!parsed) {
    throw new Error(`"${text}" is no version`);
  }
  return parsed;
}
