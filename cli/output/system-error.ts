/** Codes of the operating system in plain words; `errno(3)`. */
const REASONS: { [code: string]: string } = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EBUSY: 'it is in use',
  EIO: 'the device reports an error',
  EBADF: 'it is closed',
  EAGAIN: 'it is not ready',
  ERR_INVALID_ARG_VALUE: 'the path contains a null character',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

/** Why the operating system refused, in plain words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code && REASONS[code]) || code || message || String(error);
}

/** Whether an error is one of the operating system, rather than a mistake of this program. */
export function isSystemError(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && (code in REASONS || (error as { syscall?: string }).syscall !== undefined);
}
