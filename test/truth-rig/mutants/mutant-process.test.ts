import { CATALOGUE } from '../../../truth/mutants/catalogue';
import type { Mutant } from '../../../truth/mutants/mutant';
import { MutantProcess } from '../../../truth/mutants/mutant-process';

const file = 'lib/simulator/operator/select-monitors.ts';
const original = "const state = rejected ? 'rejected' :";

function withText(replacement: string): Mutant {
  return { rule: 'made up', file, original, replacement };
}

describe('the process that mutants break', () => {
  const broken = new MutantProcess({ recordingsOnly: true });

  afterAll(() => broken.stop());

  test('reads the recordings', async () => {
    expect((await broken.ready).recordings).toBeGreaterThan(0);
  }, 120_000);

  test('notices by a recording that all monitors are taken', async () => {
    const mutant = CATALOGUE.find(({ rule }) => rule === 'an absent selector takes no monitor') as Mutant;
    expect((await broken.ask(mutant)).verdict).toEqual({
      by: 'recording',
      witness: expect.any(String),
      text: expect.stringMatching(/^(?:outcome|job|rejected)$/),
    });
  }, 120_000);

  test('notices nothing where nothing is broken, even after something was', async () => {
    const { verdict } = await broken.ask(withText(`/* the same */ ${original}`));
    expect(verdict.by).toBe('nothing');
  }, 120_000);

  test('takes an error for a difference', async () => {
    const { verdict } = await broken.ask(withText(`throw new Error('no such rule'); ${original}`));
    expect(verdict).toMatchObject({ by: 'recording', text: 'Error: no such rule' });
  }, 120_000);

  test('asks first who noticed a mutant the last time', async () => {
    const mutant = withText(`throw new Error('no such rule'); ${original}`);
    const { recordings } = await broken.ready;
    const first = (await broken.ask(mutant)).verdict.witness;
    expect(recordings).toBeGreaterThan(1);
    const { verdict } = await broken.ask(mutant, 'selection/selector-of-labels');
    expect([first, verdict.witness]).toEqual([expect.any(String), 'selection/selector-of-labels']);
  }, 120_000);

  test('tells what cannot even be loaded', async () => {
    const mutant = { ...withText("throw new Error('oh'); const NOTHING:"), original: 'const NOTHING:' };
    expect((await broken.ask(mutant)).verdict).toEqual({ by: 'broken', text: 'Error: oh' });
  }, 120_000);
});
