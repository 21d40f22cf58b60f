import type { TextLines } from './text-position';

/** Something in a text that keeps an object from being read. */
export interface ReadProblem {
  readonly file?: string;
  /** From 1. */
  readonly line: number;
  /** From 1; counts UTF-16 code units, as editors do. */
  readonly column: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it, where that is known. */
  readonly fix?: string;
}

/** A problem at an offset of one document. */
export interface Refusal {
  readonly offset: number;
  readonly message: string;
  readonly fix?: string;
  /** Another place that the message is about; the message gets its line in place of `%LINE%`. */
  readonly other?: number;
}

/** Refusals of one document that are told; the rest mostly follows from these. */
export const MAX_REFUSALS = 20;

/** Says that a key stands twice in a map, and where. */
export function duplicateKey(key: string, offset: number, other: number): Refusal {
  return {
    offset,
    message: `the key ${JSON.stringify(key)} stands here twice, first in line %LINE%; one of the two would be lost`,
    fix: 'remove one of them, or make one map of both',
    other,
  };
}

/** A refusal with its line and column. */
export function problemAt(lines: TextLines, refusal: Refusal, file?: string): ReadProblem {
  const { message, fix, other } = refusal;
  return {
    file,
    ...lines.positionAt(refusal.offset),
    message: other === undefined ? message : message.replace('%LINE%', () => `${lines.positionAt(other).line}`),
    ...(fix === undefined ? {} : { fix }),
  };
}
