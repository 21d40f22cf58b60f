/**
 * Runs after jsii: makes the requires of the compiled package lazy.
 *
 * jsii compiles every re-export to a require that runs at load time, so that `import { MonitoredApp }` would load the
 * bindings of all kinds and versions. See `rewrite-module.ts` for what is done instead.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { exportedNames } from './exported-names';
import { rewriteModule } from './rewrite-module';

/** Rewrites every JavaScript file under a folder; returns those that changed. */
export function makeRequiresLazy(folder: string): string[] {
  return javaScriptFiles(folder).filter((file) => {
    const before = readFileSync(file, 'utf8');
    const after = rewriteModule(before, (specifier) => exportedNames(createRequire(file).resolve(specifier)));
    if (after === before) {
      return false;
    }
    writeFileSync(file, after);
    rmSync(`${file}.map`, { force: true });
    return true;
  });
}

function javaScriptFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.resolve(folder, file))
    .sort();
}

if (require.main === module) {
  const build = path.join(__dirname, '..', 'build');
  for (const folder of ['lib', 'cli', 'imports']
    .map((name) => path.join(build, name))
    .filter((name) => existsSync(name))) {
    makeRequiresLazy(folder);
  }
}
