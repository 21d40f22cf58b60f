import { spawnSync } from 'node:child_process';

/** How often each side is measured. */
export const ROUNDS = 5;

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a command to its end and returns what it printed. */
export function run(command: string, args: string[], options: CommandOptions = {}): string {
  const result = spawnSync(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${result.status}:\n${result.stdout}\n${result.stderr}`);
  }
  return result.stdout;
}

/** Milliseconds that something takes. */
export function time(action: () => void): number {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Medians of several sides, measured in turns so that a slow spell of the machine hits all of them.
 *
 * @param sides what to measure, in milliseconds
 */
export function medians<K extends string>(sides: Record<K, () => number>): Record<K, number> {
  const names = Object.keys(sides) as K[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      samples[name].push(sides[name]());
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(samples[name])])) as Record<K, number>;
}

/** One line of the report. */
export interface Figure {
  readonly title: string;
  readonly ratio: number;
  /** The ratio must not be above this. */
  readonly limit: number;
  readonly detail: string;
}
