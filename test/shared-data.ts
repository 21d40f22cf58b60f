import * as fs from 'node:fs';
import * as path from 'node:path';

const ROOT = path.join(__dirname, '..', '..', 'shared', 'data');

/** Folder of third-party test data, or undefined where it is not at hand. */
export function sharedData(folder: string): string | undefined {
  const found = path.join(ROOT, folder);
  return fs.existsSync(found) ? found : undefined;
}

/** `describe` where the data is present; else the tests are reported as skipped, and the log says why. */
export function describeWithData(folder: string, name: string, tests: (directory: string) => void): void {
  const directory = sharedData(folder);
  if (directory) {
    describe(name, () => tests(directory));
  } else {
    console.warn(`SKIPPED: ${name} (no test data at ../shared/data/${folder})`);
    describe.skip(name, () => {
      test(`needs ../shared/data/${folder}`, () => undefined);
    });
  }
}
