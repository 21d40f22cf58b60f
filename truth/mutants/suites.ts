import * as fs from 'node:fs';
import * as path from 'node:path';
import { jestExpect } from '@jest/expect';
import * as circus from 'jest-circus';
import { SnapshotState } from 'jest-snapshot';
import { load } from './modules';
import { ROOT } from './mutant';
import type { Witness } from './witness';

/** Suites of everything that the simulator answers for. */
const FOLDERS = ['simulator', 'selection', 'check', 'explain', 'field'];

/** Left out: what looks at generated objects notices by luck; and what releases of a chart install is another subject. */
const LEFT_OUT = /properties\.test\.ts$|^simulator\/stack\//;

circus.addEventHandler((event) => {
  if (event.name === 'test_start') {
    jestExpect.setState({ currentTestName: nameOf(event.test) });
  }
});

/**
 * Suites of jest. All run in this process with the modules that it has loaded, which takes a fraction of the time that
 * jest takes, since jest loads the whole library for each of them.
 */
export function suites(): Witness[] {
  return FOLDERS.flatMap(suitesIn).map((name) => ({ by: 'test', name, notice: () => firstFailure(name) }));
}

/** Name of the suite that is about a file of the library. */
export function suiteOf(file: string): string {
  return file.replace(/^lib\//, 'test/').replace(/\.ts$/, '.test.ts');
}

function suitesIn(folder: string): string[] {
  const files = fs.readdirSync(path.join(ROOT, 'test', folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => [folder, ...file.split(path.sep)].join('/'))
    .filter((file) => !LEFT_OUT.test(file))
    .map((file) => `test/${file}`)
    .sort();
}

async function firstFailure(file: string): Promise<string | undefined> {
  circus.resetState();
  const { describe, test, it, beforeAll, beforeEach, afterAll, afterEach } = circus;
  Object.assign(globalThis, { describe, test, it, beforeAll, beforeEach, afterAll, afterEach, expect: jestExpect });
  jestExpect.setState({ testPath: file, snapshotState: snapshotsOf(path.join(ROOT, file)) } as object);
  try {
    load(file);
  } catch (error) {
    return String(error);
  }
  const { testResults, unhandledErrors } = await circus.run();
  const failed = testResults.find(({ errors }) => errors.length > 0);
  return failed?.testPath.slice(1).join(' › ') ?? unhandledErrors[0];
}

function snapshotsOf(file: string): SnapshotState {
  return new SnapshotState(path.join(path.dirname(file), '__snapshots__', `${path.basename(file)}.snap`), {
    updateSnapshot: 'none',
    expand: false,
    rootDir: ROOT,
    prettierPath: null,
    snapshotFormat: { escapeString: false, printBasicPrototype: false },
  });
}

/** The name by which snapshots know a test. */
function nameOf({ name, parent }: { readonly name: unknown; readonly parent?: any }): string {
  return parent === undefined || parent.parent === undefined ? String(name) : `${nameOf(parent)} ${name}`;
}
