import * as fc from 'fast-check';
import { parseDocument } from '../../lib/yaml/parse-document';
import { readPlainBlock } from '../../lib/yaml/plain-block';
import { plainData } from '../../lib/yaml/plain-data';

const KEYS = 'a b kind items on y null 8080 app.io/name "q k" a: x-1 __proto__ "a\\tb" é'.split(' ').concat('"q k"');
const VALUES = [
  ...'a yes 0777 1e3 -0 ~ .inf "x" "" \'y\' "\\n" {} [] {a:1} | > - -a & *a !x a: a:b a#b @a http://x:1/ 30s'.split(
    ' ',
  ),
  ...[
    '[a, "b", -1]',
    '[ a ,b ]',
    '[a,]',
    '[--x=1, -]',
    'a b',
    'a # c',
    '"x" # c',
    '"x"# c',
    "'it''s'",
    'a: b',
    '',
    ' # c',
  ],
  ...[
    '|\n     t\n       u\n\n',
    '|-\n            t # no\n',
    '|+\n            t\n\n\n',
    '|\n t',
    '>-\n     f\n',
    'é 😀',
    'a\tb',
  ],
  ...[
    'a\n            more',
    '\n            more',
    '"x\n            y"',
    '[\n a]',
    '"a" b',
    '\u0007',
    'a\u2028b',
    '|\n\t\tt\n',
  ],
];

const pair = fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES));
const { tree } = fc.letrec<{ tree: (indent: number) => string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    pair.map(
      ([key, value]) =>
        (indent: number) =>
          `${' '.repeat(indent)}${key}: ${value}\n`,
    ),
    fc
      .array(tie('tree') as fc.Arbitrary<(indent: number) => string>, { minLength: 1, maxLength: 3 })
      .map((parts) => (indent: number) => parts.map((part) => part(indent)).join('')),
    fc
      .tuple(fc.constantFrom('m', 'items', 'n', 'o'), fc.constantFrom(0, 2, 3), tie('tree'))
      .map(([key, deeper, part]) => (indent: number) => {
        const own = ' '.repeat(indent);
        return `${own}${key}:\n${(part as (indent: number) => string)(indent + deeper)}`;
      }),
    fc
      .tuple(fc.constantFrom('l', 'items', 'k'), fc.constantFrom(0, 2), fc.array(tie('tree'), { maxLength: 3 }))
      .map(([key, deeper, parts]) => (indent: number) => {
        const dash = ' '.repeat(indent + deeper);
        const entries = parts.map((part) => {
          const text = (part as (indent: number) => string)(indent + deeper + 2);
          return `${dash}- ${text.slice(indent + deeper + 2)}`;
        });
        return `${' '.repeat(indent)}${key}:\n${entries.join('')}${dash}-\n${dash}- x\n`;
      }),
  ),
}));

/** A document, now and then with a line that is out of place. */
const document = fc
  .tuple(
    tree,
    fc.nat(40),
    fc.constantFrom<string | undefined>(
      undefined,
      undefined,
      '',
      '# c',
      '   # c',
      ' x',
      'x',
      '...',
      '\t',
      '  - z',
      '%',
    ),
  )
  .map(([part, at, line]) => {
    const lines = (part as unknown as (indent: number) => string)(0).split('\n');
    if (line !== undefined) {
      lines.splice(at % lines.length, 0, line);
    }
    return lines.join('\n');
  });

function byParser(text: string) {
  const parsed = parseDocument(text.endsWith('\n') ? text : `${text}\n`);
  return 'refused' in parsed || !parsed.tree
    ? { refused: parsed }
    : { start: parsed.tree.range[0], ...plainData(parsed.tree, text) };
}

test('a simple document is what the parser makes of it, or is left to the parser', () => {
  let read = 0;
  let total = 0;
  fc.assert(
    fc.property(document, (text) => {
      total++;
      const block = readPlainBlock(text, 0, text.length);
      if (block === undefined) {
        return;
      }
      read++;
      const expected = byParser(text);
      expect(expected).toMatchObject({ refusals: [] });
      if ('data' in expected) {
        expect(block.data).toStrictEqual(expected.data);
        expect(block.start).toBe(expected.start);
        const items: unknown = block.data.items;
        if (Array.isArray(items)) {
          const starts = items.map((item) => expected.origins.get((expected.data as any).items[items.indexOf(item)]));
          expect(block.items.map((item) => item?.start)).toEqual(starts.map((origin) => origin?.start));
        }
      }
    }),
    { numRuns: 6000 },
  );
  // Else this would prove nothing.
  expect(read).toBeGreaterThan(total / 20);
});

test('the style of most manifests needs no parser', () => {
  const text = `# comment
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # comment
  labels: {}
  annotations:
    "quoted key": 'single'
spec:
  replicas: 3
  paused: no
  args: ["--port=8080", --verbose, 1]
  containers:
  - name: app
    image: example.com/app:1.2.3
    ports:
      - containerPort: 8080
        name: http

      - containerPort: 9090
  - name: sidecar
    script: |
      #!/bin/sh
        echo "x: y"

      exit 0
  nothing:
`;
  const block = readPlainBlock(text, 0, text.length);
  expect(block?.data).toEqual((byParser(text) as any).data);
  expect(block?.data.spec).toMatchObject({ paused: false, nothing: null, replicas: 3 });
});

test.each([
  'a: 1\na: 2\n',
  '- a\n',
  'a: &x 1\n',
  'a: "\\t"\n',
  'a: >\n  x\n',
  'a: b\n  c\n',
  'a: .nan\n',
  'constructor: 1\n',
  '{"a": 1}\n',
  'a: 1\n...\n',
  '\ufeffa: 1\n',
  `${'x'.repeat(1100)}: 1\n`,
  Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
])('what is not simple is left to the parser: %#', (text) => {
  expect(readPlainBlock(text, 0, text.length)).toBeUndefined();
});
