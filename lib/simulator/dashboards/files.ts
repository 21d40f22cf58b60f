import { posix } from 'node:path';
import type { KubeObject, SourcedObject } from '../kube-object';
import { joinPath, namespaceOf } from '../operator/problem';
import type { Sidecar } from './sidecar';

/** A text that a ConfigMap or Secret holds. */
export interface KeyText {
  readonly key: string;
  /** Path of the field, such as `data["web.json"]`. */
  readonly field: string;
  /** `undefined` where it is not to be read. */
  readonly text: string | undefined;
}

/** The texts of a ConfigMap or Secret, in order. */
export function textsOf({ object }: SourcedObject): KeyText[] {
  const isSecret = object.kind === 'Secret';
  return [
    ...entriesOf(object, isSecret ? 'stringData' : 'data', (value) => value),
    ...entriesOf(object, isSecret ? 'data' : 'binaryData', decoded),
  ];
}

function entriesOf(object: KubeObject, field: string, read: (value: string) => string | undefined): KeyText[] {
  return Object.entries<unknown>(object[field] ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' ? { key, field: joinPath(field, key), text: read(value) } : [],
  );
}

/** A text from base64; `undefined` where it is none. */
export function decoded(value: string): string | undefined {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(value)) {
    return undefined;
  }
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.includes('\ufffd') ? undefined : text;
}

/** A file that a sidecar writes. */
export interface SidecarFile extends KeyText {
  readonly object: SourcedObject;
  readonly sidecar: Sidecar;
  readonly folder: string;
  readonly name: string;
  /** Folder and name. */
  readonly path: string;
}

/**
 * The files that a sidecar writes of an object that it takes.
 *
 * Source: k8s-sidecar 2.10.1 `src/resources.py`, `_get_destination_folder`, `_get_file_data_and_name`, `_update_file`;
 * `src/helpers.py`, `unique_filename`.
 */
export function filesOf(sidecar: Sidecar, object: SourcedObject): SidecarFile[] {
  const { kind, metadata } = object.object;
  const annotation = metadata.annotations?.[sidecar.folderAnnotation];
  const folder = typeof annotation !== 'string' ? sidecar.folder : posix.resolve(sidecar.folder || '/', annotation);
  return textsOf(object).map((entry) => {
    // What stands there is an address, and its content the file.
    const isAddress = entry.key.endsWith('.url');
    const file = isAddress ? entry.key.slice(0, -4) : entry.key;
    const name = sidecar.uniqueNames
      ? `namespace_${namespaceOf(object.object)}.${kind.toLowerCase()}_${metadata.name}.${file}`
      : file;
    return {
      ...entry,
      ...(isAddress ? { text: undefined } : {}),
      object,
      sidecar,
      folder,
      name,
      path: `${folder}/${name}`,
    };
  });
}

/**
 * Folder of Grafana that a file goes to, as far as two files can be told to go to the same one; `undefined` where Grafana
 * does not look for the file.
 *
 * Source: grafana `pkg/services/provisioning/dashboards/file_reader.go`, `storeDashboardsInFoldersFromFileStructure`.
 */
export function folderOf({ folder, sidecar }: SidecarFile): string | undefined {
  const root = posix.resolve(sidecar.folder || '/');
  if (folder !== sidecar.folder && !`${folder}/`.startsWith(`${root}/`)) {
    return undefined;
  }
  switch (sidecar.foldersFromFiles) {
    case true:
      return posix.resolve(folder) === root ? '' : posix.basename(folder);
    case false:
      return '';
    case undefined:
      return folder;
  }
}
