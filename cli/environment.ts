import type { Readable, Writable } from 'node:stream';
import type { Engine } from '../lib/engine/engine';

/** A stream that may be a terminal. */
export interface OutputStream extends Writable {
  readonly isTTY?: boolean;
  /** Characters in a line of the terminal. */
  readonly columns?: number;
}

/** All that a run of the program touches, so that a test can give it something else. */
export interface Environment {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly platform: NodeJS.Platform;
  /** Makes the engine; not called for `--help` and the like, since loading it takes time. */
  readonly engine: () => Engine;
}
