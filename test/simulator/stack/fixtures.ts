import * as yaml from 'yaml';
import { Bag } from '../../../lib/simulator/bag/bag';
import type { SourcedObject } from '../../../lib/simulator/kube-object';
import type { ObjectLookup } from '../../../lib/simulator/operator/object-lookup';
import { modelStack, type StackModel } from '../../../lib/simulator/stack/stack-objects';
import type { StackSpec } from '../../../lib/simulator/stack/stack-spec';

/** YAML as Helm and kubectl read it. */
export const parseYaml = (text: string) => yaml.parse(text, { version: '1.1' });

export function stack(values: any = {}, more: Partial<StackSpec> = {}): StackSpec {
  return {
    release: 'prometheus-stack',
    namespace: 'monitoring',
    chartVersion: '88.5.3',
    values,
    source: { file: 'stack.yaml', line: 3 },
    declaredBy: 'a test',
    ...more,
  };
}

export function model(values: any = {}, more: Partial<StackSpec> = {}): StackModel {
  return modelStack(stack(values, more));
}

/** The object of a kind; there is at most one of those that the tests ask for. */
export function objectOf(kind: string, { objects }: StackModel): SourcedObject | undefined {
  return objects.find(({ object }) => object.kind === kind);
}

export function specOf(kind: string, values: any = {}, more: Partial<StackSpec> = {}): any {
  return objectOf(kind, model(values, more))?.object.spec;
}

export function argsOf(values: any = {}): string[] {
  return specOf('Deployment', values).template.spec.containers[0].args;
}

/** Values below `prometheus.prometheusSpec`. */
export const SPEC = (prometheusSpec: any) => ({ prometheus: { prometheusSpec } });

export function sourced(object: any, file = 'input.yaml'): SourcedObject {
  return { object, source: { file, line: 1 } };
}

/** The documents of a YAML text. */
export function documents(text: string): SourcedObject[] {
  return yaml.parseAllDocuments(text, { version: '1.1' }).map((document: any) => sourced(document.toJS()));
}

export function lookupOf(objects: readonly SourcedObject[]): ObjectLookup {
  const bag = new Bag(objects);
  const kinds = (kind: string) => bag.kinds.filter((full) => full.split('.')[0] === kind);
  return {
    byKind: (kind) => kinds(kind).flatMap((full) => bag.all(full)),
    find: (kind, namespace, name) => kinds(kind).flatMap((full) => bag.find(full, namespace, name) ?? [])[0],
    releasesInto: (namespace) => bag.releases.into(namespace),
    namespaceLabels: (name) => {
      const { labels, complete } = bag.namespaceLabels(name);
      return { labels, declared: complete };
    },
  };
}
