/** A file that the arguments lead to. */
export interface FoundFile {
  /** Path to print: as it was given, and `-` for standard input. */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
  /** Whether it was named itself, rather than found in a folder or by a glob. What was found may be something else. */
  readonly named: boolean;
}

/** Standard input. */
export const STDIN: FoundFile = { file: '-', path: '-', named: true };
