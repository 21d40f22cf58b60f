import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { manifest } from './manifests';
import { runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

const cwd = temporaryFolder({ 'a.yaml': manifest('a', { level: 'error' }), 'k8s/b.yaml': manifest('b') });

/** Words of the program among any others. No option that writes: any path is a file name somewhere. */
const word = fc.oneof(
  fc.constantFrom(
    'check',
    'targets',
    'explain',
    'graph',
    'report',
    'stack',
    'help',
    'svc/a',
    '-',
    '--',
    'a.yaml',
    'k8s',
    '**',
    '',
    '__proto__',
  ),
  fc.constantFrom(
    '--stack',
    '--helm-values',
    '--namespace',
    '--operator-version',
    '--kubernetes-version',
    '--complete',
  ),
  fc.constantFrom('--partial', '--level', '--format', '--color', '--version', '--help', 'json', 'text', 'warning'),
  fc.constantFrom('--constructor', '--__proto__=1', 'toString', 'k8s/{', '[', '!(', 'prom/monitoring'),
  fc.string({ maxLength: 8 }).filter((text) => !/^(\/|\.\.|-o|--o)/.test(text) && !text.includes('..')),
);

test('any arguments end with 0, 1 or 2, and without a stack', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 7 }), async (argv) => {
      const { code, stdout, stderr } = await runCli(argv, { cwd, stdin: manifest('c') });
      expect([0, 1, 2]).toContain(code);
      expect(stdout + stderr).not.toMatch(/^\s+at /m);
      expect(code === 2 && stderr === '').toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('any bytes end with 0, 1 or 2, and without a stack', async () => {
  const parts = fc.constantFrom(
    ...[
      'apiVersion: v1\n',
      'kind: Pod\n',
      'metadata:\n',
      '  name: a\n',
      '---\n',
      '\t',
      '&a ',
      '*a',
      '{',
      '[',
      '"',
      "'",
    ],
    ...['\ufeff', '\r\n', '? ', '- ', ': ', '!!binary ', '%YAML 9\n', '...\n', '|\n', '\u0000', 'level: error\n', '#'],
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 64 }).map((array) => Buffer.from(array)),
    fc.array(parts, { maxLength: 16 }).map((array) => Buffer.from(array.join(''))),
  );
  const folder = temporaryFolder();
  await fc.assert(
    fc.asyncProperty(bytes, fc.constantFrom('x.yaml', '.', '*.yaml', '-'), async (content, given) => {
      writeFileSync(path.join(folder, 'x.yaml'), content);
      const { code, stdout, stderr } = await runCli(['check', given], { cwd: folder, stdin: content });
      expect([0, 1, 2]).toContain(code);
      expect(stdout + stderr).not.toMatch(/^\s+at /m);
    }),
    { numRuns: 500 },
  );
});
