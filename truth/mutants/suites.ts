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
  try {
    return (
      failingTestIn(folder, mutant, ['--runInBand', '--findRelatedTests', mutant.file]) ?? failingTestIn(folder, mutant)
    );
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function failingTestIn(folder: string, mutant: Mutant, tests: readonly string[] = []): string | undefined {
  const text = path.join(folder, 'mutant.ts');
  const report = path.join(folder, 'report.json');
  fs.writeFileSync(text, mutatedText(mutant));
  const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const options = ['--config', path.join(__dirname, 'jest.config.js'), '--bail', '--passWithNoTests', '--silent'];
  const { signal, status } = spawnSync(
    process.execPath,
    [jest, ...options, '--json', '--outputFile', report, ...tests],
    {
      cwd: ROOT,
      env: { ...process.env, MUTATED_FILE: path.join(ROOT, mutant.file), MUTATED_TEXT: text },
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
      stdio: 'ignore',
    },
  );
  if (signal !== null) {
    return 'one that never ends';
  }
  return status === 0 ? undefined : firstFailure(JSON.parse(fs.readFileSync(report, 'utf8')));
}

function firstFailure({ testResults }: { testResults: readonly any[] }): string {
  for (const { name, assertionResults, status } of testResults) {
    const failed = assertionResults.find((one: any) => one.status === 'failed');
    if (failed !== undefined || status === 'failed') {
      return `${path.relative(ROOT, name)}: ${failed?.fullName ?? 'does not run'}`;
    }
  }
  throw new Error('jest failed and names no test');
}
