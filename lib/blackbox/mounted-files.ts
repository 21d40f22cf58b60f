import type { KeyReference } from '../monitor/key-reference';

/** Folder of all files that modules refer to; beside that of the configuration, since a mount cannot hold another. */
const FOLDER = '/etc/blackbox_files';

/** A Secret or ConfigMap of which keys are mounted. */
export interface MountedSource {
  readonly kind: 'secret' | 'configMap';
  readonly name: string;
  readonly keys: string[];
  readonly folder: string;
}

/** Where the exporter finds the value of a key. */
export function pathOf(reference: KeyReference): string {
  const { kind, name, key } = partsOf(reference);
  return `${folderOf(kind, name)}/${key}`;
}

/** What must be mounted so that the exporter finds all of these, in order of appearance. */
export function mountedSources(references: KeyReference[]): MountedSource[] {
  const sources = new Map<string, MountedSource>();
  for (const { kind, name, key } of references.map(partsOf)) {
    const folder = folderOf(kind, name);
    const source = sources.get(folder) ?? { kind, name, keys: [], folder };
    sources.set(folder, source.keys.includes(key) ? source : { ...source, keys: [...source.keys, key] });
  }
  return [...sources.values()];
}

function folderOf(kind: MountedSource['kind'], name: string): string {
  return `${FOLDER}/${kind === 'secret' ? 'secrets' : 'configmaps'}/${name}`;
}

function partsOf(reference: KeyReference): { kind: MountedSource['kind']; name: string; key: string } {
  const { secret, configMap } = reference.toManifest();
  return { kind: secret ? 'secret' : 'configMap', ...(secret ?? configMap) };
}
