import * as path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A file as seen from a folder, with `/` between the parts on every system. */
export function relativeFile(file: string, cwd: string): string {
  const relative = path.relative(cwd, path.resolve(cwd, file));
  return relative.split(path.sep).join('/');
}

/** A file as a relative reference to a folder (RFC 3986); as an address of its own where it is on another drive. */
export function relativeUri(file: string, cwd: string): string {
  const relative = relativeFile(file, cwd);
  if (path.isAbsolute(relative)) {
    return pathToFileURL(path.resolve(cwd, file)).href;
  }
  // Half a surrogate pair has no encoding.
  return relative
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
