import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { builtPackage, repositoryRoot } from './built-package';
import { installTarball, unlessOffline } from './installed-tarball';
import { run, runNode } from './run-node';

/** The compilers that the types are checked with. */
const TYPESCRIPT: { [name: string]: string } = {
  typescript5: 'npm:typescript@~5.9',
  typescript6: 'npm:typescript@~6.0',
  typescript7: 'npm:typescript@~7.0',
};

builtPackage();
const temporary = mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-tarball-'));
// Installed while the tests are collected, since whether there are tests depends on it.
const installed = unlessOffline('the tests of the packed package', () =>
  installTarball(temporary, { ...TYPESCRIPT, '@types/node': '^20' }),
);
const { folder, tarball } = installed ?? { folder: temporary, tarball: '' };

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

(installed ? describe : describe.skip)('the packed package', () => {
  test('holds what users need and nothing else', () => {
    const bundled = bundledFolders();
    const files = packedFiles().filter((file) => !bundled.some((name) => file.startsWith(`${name}/`)));
    const compiled = files.filter((file) => /^build\/(lib|cli|imports)\/.+\.(js|d\.ts)$/.test(file));
    const pages = files.filter((file) => /^docs\/checks\/.+\.md$/.test(file));
    expect(pages).toContain('docs/checks/monitor/port-exists.md');
    expect(files.filter((file) => !compiled.includes(file) && !pages.includes(file)).sort()).toEqual([
      '.jsii',
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'docs/answers.md',
      'package.json',
      'schemas/check.v1.schema.json',
      'schemas/explain.v1.schema.json',
      'schemas/route.v1.schema.json',
      'schemas/stack.v1.schema.json',
      'schemas/targets.v1.schema.json',
    ]);
  });

  test('holds every package that it bundles', () => {
    const files = packedFiles();
    expect(bundledFolders().filter((name) => !files.includes(`${name}/package.json`))).toEqual([]);
  });

  test('lets programs load its schemas', () => {
    const script = "console.log(require('cdk8s-prometheus/schemas/check.v1.schema.json').title)";
    expect(runNode(['-e', script], folder)).toBe('cdk8s-prometheus check --format json\n');
  });

  test('holds each compiled file with its types, and none whose source is gone', () => {
    const modules = (extension: string) =>
      packedFiles()
        .filter((file) => file.startsWith('build/') && file.endsWith(extension))
        .map((file) => file.slice('build/'.length, -extension.length));
    expect(modules('.d.ts')).toEqual(modules('.js'));
    expect(modules('.js').filter((name) => !existsSync(path.join(repositoryRoot, `${name}.ts`)))).toEqual([]);
  });

  test('names no map that it does not hold', () => {
    const files = packedFiles().filter((file) => file.startsWith('build/'));
    expect(files.filter((file) => /sourceMappingURL=(?!data:)/.test(read(file)))).toEqual([]);
  });

  test('gives the same manifests to CommonJS, to an ES module and to TypeScript', () => {
    const commonJs = runNode(['commonjs.cjs'], folder);
    expect(parseAllDocuments(commonJs).map((document) => document.toJS())).toMatchObject([
      { kind: 'Service' },
      { kind: 'Deployment' },
      { kind: 'ServiceMonitor', metadata: { labels: { release: 'stack' } }, spec: { endpoints: [{ port: 'http' }] } },
      { kind: 'PrometheusRule', spec: { groups: [{ name: 'web' }] } },
    ]);
    expect(runNode(['module.mjs'], folder)).toBe(commonJs);
    for (const moduleResolution of ['node16', 'bundler']) {
      expect(runNode([compile('typescript6', moduleResolution)], folder)).toBe(commonJs);
    }
  });

  test.each(Object.keys(TYPESCRIPT).flatMap((name) => ['node16', 'bundler'].map((resolution) => [name, resolution])))(
    'has types that %s accepts with module resolution %s',
    (typescript, moduleResolution) => {
      expect(existsSync(path.join(folder, compile(typescript, moduleResolution)))).toBe(true);
    },
  );

  test('leaves publint with nothing to say', () => {
    expect(run(command('publint'), ['run', tarball, '--strict'], repositoryRoot)).toContain('All good!');
  });

  test('has types that fit how Node and bundlers load it (attw)', () => {
    // The assembly is JSON that jsii reads, without types.
    const args = [tarball, '--exclude-entrypoints', '.jsii', '--no-emoji', '--no-color'];
    expect(run(command('attw'), args, repositoryRoot)).toContain('No problems found');
  });
});

/** Compiles the TypeScript program, the types of all packages included, and returns the path of what came out. */
function compile(typescript: string, moduleResolution: string): string {
  const out = `out-${typescript}-${moduleResolution}`;
  const config = {
    compilerOptions: {
      strict: true,
      skipLibCheck: false,
      target: 'es2022',
      lib: ['es2022'],
      types: ['node'],
      module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
      moduleResolution,
      rootDir: '.',
      outDir: out,
    },
    files: ['typescript.ts'],
  };
  writeFileSync(path.join(folder, `tsconfig.${out}.json`), JSON.stringify(config));
  runNode([path.join('node_modules', typescript, 'bin', 'tsc'), '-p', `tsconfig.${out}.json`], folder);
  if (moduleResolution === 'bundler') {
    writeFileSync(path.join(folder, out, 'package.json'), JSON.stringify({ type: 'module' }));
  }
  return path.join(out, 'typescript.js');
}

/** Folders of the packages that run with this one, and of what these need. Deeper ones are in the bundles of others. */
function bundledFolders(): string[] {
  const { packages } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package-lock.json'), 'utf8'));
  return Object.keys(packages).filter((name) => packages[name].inBundle && name.lastIndexOf('node_modules/') === 0);
}

function packedFiles(): string[] {
  const root = path.join(folder, 'node_modules', 'cdk8s-prometheus');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(root, file)).isFile())
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

function read(file: string): string {
  return readFileSync(path.join(folder, 'node_modules', 'cdk8s-prometheus', file), 'utf8');
}

function command(name: string): string {
  return path.join(repositoryRoot, 'node_modules', '.bin', name);
}
