import type { Finding, ObjectReference, ObjectSource, PatchOperation, RelatedObject } from './finding';

/** A finding with its keys in the order of the contract, and no others. */
export function findingJson({ check, level, object, field, message, why, fix, source, related }: Finding): object {
  return {
    check,
    level,
    object: referenceJson(object),
    field,
    message,
    why,
    ...(fix && { fix: { text: fix.text, ...(fix.patch && { patch: fix.patch.map(operationJson) }) } }),
    source: sourceJson(source),
    related: related.map(relatedJson),
  };
}

/** Keys without a value are left out by `JSON.stringify`. */
export function referenceJson({ apiVersion, kind, namespace, name }: ObjectReference): object {
  return { apiVersion, kind, namespace, name };
}

export function sourceJson({ file, line, column, construct }: ObjectSource): object {
  return file === undefined ? { construct } : { file, line, column };
}

function relatedJson({ object, field, message, source }: RelatedObject): object {
  return { object: referenceJson(object), field, message, source: sourceJson(source) };
}

function operationJson({ op, from, path, value }: PatchOperation): object {
  return { op, from, path, value };
}
