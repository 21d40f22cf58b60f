/** What the run does with a block of the tutorial. */
export type Action =
  /** Runs it where there is a network: it installs. */
  | 'prepare'
  /** Writes it to a file. */
  | 'file'
  /** Runs it. */
  | 'run'
  /** What the block before it prints. */
  | 'output'
  /** Does something that stands for it, which `detail` names. */
  | 'instead';

/** A block of code of the tutorial. */
export interface Step {
  readonly action: Action;
  /** Name of a file, or what is done instead. */
  readonly detail: string;
  readonly text: string;
  /** Line of its mark, from 1. */
  readonly line: number;
}

const MARK = '<!-- story:';

const STEP =
  /^<!-- story: (?<action>prepare|file|run|output|instead)(?: (?<detail>[^\n]*?))? -->\n```\w+\n(?<text>.*?)^```$/gms;

/**
 * The steps of the tutorial, in their order.
 *
 * @throws Error if a mark stands before no block of code, or means nothing
 */
export function readTutorial(markdown: string): Step[] {
  const steps = [...markdown.matchAll(STEP)].map(({ groups = {}, index }) => ({
    action: groups.action as Action,
    detail: groups.detail ?? '',
    text: groups.text,
    line: markdown.slice(0, index).split('\n').length,
  }));
  const marks = [...markdown.matchAll(new RegExp(`^${MARK}.*$`, 'gm'))];
  if (marks.length !== steps.length) {
    const known = new Set(steps.map(({ line }) => line));
    const lines = marks.map(({ index }) => markdown.slice(0, index).split('\n').length);
    throw new Error(
      `The tutorial has a mark that means nothing, in line ${lines.find((line) => !known.has(line))}. Fix: one of prepare, file NAME, run, output, instead …, and a block of code right after it.`,
    );
  }
  return steps;
}
