import type { SourcedObject } from '../simulator/kube-object';
import type { Finding } from './finding';

/** Leads from findings to the objects that they are about: a finding tells where its field stands, not its object. */
export class ObjectsOfFindings {
  private readonly byName = new Map<string, SourcedObject[]>();

  constructor(objects: readonly SourcedObject[]) {
    for (const one of objects) {
      const key = keyOf(one.source.file, one.object.kind, one.object.metadata?.name);
      this.byName.set(key, [...(this.byName.get(key) ?? []), one]);
    }
  }

  /** Of several in one file the last that begins before the finding. */
  public objectOf({ object, source }: Finding): SourcedObject | undefined {
    const named = this.byName.get(keyOf(source.file, object.kind, object.name)) ?? [];
    const same = named.filter(
      ({ object: { apiVersion, metadata } }) =>
        apiVersion === object.apiVersion && (metadata?.namespace ?? object.namespace) === object.namespace,
    );
    return same.filter((one) => (one.source.line ?? 0) <= (source.line ?? 0)).at(-1) ?? same[0];
  }
}

function keyOf(file: string | undefined, kind: unknown, name: unknown): string {
  return JSON.stringify([file, kind, name]);
}
