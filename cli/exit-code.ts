/** What the command returns to its caller. */
export enum ExitCode {
  /** All is well. */
  OK = 0,
  /** There are findings at or above the level that was asked for. */
  FINDINGS = 1,
  /** The command line is wrong, or something could not be read or written; outranks `FINDINGS`. */
  USAGE = 2,
  /** A mistake of this program (`EX_SOFTWARE` of BSD `sysexits.h`). */
  INTERNAL = 70,
}
