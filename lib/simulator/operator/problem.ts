import type { SourcedObject } from '../kube-object';

/**
 * How sure a problem is:
 *
 * - `certain`: objects that are present prove it
 * - `absent`: something that the bag does not hold would mend it, and may be in the cluster
 * - `brought`: as `absent`, and clusters bring such things along, so that it is rarely written down
 * - `made`: as `absent`, and an object of the bag is there to make it
 */
export type Certainty = 'certain' | 'absent' | 'brought' | 'made';

/** What of a cluster a bag holds: some of it, all that people put into it, or all that there is. */
export type Extent = 'part' | 'complete' | 'cluster';

/** Whether a problem has its effect, going by what the bag holds of the cluster. */
export function counts(certainty: Certainty, extent: Extent): boolean {
  switch (certainty) {
    case 'certain':
      return true;
    case 'absent':
      return extent !== 'part';
    case 'brought':
      return extent === 'cluster';
    case 'made':
      return false;
  }
}

/** Something that keeps an object from having its effect. */
export interface Problem {
  /** Stable name, such as `rejected/timeout-above-interval`. */
  readonly code: string;
  readonly certainty: Certainty;
  /** Where the mistake is, and where the fix goes. */
  readonly object: SourcedObject;
  /** Path of the field in that object, such as `spec.endpoints[0].interval`. */
  readonly field: string;
  /** The values that it is about, by name. */
  readonly values: { readonly [name: string]: unknown };
  /** What is wrong, with the value, and what comes of it. */
  readonly message: string;
  readonly fix?: string;
}

/** Appends a key to a path; a key that is no plain name is quoted. */
export function joinPath(path: string, key: string | number): string {
  if (typeof key === 'number') {
    return `${path}[${key}]`;
  }
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) {
    return `${path}[${JSON.stringify(key)}]`;
  }
  return path === '' ? key : `${path}.${key}`;
}

/** `ServiceMonitor shop/web`. */
export function nameOf({ object }: SourcedObject): string {
  const { namespace, name } = object.metadata;
  return `${object.kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** `shop/web`. */
export function keyOf({ object }: SourcedObject): string {
  return `${namespaceOf(object)}/${object.metadata.name}`;
}

/** Namespace of an object; `default` where none is written, as kubectl has it. */
export function namespaceOf(object: SourcedObject['object']): string {
  return object.metadata.namespace ?? 'default';
}
