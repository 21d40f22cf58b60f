import type { Source, SourcedObject } from '../kube-object';
import type { StackSpec } from './stack-spec';

/**
 * Source of an object that stands in no file: a release will make it. The place is that of the release, and the mark
 * survives the bag, which hands sources on as they are.
 */
export interface ModelledSource extends Source {
  readonly modelledFrom: StackSpec;
  /** Pairs of a field of the object and the value that decides it; what lies below a field lies below its value. */
  readonly valuePaths: readonly ValuePath[];
}

/** A field of a modelled object, and the value of the chart that it comes from. */
export type ValuePath = readonly [field: string, value: string];

/** The release that makes an object; `undefined` for an object that was given. */
export function modelledFrom({ source }: SourcedObject): StackSpec | undefined {
  return isModelled(source) ? source.modelledFrom : undefined;
}

/**
 * Path of the value that decides a field of a modelled object, so that a fix can be put into the values:
 * `prometheus.prometheusSpec.serviceMonitorSelector` for `spec.serviceMonitorSelector`. `undefined` where no value
 * decides it, and for objects that were given.
 */
export function valuePathOf({ source }: SourcedObject, field: string): string | undefined {
  if (!isModelled(source)) {
    return undefined;
  }
  const [from, to] = source.valuePaths
    .filter(([prefix]) => field === prefix || field.startsWith(`${prefix}.`) || field.startsWith(`${prefix}[`))
    .reduce<ValuePath>((best, next) => (next[0].length > best[0].length ? next : best), ['', '']);
  return from === '' ? undefined : `${to}${field.slice(from.length)}`;
}

/** Marks an object as made by a release. */
export function modelledObject(
  stack: StackSpec,
  object: SourcedObject['object'],
  valuePaths: readonly ValuePath[],
): SourcedObject {
  const source: ModelledSource = { ...stack.source, modelledFrom: stack, valuePaths };
  return { object, source };
}

function isModelled(source: Source): source is ModelledSource {
  return (source as Partial<ModelledSource>).modelledFrom !== undefined;
}
