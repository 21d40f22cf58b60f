import { runInNewContext } from 'node:vm';
import { compact, hasValueAt, mergeValues, valueAt, valuesWith } from '../../lib/stack/values';

describe('merging values', () => {
  test('merges maps and replaces lists', () => {
    const merged = mergeValues({ a: { b: 1, c: [1, 2] } }, { a: { c: [3], d: 4 } });
    expect(merged).toEqual({ a: { b: 1, c: [3], d: 4 } });
  });

  test('lets the last of three win', () => {
    expect(mergeValues({ a: 1, b: 1, c: 1 }, { a: 2, b: 2 }, { a: 3 })).toEqual({ a: 3, b: 2, c: 1 });
  });

  test('keeps a null, which removes a default of the chart', () => {
    expect(mergeValues({ a: { b: 1 } }, { a: null })).toEqual({ a: null });
    expect(mergeValues({ a: { b: 1 } }, { a: { b: null } })).toEqual({ a: { b: null } });
  });

  test('starts again after a null or a scalar', () => {
    expect(mergeValues({ a: { b: 1 } }, { a: null }, { a: { c: 2 } })).toEqual({ a: { c: 2 } });
    expect(mergeValues({ a: { b: 1 } }, { a: 'x' })).toEqual({ a: 'x' });
  });

  test('takes undefined for not given', () => {
    expect(mergeValues({ a: 1 }, { a: undefined, b: undefined })).toEqual({ a: 1 });
  });

  test('takes keys that every object inherits for absent', () => {
    expect(mergeValues({ toString: { a: 1 } }, { b: 1 })).toEqual({ toString: { a: 1 }, b: 1 });
  });

  test('sorts keys at every level, also inside lists', () => {
    const merged = mergeValues({ b: 1, a: { d: 1, c: [{ z: 1, y: 1 }] } });
    expect(JSON.stringify(merged)).toBe('{"a":{"c":[{"y":1,"z":1}],"d":1},"b":1}');
  });

  test('shares nothing with its input', () => {
    const input = { list: [{ a: 1 }] };
    const merged = mergeValues(input);
    merged.list[0].a = 2;
    expect(input.list[0].a).toBe(1);
  });

  test('knows maps of another realm', () => {
    const foreign = runInNewContext('({ a: { b: 1 } })');
    expect(mergeValues({ a: { c: 2 } }, foreign)).toEqual({ a: { b: 1, c: 2 } });
  });
});

describe('paths in values', () => {
  test('lead to a value, and take null for absent', () => {
    const values = { a: { b: null, c: 0 } };
    expect([valueAt(values, 'a.b'), valueAt(values, 'a.c'), valueAt(values, 'a.c.d')]).toEqual([
      undefined,
      0,
      undefined,
    ]);
    expect([hasValueAt(values, 'a.b'), hasValueAt(values, 'a.d'), hasValueAt(values, 'x.y')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('do not lead to what every object has', () => {
    expect(valueAt({}, 'constructor.name')).toBeUndefined();
  });

  test('make values with one entry', () => {
    expect(valuesWith('a.b', 1)).toEqual({ a: { b: 1 } });
  });

  test('vanish when nothing stands there', () => {
    expect(compact({ a: { b: undefined }, c: { d: {} }, e: null, f: [] })).toEqual({ e: null, f: [] });
  });
});
