import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { builtPackage, repositoryRoot } from './built-package';
import { installTarball, unlessOffline } from './installed-tarball';
import { runNode } from './run-node';

builtPackage();
const temporary = mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-bin-'));
const installed = unlessOffline('the tests of the installed command line', () => installTarball(temporary, {}));
const { name, version, bin } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'));
const program = path.join(temporary, 'node_modules', name, bin[name]);

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

/** Runs the installed program with something on standard input. */
function runProgram(args: string[], input: string | Buffer) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: temporary, input });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
}

(installed ? describe : describe.skip)('the installed command line', () => {
  test('is a script that a shell can start', () => {
    expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test('knows its version', () => {
    expect(runNode([program, '--version'], temporary)).toBe(`${version}\n`);
  });

  test('prints its help', () => {
    expect(runNode([program, '--help'], temporary)).toContain('Usage: cdk8s-prometheus');
  });

  test.each([
    ['a binary', Buffer.from([0x1f, 0x8b, 0, 0]), '<stdin>: It is a binary file, not a manifest.'],
    ['UTF-16', Buffer.from('\ufeffkind: Pod', 'utf16le'), '<stdin>: It is written in UTF-16'],
  ])('reads standard input, and tells that it is %s', (_title, input, message) => {
    const { status, stdout, stderr } = runProgram(['check', '-'], input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('ends with 2 for wrong arguments', () => {
    const { status, stderr } = runProgram(['check', '--nonsense'], '');
    expect(status).toBe(2);
    expect(stderr).toContain("Unknown option '--nonsense'");
  });
});
