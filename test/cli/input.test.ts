import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import * as path from 'node:path';
import { manifest } from './manifests';
import { runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

/** Objects that were found, as `file:name`. */
async function objectsIn(paths: string[], cwd: string, platform: NodeJS.Platform = 'linux') {
  const outcome = await runCli(['check', '--format', 'json', ...paths], {
    cwd,
    platform,
    stdin: manifest('stdin', { level: 'info' }),
  });
  const findings = outcome.stdout === '' ? [] : JSON.parse(outcome.stdout).findings;
  return { ...outcome, objects: findings.map((one: any) => `${one.source.file}:${one.object.name}`) };
}

const one = (name: string) => manifest(name, { level: 'info' });

test('a folder is read with those below it, and without what is not for a cluster', async () => {
  const cwd = temporaryFolder({
    'k8s/b.yml': one('b'),
    'k8s/a.yaml': one('a'),
    'k8s/deep/er/c.JSON': JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'c' }, level: 'info' }),
    'k8s/notes.txt': 'kind: [',
    'k8s/.git/d.yaml': one('d'),
    'k8s/.hidden.yaml': one('e'),
    'k8s/node_modules/x/f.yaml': one('f'),
  });
  const { code, objects, stderr } = await objectsIn(['k8s'], cwd);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(objects).toEqual(['k8s/a.yaml:a', 'k8s/b.yml:b', 'k8s/deep/er/c.JSON:c']);
});

test.each([
  ['.', 'a.yaml'],
  ['./', 'a.yaml'],
  ['./k8s/..', './k8s/../a.yaml'],
])('files of %s are printed as %s', async (given, expected) => {
  const { objects } = await objectsIn([given], temporaryFolder({ 'a.yaml': one('a'), 'k8s/b.yaml': one('b') }));
  expect(objects).toContain(`${expected}:a`);
});

test('what is evidently no manifest is passed over in a folder, and counted', async () => {
  const cwd = temporaryFolder({
    'a.yaml': `${one('a')}---\nfoo: apiVersion, kind\n`,
    'package.json': '{"name": "x"}',
    'tsconfig.json': '{\n  // a comment\n  "compilerOptions": {},\n}',
    'Chart.yaml': 'apiVersion: v2\nname: x\nversion: 1.0.0\n',
    'values.yaml': 'extra:\n  - apiVersion: v1\n    kind: Pod\n',
    'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n',
    'docker-compose.yml': 'services: {}\n',
  });
  const { code, objects, stderr } = await objectsIn(['.'], cwd);
  expect({ code, objects }).toEqual({ code: 0, objects: ['a.yaml:a'] });
  expect(stderr).toMatch(/^Skipped 6 files and 1 document without Kubernetes objects\.\n/);
});

test('patches of Kustomize are passed over in a folder, and what they change is said to be unseen', async () => {
  const cwd = temporaryFolder({
    'base/a.yaml': one('a'),
    'base/kustomization.yaml': 'resources: [a.yaml]\n',
    'overlays/prod/patch.yaml': one('a'),
    'overlays/prod/old.yaml': one('a'),
    'overlays/prod/b.yaml': one('b'),
    'overlays/prod/kustomization.yaml':
      'resources: [../../base, b.yaml]\npatches:\n  - path: patch.yaml\n  - patch: "- op: x"\npatchesStrategicMerge:\n  - old.yaml\n',
  });
  const { code, objects, stderr } = await objectsIn(['.'], cwd);
  expect({ code, objects }).toEqual({ code: 0, objects: ['base/a.yaml:a', 'overlays/prod/b.yaml:b'] });
  expect(stderr).toContain('Skipped 4 files');
  expect(stderr).toMatch(/Not applied: \S+kustomization\.yaml and 1 more\. .*kustomize build \S+ \| cdk8s-prometheus/);
});

test('the same file is a problem when it is named', async () => {
  const cwd = temporaryFolder({ 'a.yaml': one('a'), 'values.yaml': 'replicas: 1\n' });
  const { code, objects, stderr } = await objectsIn(['.', 'values.yaml'], cwd);
  expect({ code, objects }).toEqual({ code: 2, objects: ['a.yaml:a'] });
  expect(stderr).toContain('values.yaml:1:1: There is neither apiVersion nor kind.');
});

test('broken YAML with the keys of a manifest is a problem in a folder too', async () => {
  const cwd = temporaryFolder({ 'a.yaml': one('a'), 'b.yaml': 'apiVersion: v1\nkind: [\n' });
  const { code, stderr } = await objectsIn(['.'], cwd);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error {2}b\.yaml:/);
});

test('values files of a StackRelease go their own way', async () => {
  const cwd = temporaryFolder({ 'dist/a.yaml': one('a'), 'dist/stack.values': 'replicas: 1\n' });
  const { engine, code } = await runCli(['check', 'dist'], { cwd });
  expect(code).toBe(0);
  expect(engine.valuesFiles).toEqual([{ file: 'dist/stack.values', text: 'replicas: 1\n' }]);
});

test('a file counts once, however it is given', async () => {
  const cwd = temporaryFolder({ 'k8s/a.yaml': one('a') });
  symlinkSync('a.yaml', path.join(cwd, 'k8s', 'b.yaml'));
  const { objects } = await objectsIn(['k8s', 'k8s/a.yaml', './k8s/a.yaml', 'k8s/*.yaml', '-', '-'], cwd);
  expect(objects).toHaveLength(2);
  expect(objects[0]).toBe('-:stdin');
});

