import * as fc from 'fast-check';
import { readManifests } from '../../lib/yaml/read-manifests';
import { readValues } from '../../lib/yaml/read-values';

const FRAGMENTS =
  'a|b: |: |- |\n|\n  |\n    | |"|\'|[|]|{|}|,|#| # c|\\|&x |*x|!!str |!!int |!y |? |1|0777|yes|~|---\n|--- |...\n|\t|<<: |%|@|\r\n|\r|\0|\ufeff|{"a": 1}|{"kind": "List", "items": [|kind: List\n|items:\n|- a: 1\n|{{ .x }}|__proto__: |\u0085|\ud800|é|😀'.split(
    '|',
  );
// The separator of the fragments is a sign of YAML itself.
const pieces = fc.constantFrom(...FRAGMENTS, '|', '|\n  ', '>-\n');
const yamlish = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array).toString('utf8'));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), bytes, yamlish, yamlish);

const RUNS = { numRuns: 1500 };

test('any text is read or refused, and never more than that', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const lines = text.replaceAll('\r\n', '\n').split('\n');
      const read = readManifests(text, 'f');
      for (const { line, column } of [...read.objects.map(({ source }) => source), ...read.problems] as any[]) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual(lines[line - 1].length + 1);
      }
      for (const { source } of read.objects) {
        expect(read.text.locate(source, '')).toEqual({ line: source.line, column: source.column });
        expect(read.text.locate(source, 'a.b[0]["c"]')).toBeDefined();
      }
      const values = readValues(text);
      expect(values.data === undefined).toBe(values.problems.length > 0);
      expect(({} as any).a).toBeUndefined();
    }),
    RUNS,
  );
});

test('any JSON is read as what it is', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const plain = JSON.parse(JSON.stringify({ ...value, kind: 'A' }), (_key, v) => (Object.is(v, -0) ? 0 : v));
      for (const indent of [0, 1]) {
        const { objects, problems } = readManifests(JSON.stringify(plain, undefined, indent));
        expect(problems).toEqual([]);
        expect(objects.map(({ object }) => object)).toEqual([plain]);
      }
    }),
    RUNS,
  );
});

test('a broken document leaves the others as they are', () => {
  fc.assert(
    fc.property(
      yamlish.filter((text) => !/^---|\n---|^\s*\{/.test(text)),
      (text) => {
        const { objects } = readManifests(`first: 1\n---\n${text}\n---\nlast: 2\n`);
        expect(objects[0]).toEqual({ object: { first: 1 }, source: { line: 1, column: 1 } });
        const end = text.replaceAll('\r\n', '\n').split('\n').length + 4;
        expect(objects.at(-1)).toEqual({ object: { last: 2 }, source: { line: end, column: 1 } });
      },
    ),
    RUNS,
  );
});
