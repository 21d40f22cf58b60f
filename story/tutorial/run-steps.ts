import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Step } from './read-tutorial';

/** Where the steps of the tutorial happen. */
export interface Surroundings {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** What is done for a block that cannot be run here, by what its mark says. */
  readonly instead: { readonly [detail: string]: () => Promise<void> };
  readonly log: (line: string) => void;
}

/** Writes the files of the tutorial. */
export function writeFiles(steps: readonly Step[], folder: string): void {
  for (const { detail, text } of steps.filter(({ action }) => action === 'file')) {
    const file = path.join(folder, detail);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/**
 * Does what the tutorial says, in its order.
 *
 * @throws Error if a command fails or prints something else than the tutorial shows, or if nothing is known to do instead
 */
export async function runSteps(steps: readonly Step[], surroundings: Surroundings): Promise<void> {
  let printed = '';
  for (const { action, detail, text, line } of steps) {
    if (action === 'run') {
      surroundings.log(`  $ ${text.trim()}`);
      printed = runText(text, surroundings);
    } else if (action === 'output' && printed !== text) {
      throw new Error(`docs/tutorial.md:${line} shows another output. It is:\n${printed}`);
    } else if (action === 'instead') {
      const stand = surroundings.instead[detail];
      if (stand === undefined) {
        throw new Error(`docs/tutorial.md:${line} asks for "${detail}", which the run does not know.`);
      }
      surroundings.log(`  ${detail}`);
      await stand();
    }
  }
}

/** Runs commands as a shell does that stops at the first one that fails. */
export function runText(text: string, { folder, env }: Pick<Surroundings, 'folder' | 'env'>): string {
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', text], {
    ...{ cwd: folder, env, encoding: 'utf8' },
  });
  if (status !== 0) {
    throw new Error(`This ended with status ${status}:\n${text}\n${stdout}${stderr}`);
  }
  return stdout;
}
