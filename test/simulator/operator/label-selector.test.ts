import {
  compileSelector,
  describeRequirement,
  firstFailure,
  parseTextSelector,
} from '../../../lib/simulator/operator/label-selector';

describe('compileSelector', () => {
  test.each([
    ['matchLabels with the value', { matchLabels: { team: 'web' } }, true],
    ['matchLabels with another value', { matchLabels: { team: 'db' } }, false],
    ['an empty selector', {}, true],
    ['In with the value', { matchExpressions: [{ key: 'team', operator: 'In', values: ['db', 'web'] }] }, true],
    ['In without the label', { matchExpressions: [{ key: 'tier', operator: 'In', values: ['a'] }] }, false],
    ['NotIn with the value', { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['web'] }] }, false],
    ['NotIn without the label', { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['a'] }] }, true],
    ['Exists with the label', { matchExpressions: [{ key: 'team', operator: 'Exists' }] }, true],
    ['Exists without the label', { matchExpressions: [{ key: 'tier', operator: 'Exists' }] }, false],
    ['DoesNotExist with the label', { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] }, false],
    [
      'both, of which one fails',
      { matchLabels: { team: 'web' }, matchExpressions: [{ key: 'x', operator: 'Exists' }] },
      false,
    ],
  ])('judges %s', (_, selector, expected) => {
    const compiled = compileSelector(selector, 'spec.selector');
    expect(compiled.problems).toEqual([]);
    expect(firstFailure(compiled, { team: 'web' }) === undefined).toBe(expected);
  });

  test('names the requirement that fails, its path and the value that is there', () => {
    const compiled = compileSelector({ matchLabels: { 'app.kubernetes.io/name': 'web' } }, 'spec.selector');
    expect(firstFailure(compiled, { 'app.kubernetes.io/name': 'db' })).toMatchObject({
      requirement: { field: 'spec.selector.matchLabels["app.kubernetes.io/name"]', values: ['web'] },
      actual: 'db',
      certain: true,
    });
  });

  test('is uncertain about labels that are not known, unless a known one already fails', () => {
    const compiled = compileSelector({ matchLabels: { a: '1', b: '2' } }, '');
    expect(firstFailure(compiled, { b: '2' }, false)).toMatchObject({ requirement: { key: 'a' }, certain: false });
    expect(firstFailure(compiled, { b: '3' }, false)).toMatchObject({ requirement: { key: 'b' }, certain: true });
  });

  test('does not take an inherited property for a label', () => {
    const compiled = compileSelector({ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, '');
    expect(firstFailure(compiled, {})).toBeDefined();
  });

  test.each([
    [
      'an unknown operator',
      { matchExpressions: [{ key: 'a', operator: 'Equals', values: ['b'] }] },
      'matchExpressions[0].operator',
    ],
    ['In without values', { matchExpressions: [{ key: 'a', operator: 'In' }] }, 'matchExpressions[0].values'],
    [
      'Exists with values',
      { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] },
      'matchExpressions[0].values',
    ],
    ['a key with a space', { matchLabels: { 'a b': 'c' } }, 'matchLabels["a b"]'],
    ['a value with a space', { matchLabels: { a: 'b c' } }, 'matchLabels.a'],
  ])('refuses %s', (_, selector, field) => {
    expect(compileSelector(selector, 'spec').problems).toMatchObject([{ field: `spec.${field}` }]);
  });
});

describe('parseTextSelector', () => {
  test('reads every form that flags may have', () => {
    const text = 'a=1, b==2,c!=3,d in (x, y),e notin (z),f,!g,h>5,i<6';
    const { requirements, problems } = parseTextSelector(text, 'args[0]');
    expect(problems).toEqual([]);
    expect(requirements.map(describeRequirement)).toEqual([
      'a=1',
      'b=2',
      'c!=3',
      'd in (x, y)',
      'e!=z',
      'f',
      '!g',
      'h>5',
      'i<6',
    ]);
  });

  test('compares numbers as numbers', () => {
    const selector = parseTextSelector('weight>9', '');
    expect(firstFailure(selector, { weight: '10' })).toBeUndefined();
    expect(firstFailure(selector, { weight: '9' })).toBeDefined();
    expect(firstFailure(selector, {})).toBeDefined();
  });

  test('takes an empty text for everything', () => {
    expect(firstFailure(parseTextSelector('', ''), {})).toBeUndefined();
  });

  test('refuses what is no requirement', () => {
    expect(parseTextSelector('a=b=c', 'args[0]').problems).toEqual([
      { field: 'args[0]', message: '"a=b=c" is no requirement on labels' },
    ]);
  });
});
