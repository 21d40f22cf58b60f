import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';

const INSIDE = 'TRUTH_ENCLOSED';

/** Whether this is the script that runs in an enclosure. */
export function isEnclosed(): boolean {
  return process.env[INSIDE] !== undefined;
}

/** Where all that is only for one run is written: in memory, and gone with the enclosure. */
export const WORK_FOLDER = '/run/truth';

/**
 * Runs a script again with network, mounts and processes of its own: nothing in there reaches any other machine, no mount
 * is seen outside, and when the script or this one ends, however it does, the kernel ends all that it started.
 *
 * @returns its exit code
 */
export function runEnclosed(script: string, args: readonly string[]): number {
  const asUser = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const { status, error } = spawnSync(
    'setpriv',
    [
      ...['--pdeathsig', 'KILL', '--'],
      ...['unshare', ...asUser, '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', '--'],
      ...[process.execPath, ...process.execArgv, script, ...args],
    ],
    { stdio: 'inherit', env: { ...process.env, [INSIDE]: '1' } },
  );
  if (error !== undefined) {
    throw new Error(`setpriv cannot be run (${error.message}). Fix: install util-linux; the rig needs Linux.`);
  }
  return status ?? 1;
}

/** Gives the enclosure what it lacks: a loopback interface, a place to write to, and one for credentials of pods. */
export function furnishEnclosure(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // The first process of an enclosure is spared signals that it does not ask for.
    process.on(signal, () => process.exit(1));
  }
  execFileSync('ip', ['link', 'set', 'lo', 'up']);
  execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', '/run']);
  fs.mkdirSync(WORK_FOLDER, { recursive: true });
  fs.mkdirSync(SERVICE_ACCOUNT_FOLDER, { recursive: true });
}

/** Where programs in a pod find the credentials of its service account. */
export const SERVICE_ACCOUNT_FOLDER = '/run/secrets/kubernetes.io/serviceaccount';
