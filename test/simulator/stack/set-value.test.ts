import { setValue, typedValue } from '../../../lib/simulator/stack/set-value';

describe('setValue', () => {
  test.each([
    ['a', {}, { a: 'v' }],
    ['a.b.c', { a: { x: 1 } }, { a: { x: 1, b: { c: 'v' } } }],
    ['a[1].b', {}, { a: [undefined, { b: 'v' }] }],
    ['a[0][1]', {}, { a: [[undefined, 'v']] }],
    ['a\\.b/c.d', {}, { 'a.b/c': { d: 'v' } }],
    ['a.b', { a: 'text' }, { a: { b: 'v' } }],
    ['a[0]', { a: { b: 1 } }, { a: ['v'] }],
    ['a[0].b', { a: [{ c: 1 }, 2] }, { a: [{ b: 'v', c: 1 }, 2] }],
  ])('sets %s in %j', (path, values, expected) => {
    expect(setValue(values, path, 'v')).toBe(true);
    expect(values).toEqual(expected);
  });

  test.each(['', '.', 'a..b', 'a.', '[0]', 'a[', 'a[x]', 'a[99999999]', 'a.'.repeat(40).concat('b')])(
    'refuses "%s"',
    (path) => {
      const values = {};
      expect(setValue(values, path, 'v')).toBe(false);
      expect(values).toEqual({});
    },
  );
});

test.each([
  ['true', true],
  ['False', false],
  ['null', null],
  ['0', 0],
  ['42', 42],
  ['-7', -7],
  ['007', '007'],
  ['1.5', '1.5'],
  ['30s', '30s'],
  ['', ''],
  ['{a,2}', ['a', 2]],
  ['{}', []],
  ['a\\,b', 'a,b'],
])('a value "%s" is %j', (text, expected) => {
  expect(typedValue(text)).toEqual(expected);
});
