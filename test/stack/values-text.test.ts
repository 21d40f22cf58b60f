import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { parse } from 'yaml';
import { parseValues } from '../../lib/check/parse-values';
import type { Values } from '../../lib/stack/values';
import { valuesText } from '../../lib/stack/values-text';

/** Texts that one version of YAML or another, or Go, takes for something else. */
const TEXTS = [
  ...['0o17', '0O17', '0x1F', '0X1F', '0b101', '0B1', '017', '1e3', '+1', '-1', '.5', '1.', '1_000', '-0o17', '0_7'],
  ...['yes', 'Yes', 'no', 'NO', 'on', 'Off', 'y', 'n', 'true', 'False', '~', 'null', 'NULL', '', ' ', '-', '.', '...'],
  ...['12:30:45', '1:30', '190:20:30.15', '2001-01-01', '2001-1-1T02:03:04Z', '2001-12-14 21:59:43.10 -5'],
  ...['.inf', '-.Inf', '+.INF', '.nan', '.NaN', '=', '<<', '!', '!!str a', '&a', '*a', '@a', '`a', '%a', '---', '{}'],
  ...[
    'a: b',
    'a #b',
    '# a',
    '- a',
    ' a',
    'a ',
    '"',
    "'",
    'a\n',
    'a\nb\n\n',
    '\t',
    '\u0085',
    '\u2028',
    'a\u0085b',
    '\ufeff',
    '\u007f',
    '\uffff',
    '1'.repeat(40),
  ],
];

const READERS: [string, (text: string) => unknown][] = [
  ['this library, and with it kubectl and Helm', parseValues],
  ['YAML 1.1', (text) => parse(text, { version: '1.1' })],
  ['YAML 1.2', (text) => parse(text, { version: '1.2' })],
  ['YAML 1.2 without merge keys and times', (text) => parse(text, { version: '1.2', merge: false })],
];

describe.each(READERS)('%s', (_reader, read) => {
  test.each(TEXTS)('reads the text %j as that text', (text) => {
    const values = { a: text, b: [text], c: { [text]: text, d: null } };
    expect(read(valuesText(values))).toEqual(values);
  });

  test('reads whatever text there is, and numbers, flags and nulls as such', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }).filter((text) => !/[\ud800-\udfff]/u.test(text)),
      fc.stringMatching(/^[-+.0-9_:eExXoObBaAfFTZ]{1,8}$/),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const key = fc.oneof(fc.stringMatching(/^[a-zA-Z][\w.-]{0,8}$/), fc.constantFrom(...TEXTS.slice(0, 40)));
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(leaf, fc.array(leaf))), (values) => {
        expect(read(valuesText(values))).toEqual({ ...values });
      }),
      { numRuns: 200 },
    );
  });
});

test('what everybody reads as text stays without quotes', () => {
  const values = {
    a: '10d',
    b: '50GiB',
    c: 'https://a.example.com:9090/x',
    d: '1.2.3',
    e: 'v3.15.0',
    f: '500m',
    g: 'nope',
  };
  expect(valuesText(values)).toBe(
    'a: 10d\nb: 50GiB\nc: https://a.example.com:9090/x\nd: 1.2.3\ne: v3.15.0\nf: 500m\ng: nope\n',
  );
});

test('lines are not broken, and what cdk8s writes rightly is written the same', () => {
  const values: Values = {
    a: 'word '.repeat(60).trim(),
    b: 'x\ny\n',
    c: [],
    d: {},
    e: [{ f: 1, g: [true] }],
    h: 'yes',
  };
  expect(valuesText(values)).toBe(Yaml.stringify(values));
});

test('a map that stands twice is written twice', () => {
  const shared = { a: 1 };
  expect(valuesText({ one: shared, two: shared })).toBe('one:\n  a: 1\ntwo:\n  a: 1\n');
});
