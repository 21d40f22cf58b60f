import { definedOnly } from '../../lib/private/defined-only';

test('leaves out what is undefined, and nothing else', () => {
  const fields = { none: undefined, zero: 0, no: false, empty: '', nothing: null };
  expect(Object.keys(definedOnly(fields))).toEqual(['zero', 'no', 'empty', 'nothing']);
});
