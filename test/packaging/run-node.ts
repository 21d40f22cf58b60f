import { spawnSync } from 'node:child_process';

/** What became of a command. */
export interface Outcome {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it is not `ok`. */
  readonly reason: string;
}

/** Runs a command, with no input and in an environment free of what `npm test` and jest add. */
export function attempt(command: string, args: string[], cwd: string): Outcome {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const reason = error?.message ?? `it ended with ${signal ?? `status ${status}`}`;
  return { ok: status === 0, stdout: stdout ?? '', stderr: stderr ?? '', reason };
}

/**
 * Runs a command and returns what it printed; see `attempt`.
 *
 * @throws with everything that was printed, if the command fails
 */
export function run(command: string, args: string[], cwd: string): string {
  const { ok, stdout, stderr, reason } = attempt(command, args, cwd);
  if (!ok) {
    throw new Error(`"${[command, ...args].join(' ')}" failed in ${cwd}: ${reason}\n${stdout}${stderr}`);
  }
  return stdout;
}

/** Runs the Node that runs the tests; see `run`. */
export function runNode(args: string[], cwd: string): string {
  return run(process.execPath, args, cwd);
}

/** A nested npm would take what `npm test` sets for its own configuration; where the registry is stays known. */
function environment(): NodeJS.ProcessEnv {
  const foreign =
    /^(npm_(?!config_(registry|cache|offline|proxy|https_proxy|noproxy|cafile))|NODE_ENV$|NODE_OPTIONS$|JEST_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
