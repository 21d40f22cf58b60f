import { isUtf8 } from 'node:buffer';

/** Bytes that are looked at to tell a binary file; as much as git looks at (`buffer_is_binary`, xdiff-interface.c). */
const SAMPLE = 8000;

/** Why bytes are no text. */
export interface NoText {
  /** From 1; the file as a whole unless set. */
  readonly line?: number;
  readonly message: string;
  readonly fix?: string;
  /** Whether it never was meant to be text. */
  readonly binary: boolean;
}

/** The text that bytes in UTF-8 stand for, without a byte order mark. */
export function textOfBytes(bytes: Buffer): string | NoText {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    const message = 'It is written in UTF-16, as PowerShell 5 writes what is redirected with ">".';
    return { message, fix: 'save it as UTF-8, for example with `| Out-File -Encoding utf8 FILE`', binary: false };
  }
  if (bytes.subarray(0, SAMPLE).includes(0)) {
    return { message: 'It is a binary file, not a manifest.', binary: true };
  }
  if (!isUtf8(bytes)) {
    const line = firstBrokenLine(bytes);
    return {
      line,
      message: 'The line is not UTF-8, so that it has no one meaning.',
      fix: 'save it as UTF-8',
      binary: false,
    };
  }
  return (startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes).toString('utf8');
}

function startsWith(bytes: Buffer, ...start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** A line feed is never a part of another character in UTF-8. */
function firstBrokenLine(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(10, start)) {
    line += 1;
    start = end + 1;
  }
  return line;
}
