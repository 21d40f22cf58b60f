import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Mutant, ROOT } from './mutant';

/** Not in git: the next run is only faster for it. */
const FILE = path.join(ROOT, 'truth', 'build', 'mutants.json');

/** Remembers from run to run what noticed a mutant. */
export class Hints {
  private readonly witnesses = new Map<string, string>(Object.entries(read()));

  public of(mutant: Mutant): string | undefined {
    return this.witnesses.get(keyOf(mutant));
  }

  public add(mutant: Mutant, witness: string | undefined): void {
    if (witness === undefined) {
      this.witnesses.delete(keyOf(mutant));
    } else {
      this.witnesses.set(keyOf(mutant), witness);
    }
  }

  public save(): void {
    fs.mkdirSync(path.dirname(FILE), { recursive: true });
    fs.writeFileSync(FILE, JSON.stringify(Object.fromEntries(this.witnesses), undefined, 1));
  }
}

function read(): { [mutant: string]: string } {
  try {
    return JSON.parse(fs.readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

function keyOf({ file, rule }: Mutant): string {
  return `${file}: ${rule}`;
}
