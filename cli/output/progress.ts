import type { OutputStream } from '../environment';

/** Milliseconds after which a run counts as long. */
const PATIENCE = 1000;
/** Milliseconds between two changes of the line. */
const PACE = 100;
/** Carriage return, and ECMA-48 "erase in line". */
const CLEAR = '\r\u001b[K';

/** One line on a terminal that tells what a long run is at, and vanishes. Elsewhere nothing is shown. */
export class Progress {
  private readonly start = Date.now();
  private last = 0;
  private shown = false;

  constructor(
    private readonly stream: OutputStream,
    private readonly enabled = stream.isTTY === true,
  ) {}

  /** Tells what comes next, once the run is long. */
  show(text: string): void {
    const now = Date.now();
    if (this.enabled && now - this.start > PATIENCE && now - this.last > PACE) {
      this.last = now;
      this.shown = true;
      this.stream.write(`${CLEAR}${text.slice(0, (this.stream.columns ?? 80) - 1)}`);
    }
  }

  /** Clears the line; to be called before anything else is written. */
  clear(): void {
    if (this.shown) {
      this.shown = false;
      this.stream.write(CLEAR);
    }
  }
}
