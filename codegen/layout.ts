import { fileName } from './names';
import { fieldsOf, idOfRef, isStruct, type Kind, moduleOfId, nameOfId, refOf, type Schema } from './schema';

/** Which definition is kept in which generated file (path below `imports/`, without `.ts`). */
export type Layout = ReadonlyMap<string, string>;

const FOLDERS = {
  v1: 'monitoring.coreos.com/v1',
  v1alpha1: 'monitoring.coreos.com/v1alpha1',
  v1beta1: 'monitoring.coreos.com/v1beta1',
  k8s: 'k8s',
};

export function folderOf(module: keyof typeof FOLDERS): string {
  return FOLDERS[module];
}

export function fileOfKind(kind: Kind): string {
  return `${folderOf(kind.version)}/${fileName(kind.kind)}`;
}

/**
 * Structs that one kind alone uses go into its file, the others into `shared`. Enums have a file of their own: they
 * exist when the program runs, and structs do not, so whoever needs only types loads nothing.
 */
export function layOut(schema: Schema): Layout {
  const users = new Map<string, Kind[]>();
  for (const kind of schema.kinds) {
    for (const id of reachedFrom(schema, kind.spec)) {
      users.set(id, [...(users.get(id) ?? []), kind]);
    }
  }
  const layout = new Map<string, string>();
  for (const [id, definition] of Object.entries(schema.definitions)) {
    const module = moduleOfId(id);
    const [first, ...others] = users.get(id) ?? [];
    if (!first) {
      throw new Error(`${nameOfId(id)} is used by no kind`);
    }
    const isOwn = others.length === 0 && first.version === module;
    const file = !isStruct(definition) ? 'enums' : isOwn ? fileName(first.kind) : 'shared';
    layout.set(id, `${folderOf(module)}/${file}`);
  }
  return layout;
}

/** The struct, all that it includes, and all that its fields refer to. */
export function reachedFrom(schema: Schema, start: string): Set<string> {
  const reached = new Set<string>();
  const visit = (id: string) => {
    if (reached.has(id)) {
      return;
    }
    reached.add(id);
    const definition = schema.definitions[id];
    if (isStruct(definition)) {
      for (const base of definition.allOf ?? []) {
        visit(idOfRef(base.$ref));
      }
      for (const field of Object.values(fieldsOf(schema, id))) {
        const ref = refOf(field);
        if (ref) {
          visit(ref);
        }
      }
    }
  };
  visit(start);
  return reached;
}
