import { realpathSync, type Stats, statSync } from 'node:fs';
import * as path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { ReadProblem } from '../../lib/engine/engine';
import { reasonOf } from '../output/system-error';
import { UsageError } from '../usage-error';
import { type FolderContent, filesOfFolder } from './files-of-folder';
import { type FoundFile, STDIN } from './found-file';

/** Where to look. */
export interface Surroundings {
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
}

/** What all arguments lead to. */
export interface FoundFiles {
  /** Sorted, each once. */
  readonly files: FoundFile[];
  readonly problems: ReadProblem[];
  /** Files passed over by their name, and the patches of kustomizations. */
  readonly skipped: number;
  /** Kustomizations in folders. */
  readonly kustomizations: readonly string[];
}

/**
 * Files that the arguments name: a file, a folder, a glob, or `-`. What exists is taken as it is, so that a name with
 * brackets is not read as a glob. An argument that leads to nothing is a problem, and the others are followed.
 *
 * @throws UsageError if an argument is empty
 */
export async function findFiles(given: readonly string[], surroundings: Surroundings): Promise<FoundFiles> {
  const contents: FolderContent[] = [];
  for (const argument of given) {
    contents.push(await contentOf(argument, surroundings));
  }
  return {
    files: eachOnce(contents.flatMap(({ files }) => files)),
    problems: contents.flatMap(({ problems }) => problems),
    skipped: contents.reduce((sum, { skipped }) => sum + skipped, 0),
    // Overlays, which are what is built, stand behind what they are built of in most repositories.
    kustomizations: contents
      .flatMap(({ kustomizations }) => kustomizations)
      .sort()
      .reverse(),
  };
}

async function contentOf(given: string, surroundings: Surroundings): Promise<FolderContent> {
  if (given === '-') {
    return content([STDIN]);
  }
  if (given === '') {
    throw new UsageError('A PATH is empty.', 'name a file, a folder or a glob; is a variable of the shell not set?');
  }
  const absolute = path.resolve(surroundings.cwd, given);
  const stats = statsOf(given, absolute);
  if (typeof stats === 'string') {
    return broken(given, `It cannot be read: ${stats}.`);
  }
  if (stats?.isDirectory()) {
    return notEmpty(filesOfFolder(given, absolute), given);
  }
  if (stats) {
    return content([{ file: given, path: absolute, named: true }]);
  }
  const pattern = surroundings.platform === 'win32' ? given.replaceAll('\\', '/') : given;
  if (!isDynamicPattern(pattern)) {
    return broken(given, 'There is no such file or folder.');
  }
  return filesOfGlob(given, pattern, surroundings);
}

async function filesOfGlob(given: string, pattern: string, { cwd }: Surroundings): Promise<FolderContent> {
  const matches = await glob([pattern], {
    cwd,
    absolute: path.isAbsolute(pattern),
    expandDirectories: false,
    onlyFiles: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  const contents = matches.map((match) =>
    match.endsWith('/')
      ? filesOfFolder(match, path.resolve(cwd, match))
      : content([{ file: match, path: path.resolve(cwd, match), named: false }]),
  );
  if (matches.length === 0) {
    return broken(given, 'Nothing matches this pattern.');
  }
  return notEmpty(
    {
      files: contents.flatMap(({ files }) => files),
      problems: contents.flatMap(({ problems }) => problems),
      skipped: contents.reduce((sum, { skipped }) => sum + skipped, 0),
      kustomizations: contents.flatMap(({ kustomizations }) => kustomizations),
    },
    given,
  );
}

/** A folder with nothing to look at is rather the wrong folder than one without mistakes. */
function notEmpty(found: FolderContent, given: string): FolderContent {
  if (found.files.length === 0 && found.problems.length === 0) {
    const fix = found.skipped > 0 ? `kustomize build ${given} | cdk8s-prometheus check -` : undefined;
    return broken(given, 'There is no manifest in it (*.yaml, *.yml, *.json).', fix);
  }
  return found;
}

function broken(file: string, message: string, fix?: string): FolderContent {
  return { files: [], problems: [{ file, message, fix }], skipped: 0, kustomizations: [] };
}

function content(files: FoundFile[]): FolderContent {
  return { files, problems: [], skipped: 0, kustomizations: [] };
}

/** What is there, if anything is; or why that cannot be told. */
function statsOf(given: string, absolute: string): Stats | string | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false });
  } catch (error) {
    // A pattern may be longer than a name may be, or contain what Windows does not allow.
    return isDynamicPattern(given) ? undefined : reasonOf(error);
  }
}

/** A file that is named and found counts as named, since then it is known to be meant. */
function eachOnce(files: readonly FoundFile[]): FoundFile[] {
  const byPath = new Map<string, FoundFile>();
  for (const file of files) {
    const key = file.path === '-' ? '-' : realPath(file.path);
    const known = byPath.get(key);
    if (known === undefined || (file.named && !known.named)) {
      byPath.set(key, file);
    }
  }
  return [...byPath.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

function realPath(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    // A link to nowhere, or a pipe of the shell (`<(helm template …)`), which has a path and no place.
    return file;
  }
}
