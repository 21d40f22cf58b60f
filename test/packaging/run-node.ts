import { spawnSync } from 'node:child_process';

/**
 * Runs a command and returns what it printed.
 *
 * @throws with everything that was printed, if the command fails
 */
export function run(command: string, args: string[], cwd: string): string {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) {
    const reason = error?.message ?? `it ended with ${signal ?? `status ${status}`}`;
    throw new Error(`"${[command, ...args].join(' ')}" failed in ${cwd}: ${reason}\n${stdout ?? ''}${stderr ?? ''}`);
  }
  return stdout;
}

/** Runs the Node that runs the tests; see `run`. */
export function runNode(args: string[], cwd: string): string {
  return run(process.execPath, args, cwd);
}

/**
 * The environment without what `npm test` and jest add: a nested npm would take it for its own configuration.
 */
function environment(): NodeJS.ProcessEnv {
  const foreign =
    /^(npm_(?!config_(registry|cache|offline|proxy|https_proxy|noproxy|cafile))|NODE_ENV$|NODE_OPTIONS$|JEST_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
