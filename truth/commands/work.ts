import type { Rig } from '../machine/rig';

/** What all work has. */
export interface Work {
  readonly rigs: readonly Rig[];
  readonly log: (line: string) => void;
}

/** Seconds since a moment, for people to read. */
export function since(start: number): string {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
