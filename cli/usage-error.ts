/** Something that the user can mend: shown without a stack, and the exit code is 2. */
export class UsageError extends Error {
  /** @param fix the edit, ready to paste where that is possible */
  constructor(
    message: string,
    readonly fix?: string,
  ) {
    super(message);
    this.name = 'UsageError';
  }
}
