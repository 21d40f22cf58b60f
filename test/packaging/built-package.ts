import { existsSync, readdirSync, statSync } from 'node:fs';
import * as path from 'node:path';

/** Folder of the repository, which is also that of the package. */
export const repositoryRoot = path.join(__dirname, '..', '..');

/**
 * Folder of the compiled package.
 *
 * @throws if there is none, or one that is older than its sources: the tests would judge yesterday's code
 */
export function builtPackage(): string {
  const assembly = path.join(repositoryRoot, '.jsii');
  if (!existsSync(assembly)) {
    throw new Error('The package is not built, and these tests run what users get. Fix: npm run build');
  }
  const built = statSync(assembly).mtimeMs;
  const newer = sources().find((file) => statSync(file).mtimeMs > built);
  if (newer) {
    const name = path.relative(repositoryRoot, newer);
    throw new Error(`"${name}" is newer than build/, and these tests run what users get. Fix: npm run build`);
  }
  return path.join(repositoryRoot, 'build');
}

function sources(): string[] {
  return ['lib', 'cli', 'imports']
    .map((folder) => path.join(repositoryRoot, folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    )
    .filter((file) => file.endsWith('.ts'));
}
