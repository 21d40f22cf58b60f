import * as fs from 'node:fs';
import * as path from 'node:path';

/** A way to break one rule of the simulator, and no other. */
export interface Mutant {
  /** The rule that is broken, in one sentence that is true of a real cluster. */
  readonly rule: string;
  /** Path of the file below the root of the repository. */
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly original: string;
  /** What it is replaced by. */
  readonly replacement: string;
}

/** Root of the repository. */
export const ROOT = path.join(__dirname, '..', '..');

/** Mutants of one file below `lib/simulator`. */
export function mutantsIn(
  file: string,
  ...mutants: readonly (readonly [rule: string, original: string, replacement: string])[]
): Mutant[] {
  return mutants.map(([rule, original, replacement]) => ({
    rule,
    file: `lib/simulator/${file}`,
    original,
    replacement,
  }));
}

/**
 * The text of the file as the mutant has it.
 *
 * @throws unless the original stands in the file exactly once
 */
export function mutatedText({ rule, file, original, replacement }: Mutant): string {
  const parts = fs.readFileSync(path.join(ROOT, file), 'utf8').split(original);
  if (parts.length !== 2) {
    const times = parts.length === 1 ? 'does not stand there' : `stands there ${parts.length - 1} times`;
    throw new Error(
      `${file}: the text that breaks the rule "${rule}" ${times}.\n` +
        `Fix: in truth/mutants/catalogue, take another text of that file that decides about the rule:\n${original}`,
    );
  }
  return parts.join(replacement);
}
