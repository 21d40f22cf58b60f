import * as fs from 'node:fs';
import * as path from 'node:path';
import { jestExpect } from '@jest/expect';
import * as circus from 'jest-circus';
import { SnapshotState } from 'jest-snapshot';
import { load } from './modules';
import { ROOT } from './mutant';

/** Suites of everything that the simulator answers for. */
const FOLDERS = ['simulator', 'selection', 'check', 'explain', 'field'];

/**
 * Runs suites of jest with the simulator as it is loaded. All share one process and its modules, so that it takes a
 * fraction of the time that jest takes, which loads the whole library for each of them.
 */
export class Suites {
  /** Files of those that fail as it is; no mutant could be blamed for them. */
  public readonly failing: string[] = [];
  private readonly suites: { readonly file: string; readonly milliseconds: number }[] = [];

  public async prepare(): Promise<void> {
    circus.addEventHandler((event) => {
      if (event.name === 'test_start') {
        jestExpect.setState({ currentTestName: nameOf(event.test) });
      }
    });
    for (const file of FOLDERS.flatMap(suitesIn)) {
      const started = Date.now();
      const failure = await firstFailure(file);
      failure === undefined
        ? this.suites.push({ file, milliseconds: Date.now() - started })
        : this.failing.push(`${file}: ${failure}`);
    }
    this.suites.sort((a, b) => a.milliseconds - b.milliseconds);
  }

  /** The first test that fails: of the suite of a file, then of the others, the fast ones first. */
  public async firstFailing(file: string): Promise<string | undefined> {
    const own = file.replace(/^lib\//, 'test/').replace(/\.ts$/, '.test.ts');
    const isOwn = (suite: string): boolean => suite === own;
    const files = this.suites.map((suite) => suite.file);
    for (const suite of [...files.filter(isOwn), ...files.filter((one) => !isOwn(one))]) {
      const failure = await firstFailure(suite);
      if (failure !== undefined) {
        return `${suite}: ${failure}`;
      }
    }
    return undefined;
  }
}

function suitesIn(folder: string): string[] {
  const files = fs.readdirSync(path.join(ROOT, 'test', folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.test.ts')).map((file) => path.posix.join('test', folder, file));
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
