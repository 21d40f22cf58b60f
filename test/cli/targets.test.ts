import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { manifest } from './manifests';
import { Collector, runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

const stdin = manifest('web', { level: 'error' });

test('lists targets, and leaves findings to check', async () => {
  const { code, stdout } = await runCli(['targets', '-'], { stdin });
  expect(code).toBe(0);
  expect(stdout).toContain('1 target of 1 Prometheus instance');
});

test.each([
  ['json', /^\{"version":1,\n"targets":\[\n\{"prometheus"/],
  ['markdown', /^# Targets\n/],
])('writes %s', async (format, start) => {
  expect((await runCli(['targets', '-', '--format', format], { stdin })).stdout).toMatch(start);
});

describe('--output', () => {
  test('writes the file and nothing to stdout, without colours', async () => {
    const cwd = temporaryFolder();
    const { code, stdout, stderr } = await runCli(['targets', '-', '--output', 'T.md', '--color', 'always'], {
      cwd,
      stdin,
    });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('Wrote "T.md".');
    expect(readFileSync(path.join(cwd, 'T.md'), 'utf8')).toMatch(/^monitoring\/k8s: 1 target\n/);
    expect(readdirSync(cwd)).toEqual(['T.md']);
  });

  test('"-" is stdout', async () => {
    const cwd = temporaryFolder();
    expect((await runCli(['targets', '-', '--output', '-'], { cwd, stdin })).stdout).toContain('1 target');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('leaves the file as it is when some input cannot be read', async () => {
    const cwd = temporaryFolder({ 'T.md': 'old' });
    const { code, stderr } = await runCli(['targets', '-', '--output', 'T.md'], { cwd, stdin: `${stdin}---\nkind: [` });
    expect(code).toBe(2);
    expect(stderr).toContain('"T.md" was not written');
    expect(readFileSync(path.join(cwd, 'T.md'), 'utf8')).toBe('old');
  });

  test('writes through a symbolic link', async () => {
    const cwd = temporaryFolder({ 'real.md': 'old' });
    symlinkSync('real.md', path.join(cwd, 'T.md'));
    await runCli(['targets', '-', '--output', 'T.md'], { cwd, stdin });
    expect(lstatSync(path.join(cwd, 'T.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(cwd, 'real.md'), 'utf8')).toContain('1 target');
  });

  test.each([
    ['folder', 'it is a folder'],
    ['none/T.md', 'no such file or folder'],
    ['file/T.md', 'a part of the path is not a folder'],
  ])('says why "%s" cannot be written', async (output, reason) => {
    const cwd = temporaryFolder({ file: '' });
    mkdirSync(path.join(cwd, 'folder'));
    const { code, stderr } = await runCli(['targets', '-', '--output', output], { cwd, stdin });
    expect(code).toBe(2);
    expect(stderr).toContain(`Cannot write to "${output}": ${reason}.`);
    expect(readdirSync(cwd).sort()).toEqual(['file', 'folder']);
  });

  test('tells that a device is full', async () => {
    if (!existsSync('/dev/full')) {
      console.warn('SKIPPED: a full disk, since there is no /dev/full here.');
      return;
    }
    const cwd = temporaryFolder();
    const { code, stderr } = await runCli(['targets', '-', '--output', '/dev/full'], { cwd, stdin });
    expect(code).toBe(2);
    expect(stderr).toContain('no space is left on the device');
  });

  test('keeps the rights of the file', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'T.md'), 'old', { mode: 0o600 });
    await runCli(['targets', '-', '--output', 'T.md'], { cwd, stdin });
    expect(lstatSync(path.join(cwd, 'T.md')).mode & 0o777).toBe(0o600);
  });
});

test('a reader that has gone ends the output without a word', async () => {
  const stdout = new Collector();
  stdout._write = (_chunk: Buffer, _encoding: string, done: (error?: Error) => void) => {
    done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  };
  const { code, stderr } = await runCli(['targets', '-'], { stdin, stdout });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a full disk behind stdout is told', async () => {
  const stdout = new Collector();
  stdout._write = (_chunk: Buffer, _encoding: string, done: (error?: Error) => void) => {
    done(Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' }));
  };
  const { code, stderr } = await runCli(['targets', '-'], { stdin, stdout });
  expect(code).toBe(2);
  expect(stderr).toContain('Cannot write to standard output: no space is left on the device.');
});
