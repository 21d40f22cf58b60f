/**
 * One thing that is wrong with the input of a construct.
 */
export interface Problem {
  /** Path of the field as the caller wrote it, for example `metrics.scrapeTimeout`. */
  readonly field: string;
  /** What is wrong, with the value, and why it matters. */
  readonly message: string;
  /** The edit that mends it. */
  readonly fix: string;
}

/**
 * Collects the problems of one construct's props, so that a person sees all of them at once.
 */
export class Problems {
  private readonly list: Problem[] = [];

  /**
   * @param subject the object with its construct path, for example `MonitoredApp shop/web`; as a function, so that no
   * path is put together where nothing is wrong
   */
  public constructor(private readonly subject: string | (() => string)) {}

  public add(field: string, message: string, fix: string): void {
    this.list.push({ field, message, fix });
  }

  public addAll(problems: Problem[]): void {
    this.list.push(...problems);
  }

  /** Whether something is wrong with a field already. */
  public has(field: string): boolean {
    return this.list.some((problem) => problem.field === field);
  }

  public get empty(): boolean {
    return this.list.length === 0;
  }

  /** One text for all problems, in the order in which they were found. */
  public render(): string {
    const count = this.list.length === 1 ? '1 problem' : `${this.list.length} problems`;
    const lines = this.list.map((p) => `  ${p.field}: ${p.message}\n    Fix: ${p.fix}`);
    const subject = typeof this.subject === 'string' ? this.subject : this.subject();
    return [`${subject} has ${count}:`, ...lines].join('\n');
  }

  /** @throws Error with all problems, if there is one */
  public throwIfAny(): void {
    if (!this.empty) {
      throw new Error(this.render());
    }
  }
}
