import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const WORK_FOLDER = 'TRUTH_WORK_FOLDER';

/** Where all that is only for one run is written; `undefined` outside an enclosure. */
export function workFolder(): string | undefined {
  return process.env[WORK_FOLDER];
}

/**
 * Runs a script again with network, mounts and processes of its own: nothing in there reaches any other machine, no mount
 * is seen outside, and when the script ends, however it does, the kernel ends all that it started.
 *
 * @returns its exit code
 */
export function runEnclosed(script: string, args: readonly string[]): number {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'truth-'));
  try {
    const asUser = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
    const { status, error } = spawnSync(
      'unshare',
      [
        ...asUser,
        ...['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', '--'],
        ...[process.execPath, ...process.execArgv, script, ...args],
      ],
      { stdio: 'inherit', env: { ...process.env, [WORK_FOLDER]: folder } },
    );
    if (error !== undefined) {
      throw new Error(`unshare cannot be run (${error.message}). Fix: install util-linux; the rig needs Linux.`);
    }
    return status ?? 1;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives the enclosure what it lacks: a loopback interface, and a place for the credentials of service accounts. */
export function furnishEnclosure(): void {
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/run']);
  fs.mkdirSync(SERVICE_ACCOUNT_FOLDER, { recursive: true });
}

/** Where programs in a pod find the credentials of its service account. */
export const SERVICE_ACCOUNT_FOLDER = '/run/secrets/kubernetes.io/serviceaccount';
