import type { KubeObject } from '../../lib/simulator/kube-object';

/** Without these it is no object, or another one. */
const NEEDED = /^\d+\/(?:apiVersion|kind|metadata(?:\/(?:name|namespace))?)$/;

/** Paths of all fields and items of lists at a depth, which may be taken away; 1 is that of `spec`. */
export function fieldsAt(objects: readonly KubeObject[], depth: number): string[] {
  return objects.flatMap((object, i) => below(object, String(i), depth)).filter((path) => !NEEDED.test(path));
}

function below(value: unknown, path: string, depth: number): string[] {
  if (depth === 0) {
    return [path];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => below(inner, stepTo(path, key), depth - 1))
    : [];
}

/** Copies of objects without some of their fields. */
export function withoutFields(objects: readonly KubeObject[], paths: ReadonlySet<string>): KubeObject[] {
  return objects.map((object, i) => copy(object, String(i), paths) as KubeObject);
}

function copy(value: unknown, path: string, paths: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value)
    .filter(([key]) => !paths.has(stepTo(path, key)))
    .map(([key, inner]) => [key, copy(inner, stepTo(path, key), paths)] as const);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** A key may hold a slash itself. */
function stepTo(path: string, key: string): string {
  return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
