import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

/** A folder with these files, by their paths; removed after the tests of the file. */
export function temporaryFolder(files: { [file: string]: string | Buffer } = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk8s-prometheus-cli-'));
  created.push(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

const created: string[] = [];

afterAll(() => {
  for (const folder of created) {
    rmSync(folder, { recursive: true, force: true });
  }
});
