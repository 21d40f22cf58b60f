import type { FieldReader } from './field-reader';

/** Labels and annotations as maps of texts, of an object or of a pod template. */
export function normalizeMetadata(
  metadata: { readonly [key: string]: any },
  field: string,
  reader: FieldReader,
): { labels: any; annotations: any; ownerReferences?: any } {
  return {
    labels: reader.texts(metadata.labels, `${field}.labels`),
    annotations: reader.texts(metadata.annotations, `${field}.annotations`),
    ...(metadata.ownerReferences === undefined
      ? {}
      : {
          ownerReferences: reader.maps(metadata.ownerReferences, `${field}.ownerReferences`, (owner, path) => ({
            ...owner,
            apiVersion: reader.text(owner.apiVersion, `${path}.apiVersion`) ?? '',
            kind: reader.text(owner.kind, `${path}.kind`) ?? '',
            name: reader.text(owner.name, `${path}.name`) ?? '',
            controller: reader.flag(owner.controller, `${path}.controller`) ?? false,
          })),
        }),
  };
}
