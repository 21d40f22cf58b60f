import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { KubeObject } from '../../lib/simulator/kube-object';
import { VERSIONS } from '../machine/tools';
import type { Recording } from '../scenario/scenario';

/**
 * What was observed of random clusters: a mended simulator can be held against that at once, as long as the objects and
 * what runs them are the same.
 */
const FOLDER = path.join(__dirname, '..', 'build', 'observed');

/** What was observed of these very objects; `undefined` if nothing was. */
export function observedBefore(objects: readonly KubeObject[]): Recording | undefined {
  const file = fileOf(objects);
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

export function keepObserved(objects: readonly KubeObject[], recording: Recording): void {
  fs.mkdirSync(FOLDER, { recursive: true });
  fs.writeFileSync(fileOf(objects), JSON.stringify(recording));
}

function fileOf(objects: readonly KubeObject[]): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([VERSIONS, objects]))
    .digest('hex');
  return path.join(FOLDER, `${digest}.json`);
}
