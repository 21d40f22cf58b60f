import { becomes, load } from './modules';
import type { Mutant } from './mutant';
import type { Verdict } from './mutant-process';
import { suiteOf } from './suites';
import type { Witness } from './witness';

/** Asks witnesses about mutants, those first that are likely to notice something. */
export class Trial {
  /** How many mutants a recording has noticed; the one that noticed the last one counts most. */
  private readonly noticed = new Map<Witness, number>();
  /** Milliseconds that a suite took. */
  private readonly took = new Map<Witness, number>();
  /** Whether a witness is content with the simulator as it is. */
  private readonly content = new Map<Witness, boolean>();
  private turn = 0;

  constructor(private readonly witnesses: readonly Witness[]) {}

  /** @param hint name of the witness that noticed the mutant the last time */
  public async verdictOn(mutant: Mutant, hint: string | undefined): Promise<Verdict> {
    this.turn += 1;
    try {
      becomes(mutant);
      load('truth/comparison/compare-scenario.ts');
    } catch (error) {
      return { by: 'broken', text: String(error) };
    }
    for (const witness of this.inOrder(mutant, hint)) {
      const started = Date.now();
      const text = await witness.notice();
      if (text === undefined) {
        this.took.set(witness, Date.now() - started);
      } else if (await this.isContent(witness, mutant)) {
        this.noticed.set(witness, this.turn);
        return { by: witness.by, witness: witness.name, text };
      }
    }
    return { by: 'nothing', text: mutant.replacement };
  }

  /** Names of witnesses that notice something before anything is broken, so that no mutant can be blamed for it. */
  public get leftOut(): string[] {
    return [...this.content].flatMap(([{ name }, content]) => (content ? [] : [name]));
  }

  private inOrder({ file }: Mutant, hint: string | undefined): readonly Witness[] {
    const rank = (witness: Witness): number => {
      if (witness.name === hint) {
        return Number.NEGATIVE_INFINITY;
      }
      if (witness.by === 'recording') {
        // Whatever notices one mutant may notice the next one, which often breaks a similar rule.
        return -1e9 - (this.noticed.get(witness) ?? 0);
      }
      return witness.name === suiteOf(file) ? -1 : (this.took.get(witness) ?? 0);
    };
    return this.witnesses
      .filter((witness) => this.content.get(witness) !== false)
      .map((witness) => ({ witness, rank: rank(witness) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ witness }) => witness);
  }

  private async isContent(witness: Witness, mutant: Mutant): Promise<boolean> {
    let content = this.content.get(witness);
    if (content === undefined) {
      becomes(undefined);
      content = (await witness.notice()) === undefined;
      this.content.set(witness, content);
      becomes(mutant);
    }
    return content;
  }
}
