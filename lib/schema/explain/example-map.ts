import type { SchemaNode } from '../schema-table';
import { isLabelSelector } from './selector-shapes';

/** What a map may look like, ready to be filled in: `{ name: <Secret>, key: <key> }`. */
export function exampleMap(node: SchemaNode, name: string | number, kind: string): string {
  if (isKeySelector(node)) {
    return `{ name: <${name === 'configMap' ? 'ConfigMap' : 'Secret'}>, key: <key> }`;
  }
  if (isLabelSelector(node)) {
    return `{ matchLabels: { app: <a label of ${labelled(String(name), kind)}> } }`;
  }
  return '{ … }';
}

/** Whether a map names a key of a Secret or ConfigMap. */
export function isKeySelector({ fields = {} }: SchemaNode): boolean {
  return Object.keys(fields).sort().join() === 'key,name,optional';
}

function labelled(name: string, kind: string): string {
  if (/NamespaceSelector$/.test(name)) {
    return 'the Namespace';
  }
  const own: { readonly [kind: string]: string } = { ServiceMonitor: 'the Service', PodMonitor: 'the pods' };
  return name === 'selector' && Object.hasOwn(own, kind) ? own[kind] : 'what is meant';
}
