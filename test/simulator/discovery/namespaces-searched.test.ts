import { namespacesSearched } from '../../../lib/simulator/discovery/namespaces-searched';

describe('namespaces that a monitor searches', () => {
  test('ignoreNamespaceSelectors leaves its own only', () => {
    expect(namespacesSearched('own', { any: true, matchNames: ['a'] }, true)).toEqual(['own']);
  });

  test('any means all, and wins over names', () => {
    expect(namespacesSearched('own', { any: true, matchNames: ['a'] }, false)).toBeUndefined();
  });

  test.each([undefined, null, {}, { matchNames: [] }, { any: false }, { matchNames: null }])(
    '%p means its own',
    (selector) => {
      expect(namespacesSearched('own', selector, false)).toEqual(['own']);
    },
  );

  test('names are taken as they are, without its own', () => {
    expect(namespacesSearched('own', { matchNames: ['a-*', 'b', 'b'] }, false)).toEqual(['a-*', 'b']);
  });

  test.each(['any', [], { any: 'true', matchNames: 'a' }, { matchNames: [5] }])(
    'malformed %p counts as absent',
    (selector) => {
      expect(namespacesSearched('own', selector, false)).toEqual(['own']);
    },
  );

  test('an empty name stands for all', () => {
    expect(namespacesSearched('own', { matchNames: [''] }, false)).toBeUndefined();
    expect(namespacesSearched('own', { matchNames: ['a', ''] }, false)).toBeUndefined();
    expect(namespacesSearched('own', { matchNames: [''] }, true)).toEqual(['own']);
  });
});
