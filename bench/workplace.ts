import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { run } from './measure';

export const ROOT = path.join(__dirname, '..');
const CRDS = path.join(ROOT, '..', 'shared', 'data', 'crds-v0.93');

/** TypeScript settings of `cdk8s init typescript-app`. */
const TSCONFIG = {
  compilerOptions: {
    alwaysStrict: true,
    declaration: true,
    experimentalDecorators: true,
    inlineSourceMap: true,
    inlineSources: true,
    lib: ['es2016'],
    module: 'CommonJS',
    noEmitOnError: true,
    noImplicitAny: true,
    strict: true,
    stripInternal: true,
    target: 'ES2017',
  },
};

/** A folder as a user has it: the packed library installed, and one app for each side. */
export interface Workplace {
  readonly folder: string;
  /** File that the stock import wrote; `undefined` without the CRDs. */
  readonly stockImport?: string;
}

export function createWorkplace(): Workplace {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-prometheus-bench-'));
  const { devDependencies } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const tarball = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
  }).trim();
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
  const packages = ['cdk8s', 'cdk8s-plus-27', 'constructs', 'cdk8s-cli', 'ts-node', '@types/node'].map(
    (name) => `${name}@${devDependencies[name]}`,
  );
  // The version that `cdk8s init` chooses.
  run('npm', ['install', '--ignore-scripts', '--silent', `./${tarball}`, ...packages, 'typescript@~5.9'], {
    cwd: folder,
  });
  const apps = {
    ours: path.join(ROOT, 'main.ts'),
    floor: path.join(__dirname, 'apps', 'floor.ts'),
    stock: path.join(__dirname, 'apps', 'stock.ts'),
  };
  for (const [name, source] of Object.entries(apps)) {
    fs.mkdirSync(path.join(folder, name));
    fs.copyFileSync(source, path.join(folder, name, 'main.ts'));
    fs.writeFileSync(path.join(folder, name, 'cdk8s.yaml'), 'language: typescript\napp: npx ts-node main.ts\n');
    fs.writeFileSync(path.join(folder, name, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  }
  return { folder, stockImport: importStock(path.join(folder, 'stock')) };
}

function importStock(folder: string): string | undefined {
  if (!fs.existsSync(CRDS)) {
    console.warn(`${CRDS} is not there: figures that compare with the stock import are left out.`);
    return undefined;
  }
  const files = fs.readdirSync(CRDS).sort();
  const text = files.map((file) => fs.readFileSync(path.join(CRDS, file), 'utf8')).join('\n---\n');
  fs.writeFileSync(path.join(folder, 'crds.yaml'), text);
  run('npx', ['cdk8s', 'import', 'crds.yaml', '--no-save', '--check-upgrade=false'], { cwd: folder });
  return path.join(folder, 'imports', 'monitoring.coreos.com.ts');
}
