import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { readValues } from '../../lib/yaml/read-values';

/**
 * Absolute paths of the files that a kustomization lays over other manifests. They look like manifests, and hold a part of
 * one only: a Deployment with nothing but `replicas`. A kustomization that cannot be read names none.
 *
 * Mirrors kustomize `api/types/kustomization.go`, `Kustomization`.
 *
 * @param file absolute path of the kustomization
 */
export function patchesOf(file: string): string[] {
  const { patches, patchesJson6902, patchesStrategicMerge } = fieldsOf(file);
  const named = [...list(patches), ...list(patchesJson6902)].map((patch) => (isMap(patch) ? patch.path : undefined));
  return [...named, ...list(patchesStrategicMerge)].flatMap((patch) =>
    // What is no path is the patch itself, or an address.
    typeof patch === 'string' && !patch.includes('\n') ? [path.resolve(path.dirname(file), patch)] : [],
  );
}

function fieldsOf(file: string): { readonly [field: string]: unknown } {
  try {
    const { data } = readValues(readFileSync(file, 'utf8'), file);
    return isMap(data) ? data : {};
  } catch {
    return {};
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isMap(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
