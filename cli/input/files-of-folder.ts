import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import * as path from 'node:path';
import type { ReadProblem } from '../../lib/engine/engine';
import { reasonOf } from '../output/system-error';
import type { FoundFile } from './found-file';
import { patchesOf } from './kustomize-patches';

/** What kubectl reads of a folder (`resource.FileExtensions`), and the values files that a `StackRelease` writes. */
const EXTENSIONS = ['.yaml', '.yml', '.json', '.values'];
/** Files for Kustomize carry `apiVersion` and `kind`, and are not applied to a cluster (`konfig.RecognizedKustomizationFileNames`). */
const NO_MANIFESTS = ['kustomization.yaml', 'kustomization.yml'];
const SKIPPED_FOLDERS = ['node_modules'];

/** What a folder holds. */
export interface FolderContent {
  readonly files: FoundFile[];
  /** Folders that cannot be read. */
  readonly problems: ReadProblem[];
  /** Files passed over by their name, and the patches of kustomizations. */
  readonly skipped: number;
  /** Kustomizations, as paths to print. */
  readonly kustomizations: readonly string[];
}

/**
 * Manifests in a folder and those below it. Links are followed, each folder once, so that circles end. Folders that begin
 * with a dot are left out.
 *
 * @param given path as it was given
 * @param folder the same, absolute
 */
export function filesOfFolder(given: string, folder: string): FolderContent {
  const content = {
    files: [] as FoundFile[],
    problems: [] as ReadProblem[],
    skipped: 0,
    kustomizations: [] as string[],
  };
  const patches = new Set<string>();
  const visited = new Set<string>();
  const pending = [{ given: prefixOf(given), folder }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { given: prefix, folder: current } = next;
    let entries: Dirent[] = [];
    try {
      const real = realpathSync.native(current);
      if (visited.has(real)) {
        continue;
      }
      visited.add(real);
      entries = readdirSync(current, { withFileTypes: true });
    } catch (error) {
      content.problems.push({ file: prefix || '.', message: `The folder cannot be read: ${reasonOf(error)}.` });
    }
    for (const entry of entries) {
      const file = prefix + entry.name;
      const absolute = path.join(current, entry.name);
      if (isFolder(entry, absolute)) {
        if (!entry.name.startsWith('.') && !SKIPPED_FOLDERS.includes(entry.name)) {
          pending.push({ given: `${file}/`, folder: absolute });
        }
      } else if (NO_MANIFESTS.includes(entry.name)) {
        content.skipped += 1;
        content.kustomizations.push(file);
        for (const patch of patchesOf(absolute)) {
          patches.add(patch);
        }
      } else if (!entry.name.startsWith('.') && EXTENSIONS.includes(path.extname(entry.name).toLowerCase())) {
        content.files.push({ file, path: absolute, named: false });
      }
    }
  }
  const files = content.files.filter((file) => !patches.has(file.path));
  return { ...content, files, skipped: content.skipped + content.files.length - files.length };
}

/** What stands before the names of its files: nothing for the working directory. */
function prefixOf(given: string): string {
  return given === '.' || given === './' || given === '.\\' ? '' : `${given.replace(/[\\/]+$/, '')}/`;
}

/** A link to nowhere is no folder; reading it will tell. */
function isFolder(entry: Dirent, absolute: string): boolean {
  if (!entry.isSymbolicLink()) {
    return entry.isDirectory();
  }
  return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
