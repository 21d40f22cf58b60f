import { compare, type Difference, differenceText } from '../../truth/comparison/compare';
import { compareScenario, predictScenario } from '../../truth/comparison/compare-scenario';
import type { Recording, Scenario } from '../../truth/scenario/scenario';
import { readScenario, scenarioNames } from '../../truth/scenario/scenario-file';
import { MUTATIONS } from './mutations';
import { OPEN_DIFFERENCES } from './open-differences';

type Recorded = Scenario & { readonly recording: Recording };

const scenarios = scenarioNames().map((name) => readScenario(name));
const recorded = scenarios.filter((scenario): scenario is Recorded => scenario.recording !== undefined);

function textOf(differences: readonly Difference[]): string {
  return differences.map(differenceText).join('\n');
}

describe('the simulator says what a real cluster did:', () => {
  for (const { name, title, objects, recording } of recorded) {
    if (!(name in OPEN_DIFFERENCES)) {
      test(`${name}: ${title}`, () => {
        expect(textOf(compareScenario(objects, recording))).toBe('');
      });
    }
  }

  test('but for those that are known to be open, each of which still is', () => {
    const open = recorded.filter(({ name }) => name in OPEN_DIFFERENCES);
    expect(open.map(({ name }) => name).sort()).toEqual(Object.keys(OPEN_DIFFERENCES).sort());
    const agreeing = open.filter(({ objects, recording }) => compareScenario(objects, recording).length === 0);
    expect(agreeing.map(({ name }) => `${name} agrees. Fix: take it from open-differences.ts`)).toEqual([]);
  });

  test('there is a recording of every scenario', () => {
    const missing = scenarios.filter(({ recording }) => recording === undefined);
    expect(missing.map(({ name }) => `Nobody recorded it. Fix: npm run truth -- record ${name}`)).toEqual([]);
  });
});

describe('a recording in which one fact is another does not pass:', () => {
  const pairs = recorded
    .filter(({ name }) => !(name in OPEN_DIFFERENCES))
    .map(({ name, objects, recording }) => ({ name, ...predictScenario(objects, recording) }));

  test.each(MUTATIONS.map((mutation) => [mutation.title, mutation] as const))('%s', (_title, { fact, mutate }) => {
    let changed = 0;
    const unnoticed: string[] = [];
    for (const { name, predicted, observed } of pairs) {
      for (const falsified of mutate(observed, predicted)) {
        changed += 1;
        if (!compare(predicted, falsified).some(({ kind }) => kind === fact)) {
          unnoticed.push(name);
        }
      }
    }
    expect(unnoticed).toEqual([]);
    expect(changed).toBeGreaterThan(0);
  });
});
