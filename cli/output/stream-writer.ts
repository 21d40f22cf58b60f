import type { Writable } from 'node:stream';
import { UsageError } from '../usage-error';
import { reasonOf } from './system-error';

/** Chunks are put together up to this many characters: one system call per line would take most of the time. */
const BLOCK = 64 * 1024;

/** Writes to a stream at the pace of its reader, and stops without a word when the reader has gone (`| head`). */
export class StreamWriter {
  private error: (Error & { code?: string }) | undefined;
  private readonly failed: Promise<void>;

  /** @param name for messages */
  constructor(
    private readonly stream: Writable,
    private readonly name: string,
  ) {
    // The listener stays: without one, an error that comes late would end the process with a stack.
    this.failed = new Promise((resolve) => {
      stream.on('error', (error) => {
        this.error = error;
        resolve();
      });
    });
  }

  /** @throws UsageError if the stream takes no more, for another reason than that its reader has gone */
  async write(chunks: Iterable<string>): Promise<void> {
    for (const block of blocksOf(chunks)) {
      if (this.error !== undefined || this.stream.destroyed) {
        break;
      }
      await this.writeBlock(block);
    }
    this.check();
  }

  /** @throws UsageError if the stream has failed, for another reason than that its reader has gone */
  check(): void {
    if (this.error !== undefined && this.error.code !== 'EPIPE' && this.error.code !== 'ERR_STREAM_DESTROYED') {
      throw new UsageError(`Cannot write to ${this.name}: ${reasonOf(this.error)}.`);
    }
  }

  /** Done when the block has been taken, so that no more than one is in memory. */
  private writeBlock(block: string): Promise<void> {
    const taken = new Promise<void>((resolve) => {
      this.stream.write(block, (error) => {
        // The event comes later than this.
        this.error ??= error ?? undefined;
        resolve();
      });
    });
    return Promise.race([taken, this.failed]);
  }
}

function* blocksOf(chunks: Iterable<string>): Generator<string> {
  let parts: string[] = [];
  let length = 0;
  for (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= BLOCK) {
      yield parts.join('');
      parts = [];
      length = 0;
    }
  }
  if (length > 0) {
    yield parts.join('');
  }
}
