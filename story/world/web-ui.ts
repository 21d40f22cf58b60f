import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { moduleFolder } from '../../truth/machine/tools';

/** Builds with the lockfile of the user interface, which this major version reads. */
const PNPM = 'pnpm@10';

/** Prometheus without built-in assets looks for them below its working directory, and for its name. */
export const WEB_FOLDER = path.join(__dirname, '..', '..', 'truth', 'build', 'web', 'prometheus');

/**
 * Builds the web user interface of Prometheus from the sources in its Go module, which has no built one. It takes its
 * packages from the npm registry, so it is done outside of the enclosure.
 *
 * Source: prometheus v0.315.0 `web/ui/ui.go`, `web/ui/build_ui.sh`.
 */
export function buildWebUi(log: (line: string) => void): void {
  const sources = path.join(moduleFolder('prometheus-3'), 'web', 'ui');
  const version = path.basename(path.join(sources, '..', '..'));
  const stamp = path.join(WEB_FOLDER, 'version');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === version) {
    return;
  }
  log(`Building the web user interface of ${version}. The first time this takes minutes.`);
  const work = path.join(path.dirname(WEB_FOLDER), 'sources');
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(work), { recursive: true });
  // The module cache is read-only, and a copy of it would be too.
  execFileSync('cp', ['-r', '--no-preserve=mode', sources, work]);
  const run = (command: string, ...args: string[]): void => {
    const tools = path.join(work, 'tools', 'node_modules', '.bin');
    const env = { ...process.env, PATH: `${tools}${path.delimiter}${process.env.PATH}` };
    execFileSync(command, args, { cwd: work, env, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  run('npm', 'install', '--no-audit', '--no-fund', '--prefix', path.join(work, 'tools'), PNPM);
  run('pnpm', 'install', '--frozen-lockfile');
  run('bash', 'build_ui.sh', '--mantine-ui');
  const target = path.join(WEB_FOLDER, 'web', 'ui', 'static');
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.cpSync(path.join(work, 'static'), target, { recursive: true });
  fs.rmSync(work, { recursive: true, force: true });
  fs.writeFileSync(stamp, version);
}
