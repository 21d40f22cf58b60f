import { CATALOGUE } from '../../../truth/mutants/catalogue';
import type { Mutant } from '../../../truth/mutants/mutant';
import { MutantProcess, type Ready } from '../../../truth/mutants/mutant-process';

const file = 'lib/simulator/operator/select-monitors.ts';
const original = "const state = rejected ? 'rejected' :";

function withText(replacement: string): Mutant {
  return { rule: 'made up', file, original, replacement };
}

describe('the process that mutants break', () => {
  const broken = new MutantProcess({ unrecorded: true, recordingsOnly: true });
  let ready: Ready;

  beforeAll(async () => {
    ready = await broken.ready;
  }, 120_000);

  afterAll(() => broken.stop());

  test('reads all scenarios', () => {
    expect(ready.scenarios).toBeGreaterThan(0);
  });

  test('notices by a scenario that selectors are ignored', async () => {
    const mutant = CATALOGUE.find(({ rule }) => rule === 'all requirements of a selector must hold') as Mutant;
    const verdict = await broken.verdict({ ...mutant, replacement: '} else if (actual === "never") {' });
    expect(verdict).toEqual({ by: 'recording', text: expect.any(String) });
  });

  test('notices nothing where nothing is broken, even after something was', async () => {
    expect(await broken.verdict(withText(`/* the same */ ${original}`))).toMatchObject({ by: 'nothing' });
  });

  test('takes an error for a difference', async () => {
    const verdict = await broken.verdict(withText(`throw new Error('no such rule'); ${original}`));
    expect(verdict).toEqual({ by: 'recording', text: expect.stringMatching(/Error: no such rule/) });
  });

  test('tells what cannot even be loaded', async () => {
    const mutant = { ...withText("throw new Error('oh'); const NOTHING:"), original: 'const NOTHING:' };
    expect(await broken.verdict(mutant)).toEqual({ by: 'broken', text: 'Error: oh' });
  });
});
