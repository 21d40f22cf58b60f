import fc from 'fast-check';
import { KubeSelector, parseSelector } from '../../../lib/simulator/bag/kube-selector';
import { LabelIndex } from '../../../lib/simulator/bag/label-index';
import type { Labels } from '../../../lib/simulator/relabel/relabel-rule';

function matches(raw: unknown, labels: Labels): boolean {
  const { selector, problems } = parseSelector(raw, 'selector');
  if (selector === undefined) {
    throw new Error(JSON.stringify(problems));
  }
  return selector.matches(labels);
}

function problems(raw: unknown): string[] {
  return (parseSelector(raw, 'selector').problems ?? []).map(({ field, message }) => `${field} ${message}`);
}

describe('a selector', () => {
  test.each([undefined, null])('that is %p takes nothing', (raw) => {
    expect(matches(raw, { a: 'b' })).toBe(false);
    expect(parseSelector(raw, '').selector?.everything).toBe(false);
  });

  test.each([{}, { matchLabels: {}, matchExpressions: [] }, { matchLabels: null, matchExpressions: null }])(
    '%j takes everything',
    (raw) => {
      expect(matches(raw, {})).toBe(true);
      expect(parseSelector(raw, '').selector?.everything).toBe(true);
    },
  );

  test.each([
    [{ matchLabels: { a: '1' } }, { a: '1', b: '2' }, true],
    [{ matchLabels: { a: '1' } }, { a: '11' }, false],
    [{ matchLabels: { a: '1.2' } }, { a: '1x2' }, false],
    [{ matchLabels: { a: '' } }, { a: '' }, true],
    [{ matchLabels: { a: '' } }, {}, false],
    [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['1', '2'] }] }, { a: '2' }, true],
    [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['1', '2'] }] }, {}, false],
    [{ matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['1'] }] }, {}, true],
    [{ matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['1'] }] }, { a: '1' }, false],
    [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }, { a: '' }, true],
    [{ matchExpressions: [{ key: 'a', operator: 'Exists', values: null }] }, {}, false],
    [{ matchExpressions: [{ key: 'a', operator: 'DoesNotExist', values: [] }] }, {}, true],
    [{ matchExpressions: [{ key: 'toString', operator: 'Exists' }] }, {}, false],
    [{ matchLabels: { a: '1' }, matchExpressions: [{ key: 'b', operator: 'Exists' }] }, { a: '1' }, false],
  ])('%j on %j: %p', (raw, labels, expected) => {
    expect(matches(raw, labels as Labels)).toBe(expected);
  });

  test.each([
    ['x', 'selector is the text "x", and must be a map'],
    [{ matchLabels: ['a'] }, 'selector.matchLabels is a list, and must be a map'],
    [{ matchLabels: { a: 1 } }, 'selector.matchLabels["a"] is the number 1, and must be text: quote it'],
    [{ matchLabels: { a: 'b c' } }, 'selector.matchLabels["a"] is "b c", which may hold only'],
    [{ matchLabels: { 'a b': 'c' } }, 'selector.matchLabels["a b"] has the key "a b", which must be'],
    [{ matchExpressions: {} }, 'selector.matchExpressions is a map, and must be a list'],
    [{ matchExpressions: ['a'] }, 'selector.matchExpressions[0] is the text "a", and must be a map'],
    [{ matchExpressions: [{ operator: 'Exists' }] }, 'selector.matchExpressions[0].key is null, and must be text'],
    [
      { matchExpressions: [{ key: 'a', operator: 'in', values: ['x'] }] },
      'selector.matchExpressions[0].operator is the text "in", and must be In, NotIn, Exists or DoesNotExist',
    ],
    [{ matchExpressions: [{ key: 'a' }] }, 'selector.matchExpressions[0].operator is null'],
    [
      { matchExpressions: [{ key: 'a', operator: 'In' }] },
      'selector.matchExpressions[0].values is empty, and In needs at least one value',
    ],
    [
      { matchExpressions: [{ key: 'a', operator: 'NotIn', values: [] }] },
      'selector.matchExpressions[0].values is empty, and NotIn',
    ],
    [
      { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['x'] }] },
      'selector.matchExpressions[0].values must be left out with Exists',
    ],
    [
      { matchExpressions: [{ key: 'a', operator: 'In', values: 'x' }] },
      'selector.matchExpressions[0].values is the text "x", and must be a list',
    ],
    [
      { matchExpressions: [{ key: 'a', operator: 'In', values: [1] }] },
      'selector.matchExpressions[0].values[0] is the number 1, and must be text',
    ],
  ])('%j is refused', (raw, message) => {
    const found = problems(raw);
    expect(found).toHaveLength(1);
    expect(found[0].startsWith(message)).toBe(true);
  });

  test('tells all that is wrong with it at once', () => {
    expect(problems({ matchLabels: { a: 1 }, matchExpressions: [{ key: 'b', operator: 'x' }] })).toHaveLength(2);
  });

  test('of pairs takes what carries them all', () => {
    expect(KubeSelector.ofPairs({ a: '1', b: '2' }).matches({ b: '2', a: '1' })).toBe(true);
    expect(KubeSelector.ofPairs({ a: '1', b: '2' }).matches({ a: '1' })).toBe(false);
  });

  test('of any shape never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (all, matchLabels, expression) => {
        for (const raw of [all, { matchLabels, matchExpressions: [expression] }, { matchExpressions: expression }]) {
          const { selector, problems: found } = parseSelector(raw, 'x');
          expect((selector === undefined) !== (found === undefined)).toBe(true);
          selector?.matches({});
        }
      }),
    );
  });
});

const key = fc.constantFrom('a', 'b');
const value = fc.constantFrom('1', '2', '3');
const selector = fc.record({
  matchLabels: fc.dictionary(key, value),
  matchExpressions: fc.array(
    fc.oneof(
      fc.record({
        key,
        operator: fc.constantFrom('In', 'NotIn'),
        values: fc.array(value, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
    ),
    { maxLength: 3 },
  ),
});
const labels = fc.dictionary(key, value);

/** Kubernetes' words for the operators, one by one. */
function naive(raw: any, own: any): boolean {
  return (
    Object.entries(raw.matchLabels).every(([one, wanted]) => own[one] === wanted) &&
    raw.matchExpressions.every(({ key: one, operator, values }: any) => {
      const there = one in own;
      return {
        In: there && values?.includes(own[one]),
        NotIn: !(there && values?.includes(own[one])),
        Exists: there,
        DoesNotExist: !there,
      }[operator as 'In'];
    })
  );
}

describe('an index of labels', () => {
  test('keeps the order of the items when it looks up several values', () => {
    const items: Labels[] = [{ a: '2' }, { b: '1' }, { a: '1' }];
    const { requirements } = parseSelector({ matchExpressions: [{ key: 'a', operator: 'In', values: ['1', '2'] }] }, '')
      .selector as KubeSelector;
    const index = new LabelIndex(items, (item) => item);
    expect(index.select(requirements, () => true)).toEqual([{ a: '2' }, { a: '1' }]);
    expect(index.examined).toBe(2);
  });

  test('finds what a look at every single item finds, in the same order', () => {
    fc.assert(
      fc.property(fc.array(labels), selector, (items, raw) => {
        const parsed = parseSelector(raw, '').selector as KubeSelector;
        const index = new LabelIndex(items, (item) => item);
        const found = index.select(parsed.requirements, (item) => parsed.matches(item));
        expect(found).toEqual(items.filter((item) => naive(raw, item)));
      }),
    );
  });
});
