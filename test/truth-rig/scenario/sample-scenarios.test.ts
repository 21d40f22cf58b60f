import {
  pageSamples,
  sampleNames,
  sampleScenarios,
  unstageableSamples,
} from '../../../truth/scenario/sample-scenarios';
import { readScenario } from '../../../truth/scenario/scenario-file';

const UPDATE = 'npx ts-node --transpile-only --project tsconfig.dev.json truth/write-samples.ts';

describe('the samples of the pages of checks', () => {
  const scenarios = sampleScenarios();
  const names = new Set(sampleNames());

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s is a scenario with the objects of the page',
    (name, { title, objects }) => {
      const there = names.has(name) ? readScenario(name) : undefined;
      const isSame = JSON.stringify([there?.title, there?.objects]) === JSON.stringify([title, objects]);
      expect(isSame ? '' : `test/truth/${name}.yaml is not what the page shows. Fix: ${UPDATE}`).toBe('');
    },
  );

  test('are all the scenarios in their folder', () => {
    const known = scenarios.map(({ name }) => name);
    expect(
      [...names].filter((name) => !known.includes(name)).map((name) => `No page shows ${name}. Fix: ${UPDATE}`),
    ).toEqual([]);
  });

  test('are scenarios, or there is a reason why not', () => {
    const accounted = [
      ...scenarios.map(({ name }) => name),
      ...unstageableSamples().map(({ name }) => `samples/${name}`),
    ];
    expect(accounted.sort()).toEqual(
      pageSamples()
        .map(({ name }) => `samples/${name}`)
        .sort(),
    );
    expect(unstageableSamples().filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
