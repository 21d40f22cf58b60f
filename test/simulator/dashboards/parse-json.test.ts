import * as fc from 'fast-check';
import { parseJson } from '../../../lib/simulator/dashboards/parse-json';

test('JSON is read as it is', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(parseJson(text)).toEqual({ data: JSON.parse(text) });
    }),
  );
});

test.each(['x', '}', ' \n{}', '# comment', '"unfinished'])(
  'what stands behind the first value does not count: %j',
  (behind) => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(parseJson(`${text}${behind}`)).toEqual({ data: JSON.parse(text) });
      }),
    );
  },
);

test.each([
  ['', 1],
  ['title: x', 1],
  ['{\n"a": 1,\n}', 3],
  ['[\n1,\n]', 3],
  ['{\n"a"\n1}', 3],
  ['{\n"a":\n}', 3],
  ['[\n1\n2]', 3],
  ['{\n"a": "b\nc"}', 2],
  ['{"a":\n\n01}', 3],
  ['[1,\n2', 2],
  ['{\n  // comment\n}', 2],
  ["{\n'a': 1}", 2],
  ['\ufeff{}', 1],
])('a fault is in a line: %j', (text, line) => {
  expect(parseJson(text)).toEqual({ line });
});

test('any text is JSON, or has a fault in one of its lines', () => {
  const unit = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', 'a', '1', ' ', '\n', 'true');
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const parsed = parseJson(text);
      const lines = text.split('\n').length;
      expect('data' in parsed || (parsed.line >= 1 && parsed.line <= lines)).toBe(true);
    }),
  );
});
