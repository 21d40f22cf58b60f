/** A place in a text. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1; counts UTF-16 code units, as editors do. */
  readonly column: number;
}

/** The lines of a text, which end in `\n`. */
export class TextLines {
  /** Offsets at which lines begin. */
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      this.starts.push(at + 1);
    }
    // A byte order mark takes no room.
    this.starts[0] = text.startsWith('\ufeff') ? 1 : 0;
  }

  /** Line and column of an offset. */
  public positionAt(offset: number): Position {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return { line: low + 1, column: Math.max(offset - this.starts[low], 0) + 1 };
  }
}
