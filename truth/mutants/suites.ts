import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { type Mutant, mutatedText, ROOT } from './mutant';

/** Milliseconds after which a run counts as one that never ends. */
const PATIENCE = 600_000;

/** The first test that fails with a mutant: of those that import its file, then of all that the simulator answers for. */
export function failingTest(mutant: Mutant): string | undefined {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mutant-'));
  const text = path.join(folder, 'mutant.ts');
  try {
    fs.writeFileSync(text, mutatedText(mutant));
    const direct = ['--runInBand', '--findRelatedTests', mutant.file];
    return failingTestIn(text, mutant, direct) ?? failingTestIn(text, mutant);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function failingTestIn(text: string, mutant: Mutant, tests: readonly string[] = []): string | undefined {
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const config = path.join(__dirname, 'jest.config.js');
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    [jest, '--config', config, '--bail', '--passWithNoTests', '--silent', '--ci', ...tests],
    {
      cwd: ROOT,
      env: { ...process.env, MUTATED_FILE: path.join(ROOT, mutant.file), MUTATED_TEXT: text, NO_COLOR: '1' },
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
      encoding: 'utf8',
    },
  );
  if (signal !== null) {
    return 'one that never ends';
  }
  return status === 0 ? undefined : firstFailure(stderr);
}

function firstFailure(output: string): string {
  const [, suite] = /^FAIL (\S+)/m.exec(output) ?? [];
  const [, test] = /^ +● (.+)$/m.exec(output) ?? [];
  if (suite === undefined) {
    throw new Error(`jest failed:\n${output}`);
  }
  return `${suite}: ${test}`;
}
