import * as fc from 'fast-check';
import { applyPatch, type Operation } from 'fast-json-patch';
import { createEvaluation } from '../../lib/check/create-evaluation';
import { makeContext } from '../../lib/check/make-context';
import { parseValues } from '../../lib/check/parse-values';
import { prepareObjects } from '../../lib/check/prepare-objects';
import { Simulation } from '../../lib/simulator/simulation';
import { objects } from '../simulator/arbitrary-objects';
import { sourced } from '../simulator/discovery/fixtures';

const RUNS = { numRuns: 300 };

/** The objects with a place of their own, which stays with them in whatever order they come. */
function placed(all: readonly any[]) {
  return all.map((object) => ({ object, source: { construct: object.metadata.name } }));
}

describe('checks and targets', () => {
  test('do not depend on the order of the objects', () => {
    const shuffled = objects.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const [a, b] = [all, other].map((list) => createEvaluation(placed(list)));
        expect(b.targets()).toEqual(a.targets());
        expect(b.report()).toEqual(a.report());
      }),
      RUNS,
    );
  });

  test('pass over no endpoint without targets: there is a finding, or it is told what is not known', () => {
    fc.assert(
      fc.property(objects, (all) => {
        const evaluation = createEvaluation(placed(all));
        const { findings } = evaluation.report();
        const { unknown } = evaluation.targets();
        const prepared = prepareObjects(placed(all), { parseYaml: parseValues });
        const { broken } = makeContext(new Simulation(prepared.objects), prepared, 'default', false);
        for (const { monitor, cause } of broken) {
          const { kind, metadata } = monitor.object;
          const isIt = ({ kind: of, name }: { kind: string; name: string }) => of === kind && name === metadata.name;
          const told =
            findings.some(
              ({ object, related, message }) =>
                isIt(object) || related.some((one) => isIt(one.object)) || message.includes(metadata.name),
            ) || unknown.some(({ object }) => isIt(object));
          expect([cause.reason, told]).toEqual([cause.reason, true]);
        }
      }),
      RUNS,
    );
  });

  test('propose patches that apply to the object as it was written', () => {
    fc.assert(
      fc.property(objects, (all) => {
        const before = JSON.stringify(all);
        for (const { object, fix } of createEvaluation(sourced(all)).report().findings) {
          const written = all.find((one) => one.kind === object.kind && one.metadata.name === object.name);
          expect(() => applyPatch(structuredClone(written), (fix?.patch ?? []) as Operation[], true)).not.toThrow();
        }
        expect(JSON.stringify(all)).toBe(before);
      }),
      RUNS,
    );
  });
});
