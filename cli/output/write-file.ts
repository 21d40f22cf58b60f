import { createWriteStream, existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { UsageError } from '../usage-error';
import { StreamWriter } from './stream-writer';
import { reasonOf } from './system-error';

/**
 * Writes a file at once: a reader sees the old content or the new, and a failure leaves the old.
 *
 * @throws UsageError if the file cannot be written
 */
export async function writeFile(file: string, cwd: string, chunks: Iterable<string>): Promise<void> {
  const given = path.resolve(cwd, file);
  try {
    // A symbolic link stays one.
    const target = existsSync(given) ? realpathSync(given) : given;
    const stats = existsSync(target) ? statSync(target) : undefined;
    if (stats?.isDirectory()) {
      throw new UsageError(`Cannot write to "${file}": it is a folder.`, `--output ${path.join(file, 'targets.md')}`);
    }
    if (stats !== undefined && !stats.isFile()) {
      // A device or a pipe cannot be replaced.
      await writeStream(target, file, chunks);
      return;
    }
    await replace(target, file, stats?.mode, chunks);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`Cannot write to "${file}": ${reasonOf(error)}.`);
  }
}

async function replace(
  target: string,
  file: string,
  mode: number | undefined,
  chunks: Iterable<string>,
): Promise<void> {
  // In the same folder, since a file is renamed at once only within one file system.
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    await writeStream(temporary, file, chunks, mode);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

async function writeStream(target: string, file: string, chunks: Iterable<string>, mode?: number): Promise<void> {
  const stream = createWriteStream(target, { flags: 'w', ...(mode === undefined ? {} : { mode: mode & 0o7777 }) });
  const closed = new Promise<void>((resolve) => {
    stream.once('close', resolve);
  });
  const writer = new StreamWriter(stream, `"${file}"`);
  try {
    await writer.write(chunks);
  } finally {
    stream.end();
    await closed;
  }
  // Some file systems tell only now that there is no space.
  writer.check();
}
