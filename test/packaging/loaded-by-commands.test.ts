import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { app, PROMETHEUS } from '../picture/picture-of-yaml';
import { builtPackage } from './built-package';
import { runNode } from './run-node';

const build = builtPackage();
const folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-commands-'));
const manifests = path.join(folder, 'app.yaml');
writeFileSync(manifests, PROMETHEUS + app('web', 'shop', { 'release: stack': 'release: other' }));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Files of the library's picture, and packages that only it needs, which a command loads. */
function loadedBy(...args: string[]): string[] {
  const script = `
    process.argv.splice(1, 0, 'node');
    process.stdout.write = (_chunk, ...rest) => { rest.at(-1)?.(); return true; };
    process.on('exit', () => {
      process.exitCode = 0;
      require('node:fs').writeSync(1, JSON.stringify(Object.keys(require.cache)));
    });
    require(${JSON.stringify(path.join(build, 'cli', 'main.js'))});`;
  const files = JSON.parse(runNode(['-e', script, '--', ...args], build)) as string[];
  const own = path.join(build, 'lib', 'picture') + path.sep;
  return files
    .filter((file) => file.startsWith(own) || file.includes('dagre'))
    .map((file) => (file.startsWith(own) ? file.slice(own.length) : 'dagre'));
}

test.each([['check'], ['targets'], ['explain', 'ServiceMonitor/shop/web'], ['--help']])(
  '%s loads nothing that draws',
  (...args) => {
    expect(loadedBy(...args, manifests)).toEqual([]);
  },
);

test('graph loads no layout and no page', () => {
  const loaded = loadedBy('graph', manifests);
  expect(loaded).toContain('mermaid.js');
  expect(loaded.filter((file) => file === 'dagre' || file === 'dot.js' || file.startsWith('page'))).toEqual([]);
});

test('report loads the layout', () => {
  expect(loadedBy('report', manifests)).toContain('dagre');
});