test('circles of links end', async () => {
  const cwd = temporaryFolder({ 'k8s/deep/a.yaml': one('a') });
  symlinkSync('..', path.join(cwd, 'k8s', 'deep', 'up'));
  symlinkSync('loop.yaml', path.join(cwd, 'loop.yaml'));
  expect((await objectsIn(['k8s'], cwd)).objects).toEqual(['k8s/deep/a.yaml:a']);
  expect((await objectsIn(['k8s/**/*.yaml'], cwd)).objects).toHaveLength(1);
  const { code, stderr } = await objectsIn(['loop.yaml'], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain('symbolic links go round in a circle');
});

describe('a glob', () => {
  const cwd = temporaryFolder({
    'k8s/a.yaml': one('a'),
    'k8s/x/b.yaml': one('b'),
    'k8s/x/README.md': '# x',
    'k8s/logo.png': Buffer.from([0x89, 0x50, 0, 0, 1]),
    '[odd] {name}.yaml': one('odd'),
  });

  test.each([
    ['k8s/**/*.yaml', ['k8s/a.yaml:a', 'k8s/x/b.yaml:b']],
    ['k8s/*.yaml', ['k8s/a.yaml:a']],
    ['./k8s/*.yaml', ['k8s/a.yaml:a']],
    ['k8s/{a,z}.yaml', ['k8s/a.yaml:a']],
    ['k8s/*', ['k8s/a.yaml:a', 'k8s/x/b.yaml:b']],
    ['[odd] {name}.yaml', ['[odd] {name}.yaml:odd']],
  ])('%s leads to %j', async (pattern, expected) => {
    const { objects, code } = await objectsIn([pattern], cwd);
    expect({ objects, code }).toEqual({ objects: expected, code: 0 });
  });

  test('may be absolute, and then so are the files', async () => {
    expect((await objectsIn([`${cwd}/k8s/*.yaml`], cwd)).objects).toEqual([`${cwd}/k8s/a.yaml:a`]);
  });

  test('is written with backslashes on Windows', async () => {
    expect((await objectsIn(['k8s\\**\\*.yaml'], cwd, 'win32')).objects).toHaveLength(2);
  });

  test('that matches nothing is told, and the rest is looked at', async () => {
    const { code, objects, stderr } = await objectsIn(['k8s/*.yamlx', 'k8s'], cwd);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error  k8s/*.yamlx: Nothing matches this pattern.\n' });
    expect(objects).toHaveLength(2);
  });
});

describe('in plain words', () => {
  const cwd = temporaryFolder({
    'binary.yaml': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]),
    'utf16.yaml': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(one('a'), 'utf16le')]),
    'latin1.yaml': Buffer.from(`${one('a')}# \xe9\n`, 'latin1'),
    'bom.yaml': `\ufeff${one('bom')}`,
    'secret.yaml': one('secret'),
    'closed/a.yaml': one('a'),
  });
  mkdirSync(path.join(cwd, 'empty'));
  symlinkSync('nowhere', path.join(cwd, 'lost.yaml'));

  test.each([
    ['none.yaml', 'none.yaml: There is no such file or folder.'],
    ['none/*.yaml', 'none/*.yaml: Nothing matches this pattern.'],
    ['empty', 'empty: There is no manifest in it (*.yaml, *.yml, *.json).'],
    ['secret.yaml/x', 'secret.yaml/x: It cannot be read: a part of the path is not a folder.'],
    ['binary.yaml', 'binary.yaml: It is a binary file, not a manifest.'],
    ['utf16.yaml', 'utf16.yaml: It is written in UTF-16'],
    ['latin1.yaml', 'latin1.yaml:6: The line is not UTF-8'],
    ['/dev/null', '/dev/null: It is a device, not a file'],
    [`${'x'.repeat(5000)}.yaml`, 'the name is too long'],
    ['nul\u0000.yaml', 'the path contains a null character'],
  ])('%.20s: %s', async (given, message) => {
    const { code, stdout, stderr } = await runCli(['check', given], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('a byte order mark is no problem', async () => {
    expect((await objectsIn(['bom.yaml'], cwd)).objects).toEqual(['bom.yaml:bom']);
  });

  test('a link to nowhere in a folder is told', async () => {
    const { code, stderr } = await objectsIn(['.'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('lost.yaml: It cannot be read: no such file or folder.');
  });

  test('what may not be read is told, file and folder', async () => {
    if (process.getuid?.() === 0 || process.platform === 'win32') {
      console.warn('SKIPPED: files without rights, since this user may read everything.');
      return;
    }
    chmodSync(path.join(cwd, 'secret.yaml'), 0);
    chmodSync(path.join(cwd, 'closed'), 0);
    const { code, stderr } = await objectsIn(['.'], cwd);
    chmodSync(path.join(cwd, 'closed'), 0o700);
    expect(code).toBe(2);
    expect(stderr).toContain('secret.yaml: It cannot be read: permission denied.');
    expect(stderr).toContain('closed/: The folder cannot be read: permission denied.');
  });

  test('a named pipe is read', async () => {
    if (process.platform === 'win32') {
      console.warn('SKIPPED: named pipes, since Windows has others.');
      return;
    }
    const pipe = path.join(cwd, 'pipe');
    execFileSync('mkfifo', [pipe]);
    execFileSync('sh', ['-c', `printf '%s' "$1" > "$2" &`, 'sh', one('piped'), pipe], { stdio: 'ignore' });
    expect((await objectsIn(['pipe'], cwd)).objects).toEqual(['pipe:piped']);
  });
});
