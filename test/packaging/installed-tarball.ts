import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { repositoryRoot } from './built-package';
import { attempt, run } from './run-node';

/** A folder in which the packed package is installed as a user would install it. */
export interface InstalledTarball {
  /** The folder, with `node_modules` and the programs of `consumer/`. */
  readonly folder: string;
  /** The packed package. */
  readonly tarball: string;
}

/**
 * Packs the package as it is built and installs it, its peers and some more packages in an empty folder.
 *
 * @param folder an empty folder
 * @param packages more packages to install, by the name to install them as
 */
export function installTarball(folder: string, packages: { [name: string]: string }): InstalledTarball {
  // `prepare` would build again, and what is built is what is under test.
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], repositoryRoot);
  const name = readdirSync(folder).find((file) => file.endsWith('.tgz')) as string;
  const manifest = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'));
  const peers = Object.keys(manifest.peerDependencies).map((peer) => [peer, manifest.devDependencies[peer]]);
  install(folder, { ...Object.fromEntries(peers), [manifest.name]: `file:./${name}`, ...packages });
  cpSync(path.join(__dirname, 'consumer'), folder, { recursive: true });
  return { folder, tarball: path.join(folder, name) };
}

/** Installs packages in a folder, as what is private to it. */
export function install(folder: string, dependencies: { [name: string]: string }): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  // Several of these packages bring a command of the same name, so that none is linked.
  const options = ['--prefer-offline', '--no-bin-links', '--no-audit', '--no-fund', '--ignore-scripts'];
  // Without a network npm would try for minutes, package by package, before the tests are left out.
  const retries = process.env.CI ? [] : ['--fetch-retries=0'];
  run('npm', ['install', ...options, ...retries], folder);
}

/**
 * Runs something that needs the network. Where there is none, the tests that need it are left out with a warning, unless
 * `CI` is set: there, tests that never run would look like tests that pass. What fails for another reason fails.
 */
export function unlessOffline<T>(subject: string, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (process.env.CI || registryAnswers()) {
      throw error;
    }
    console.warn(`SKIPPED: ${subject}, since the registry cannot be reached.\n${(error as Error).message}`);
    return undefined;
  }
}

/** Asked only after a failure: npm's own message does not tell, since what it cannot fetch it calls a conflict. */
function registryAnswers(): boolean {
  return attempt('npm', ['view', 'constructs', 'version', '--fetch-retries=0'], repositoryRoot).ok;
}
