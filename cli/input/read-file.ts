import { readFileSync, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { ReadProblem, TextFile } from '../../lib/engine/engine';
import { isSystemError, reasonOf } from '../output/system-error';
import type { FoundFile } from './found-file';
import { textOfBytes } from './text-of-bytes';

/** Bytes. Half of what fits into a string (2^29 - 24 characters in V8), since what is read takes much more. */
const LARGEST = 256 * 1024 * 1024;

/** A file that cannot be read as text. */
export interface Unreadable extends ReadProblem {
  /** Whether it never was meant to be text. */
  readonly binary: boolean;
}

/** Reads a file, or standard input. */
export async function readTextFile(found: FoundFile, stdin: Readable): Promise<TextFile | Unreadable> {
  const { file } = found;
  try {
    const bytes = found.path === '-' ? await bytesOfStream(stdin) : bytesOfFile(found.path);
    if (typeof bytes === 'string') {
      return { file, message: bytes, binary: false };
    }
    const text = textOfBytes(bytes);
    return typeof text === 'string' ? { file, text } : { file, ...text };
  } catch (error) {
    if (!isSystemError(error)) {
      throw error;
    }
    return { file, message: `It cannot be read: ${reasonOf(error)}.`, binary: false };
  }
}

/** The bytes, or why there are none. */
function bytesOfFile(path: string): Buffer | string {
  const stats = statSync(path);
  if (stats.isCharacterDevice() || stats.isBlockDevice()) {
    return 'It is a device, not a file; standard input is "-".';
  }
  return stats.size > LARGEST ? tooLarge() : readFileSync(path);
}

async function bytesOfStream(stdin: Readable): Promise<Buffer | string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST) {
      return tooLarge();
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): string {
  return `It is larger than ${LARGEST / 1024 / 1024} MiB; no cluster holds that much. Give the objects in several files.`;
}
