import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

/** What package.json says of this program. */
export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly homepage: string;
  /** Address to report mistakes at. */
  readonly bugs: string;
}

/** Folder of the nearest package.json, for the compiled program lies one folder deeper than its source. */
export function packageFolder(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder) {
    folder = path.dirname(folder);
  }
  return folder;
}

/** What the package says of itself. */
export function packageInfo(): PackageInfo {
  const file = path.join(packageFolder(), 'package.json');
  const { name, version, homepage, bugs } = JSON.parse(readFileSync(file, 'utf8'));
  return { name, version, homepage, bugs: bugs.url };
}
