import * as fc from 'fast-check';
import { Kind } from '../../../lib/simulator/bag/bag-kind';
import { Discovery } from '../../../lib/simulator/discovery/discovery';
import type { SourcedObject } from '../../../lib/simulator/kube-object';
import { compileSelector, firstFailure } from '../../../lib/simulator/operator/label-selector';
import { Candidates } from '../../../lib/simulator/targets/candidates';
import { SelectorMatch, sanitizedLabels } from '../../../lib/simulator/targets/selector-match';
import { objects, selector } from '../arbitrary-objects';
import { bagOf, deployment, ports, service } from '../discovery/fixtures';

function candidatesOf(all: readonly any[]) {
  const bag = bagOf(all);
  const discovery = new Discovery(bag);
  return { bag, discovery, candidates: new Candidates(discovery) };
}

const namespaces = fc.constantFrom<string[] | undefined>(undefined, ['shop'], ['shop', 'bazaar', 'shop'], ['nowhere']);

describe('Candidates', () => {
  test('finds exactly the Services that a look at each of them finds', () => {
    fc.assert(
      fc.property(objects, selector, namespaces, fc.boolean(), (all, wanted, where, byApiServer) => {
        const { bag, candidates } = candidatesOf(all);
        const takes = ({ object }: SourcedObject): boolean =>
          byApiServer
            ? firstFailure(compileSelector(wanted, ''), object.metadata.labels) === undefined
            : new SelectorMatch(wanted).takes(sanitizedLabels(object.metadata.labels ?? {}));
        const expected = bag
          .all(Kind.SERVICE)
          .filter(({ object }) => where === undefined || where.includes(object.metadata.namespace as string))
          .filter(takes);
        expect([...candidates.servicesFor({ namespaces: where, selector: wanted, byApiServer })].sort(byName)).toEqual(
          [...expected].sort(byName),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('finds exactly the pods that a look at each of them finds', () => {
    fc.assert(
      fc.property(objects, selector, namespaces, (all, wanted, where) => {
        const { discovery, candidates } = candidatesOf(all);
        const match = new SelectorMatch(wanted);
        const expected = discovery.pods.all
          .filter(({ namespace }) => where === undefined || where.includes(namespace))
          .filter((pod) => match.takes(sanitizedLabels(pod.labels)));
        const found = candidates.podsFor({ namespaces: where, selector: wanted, byApiServer: false });
        expect(new Set(found)).toEqual(new Set(expected));
        expect(found).toHaveLength(expected.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('names what but one requirement takes, and never what is taken', () => {
    fc.assert(
      fc.property(objects, selector, namespaces, (all, wanted, where) => {
        const { candidates } = candidatesOf(all);
        const { requirements } = compileSelector(wanted, '');
        for (const { item, key } of candidates.nearServices({
          namespaces: where,
          selector: wanted,
          byApiServer: true,
        })) {
          const { labels } = item.object.metadata;
          const failing = requirements.filter(
            (one) => firstFailure({ requirements: [one], problems: [] }, labels) !== undefined,
          );
          expect(failing.map((one) => one.key)).toEqual([key]);
        }
      }),
    );
  });

  test('names the most similar first', () => {
    const named = (name: string) => service({}, { name, labels: { app: name } });
    const { candidates } = candidatesOf(['shopping', 'wepp', 'web-2'].map(named));
    const query = { namespaces: ['shop'], selector: { matchLabels: { app: 'web' } }, byApiServer: false };
    expect(candidates.nearServices(query).map(({ found, edits }) => [found, edits])).toEqual([
      ['web-2', 2],
      ['wepp', 2],
      ['shopping', 8],
    ]);
  });

  test('takes a label that a controller makes up for any value, with RoleSelector', () => {
    const { candidates } = candidatesOf([deployment(ports({ containerPort: 80 }))]);
    const found = (selector: object) => candidates.podsFor({ namespaces: ['shop'], selector, byApiServer: true });
    expect(found({ matchLabels: { app: 'web', 'pod-template-hash': 'abc' } })).toHaveLength(1);
    expect(found({ matchLabels: { app: 'api', 'pod-template-hash': 'abc' } })).toEqual([]);
    expect(found({ matchExpressions: [{ key: 'pod-template-hash', operator: 'DoesNotExist' }] })).toEqual([]);
  });

  test('stops at the limit', () => {
    const { candidates } = candidatesOf(
      Array.from({ length: 9 }, (_, i) => service({}, { name: `s${i}`, labels: { app: 'web' } })),
    );
    expect(candidates.servicesFor({ namespaces: ['shop', 'else'], selector: {}, byApiServer: false }, 4)).toHaveLength(
      4,
    );
  });
});

function byName(a: SourcedObject, b: SourcedObject): number {
  return a.object.metadata.name < b.object.metadata.name ? -1 : 1;
}
