import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse, stringify } from 'yaml';
import { CATALOGUE } from './catalogue';
import type { Mutant } from './mutant';

const FILE = path.join(__dirname, 'witnesses.yaml');

const HEADER = `# Written by: npm run mutants
# By file below lib/simulator and rule, the recording or the suite of tests that notices it when the rule is broken.
`;

/** Names of witnesses by file and rule. */
interface Table {
  readonly [file: string]: { readonly [rule: string]: string };
}

/** What is known to notice each mutant. It is asked first, so that a run takes a minute instead of an hour. */
export class WitnessTable {
  private readonly witnesses = new Map<string, string>();

  constructor() {
    for (const [file, rules] of Object.entries(read())) {
      for (const [rule, witness] of Object.entries(rules)) {
        this.witnesses.set(`${file}: ${rule}`, witness);
      }
    }
  }

  public of(mutant: Mutant): string | undefined {
    return this.witnesses.get(keyOf(mutant));
  }

  public set(mutant: Mutant, witness: string): void {
    this.witnesses.set(keyOf(mutant), witness);
  }

  /** Writes it in the order of the catalogue, without mutants that are no longer there. */
  public save(): void {
    const table: { [file: string]: { [rule: string]: string } } = {};
    for (const mutant of CATALOGUE) {
      const witness = this.of(mutant);
      if (witness !== undefined) {
        const file = nameOf(mutant);
        table[file] = { ...table[file], [mutant.rule]: witness };
      }
    }
    fs.writeFileSync(FILE, HEADER + stringify(table, { lineWidth: 0 }));
  }
}

function read(): Table {
  return fs.existsSync(FILE) ? (parse(fs.readFileSync(FILE, 'utf8')) ?? {}) : {};
}

function keyOf(mutant: Mutant): string {
  return `${nameOf(mutant)}: ${mutant.rule}`;
}

/** File of a mutant, as it is told. */
export function nameOf({ file }: Mutant): string {
  return file.replace(/^lib\/simulator\//, '');
}
