import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { repositoryRoot } from './built-package';

/** What the compiler says, nothing silenced, in a copy of the package. */
function compilerOutput(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-jsii-'));
  try {
    for (const name of ['lib', 'cli', 'imports', 'package.json', 'tsconfig.json', 'README.md', 'LICENSE']) {
      cpSync(path.join(repositoryRoot, name), path.join(copy, name), { recursive: true });
    }
    symlinkSync(path.join(repositoryRoot, 'node_modules'), path.join(copy, 'node_modules'));
    const compiler = path.join(repositoryRoot, 'node_modules', 'jsii', 'bin', 'jsii');
    const { status, stdout, stderr } = spawnSync(process.execPath, [compiler], { cwd: copy, encoding: 'utf8' });
    expect({ status }).toEqual({ status: 0 });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Names in the row of the decision that begins with this text. */
function allowedNames(row: string): string[] {
  const page = path.join(repositoryRoot, 'docs', 'decisions', '0003-names-that-other-languages-reserve.md');
  const line = readFileSync(page, 'utf8')
    .split('\n')
    .find((text) => text.startsWith(`| ${row}`));
  return [...(line ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1]).sort();
}

test('the compiler warns about no other reserved names than those decided on, and about nothing else', () => {
  const output = compilerOutput();
  const reserved = [...output.matchAll(/^(lib|imports)\/.* JSII5018: "(\w+)" is a reserved word/gm)];
  const names = (folder: string) =>
    [...new Set(reserved.filter((match) => match[1] === folder).map((match) => match[2]))].sort();
  expect(names('lib')).toEqual(allowedNames('our API'));
  expect(names('imports')).toEqual(allowedNames('generated'));
  expect(output.match(/warning JSII(?!5018)\d+.*/g)).toBeNull();
}, 60_000);
