import { readManifests } from '../../lib/yaml/read-manifests';

const places = (text: string) => readManifests(text).objects.map(({ source }) => [source.line, source.column]);
const objects = (text: string) => readManifests(text).objects.map(({ object }) => object);
const problems = (text: string) => readManifests(text).problems;

describe('documents', () => {
  test('know their file, line and column', () => {
    const { objects } = readManifests('# comment\n\nkind: A\n---\n\n  kind: B\n', 'all.yaml');
    expect(objects).toEqual([
      { object: { kind: 'A' }, source: { file: 'all.yaml', line: 3, column: 1 } },
      { object: { kind: 'B' }, source: { file: 'all.yaml', line: 6, column: 3 } },
    ]);
  });

  test.each(['', '\n \n', '# only\n# comments', '---', '---\n---\n', '~', 'null\n', '\ufeff', '--- # c\n\n---\n#\n'])(
    'without content give neither objects nor problems: %p',
    (text) => {
      expect(readManifests(text)).toMatchObject({ objects: [], problems: [] });
    },
  );

  test.each([
    ['a: 1\n---\na: 2', 2],
    ['---\na: 1\n---\n---\na: 2\n---\n', 2],
    ['a: 1\n--- # comment\na: 2', 2],
    ['a: 1\n---#comment\na: 2', 2],
    ['a: 1\n---\t \na: 2', 2],
    ['a: 1\r\n---\r\na: 2\r\n', 2],
    ['a: 1 ---\nb: 2', 1],
    ['a:\n ---\n', 1],
    ['a: 1\n...\nnot: [read', 1],
  ])('are split at lines that begin with "---": %p', (text, count) => {
    expect(readManifests(text)).toMatchObject({ problems: [] });
    expect(objects(text)).toHaveLength(count);
  });

  test('are split within a block of text and within quotes too, as kubectl splits them', () => {
    expect(objects('a: |\n  x\n---\nb: 1')).toEqual([{ a: 'x\n' }, { b: 1 }]);
    expect(problems('a: "\n---\n"')).toMatchObject([
      { line: 1, column: 4 },
      { line: 3, column: 1 },
    ]);
  });

  test.each(['--- x', '---x', '--- {a: 1}', '--- |', '-----BEGIN CERTIFICATE-----'])(
    'must not begin on the separator: %p',
    (separator) => {
      const { objects, problems } = readManifests(`a: 1\n${separator}\nb: 2\n---\nc: 3\n`);
      expect(objects.map(({ object }) => object)).toEqual([{ a: 1 }, { c: 3 }]);
      expect(problems).toMatchObject([{ line: 2, fix: 'let "---" stand alone in its line' }]);
    },
  );

  test('are read where another one is broken', () => {
    const { objects, problems } = readManifests('a: 1\n---\nb: [\n---\nc: 3\n---\nd: 4\nd: 5\n---\ne: 6\n');
    expect(objects.map(({ object }) => object)).toEqual([{ a: 1 }, { c: 3 }, { e: 6 }]);
    expect(problems.map(({ line }) => line)).toEqual([3, 8]);
  });

  test.each([
    ['just text', 'a single value'],
    ['- a\n- b', 'a list'],
    ['12', 'a single value'],
  ])('must be maps: %p', (text, what) => {
    expect(problems(text)).toEqual([
      { line: 1, column: 1, message: `a manifest is a map with apiVersion and kind, and this document is ${what}` },
    ]);
  });

  test('have plain keys that are called like parts of prototypes', () => {
    const [object] = objects('__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: 1}}\n');
    expect(Object.keys(object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(({} as any).polluted).toBeUndefined();
    expect(Object.keys(objects('{"__proto__": {"polluted": 1}}')[0])).toEqual(['__proto__']);
  });

  test('may begin with a byte order mark', () => {
    expect(readManifests('\ufeffkind: A\n')).toMatchObject({
      objects: [{ object: { kind: 'A' }, source: { line: 1, column: 1 } }],
      problems: [],
    });
  });

  test('have the line breaks of their text, not of their file', () => {
    expect(objects('a: |\r\n  x\r\n  y\r\nb: "c\r\n  d"\r\n')).toEqual([{ a: 'x\ny\n', b: 'c d' }]);
  });
});

test('the last line is ended, as kubectl ends it', () => {
  expect(objects('a: |\n  b')).toEqual([{ a: 'b\n' }]);
  expect(objects('a: >\n  b')).toEqual([{ a: 'b\n' }]);
});

describe('lists', () => {
  test('give their items, each with its place', () => {
    const text = 'kind: List\nitems:\n- kind: A\n  x: 1\n-   kind: B\n-\n  kind: C\n- {kind: D}\n';
    expect(objects(text).map(({ kind }) => kind)).toEqual(['A', 'B', 'C', 'D']);
    expect(places(text)).toEqual([
      [3, 3],
      [5, 5],
      [7, 3],
      [8, 3],
    ]);
  });

  test('give their type to items that name none', () => {
    expect(objects('apiVersion: v1\nkind: ServiceList\nitems: [{metadata: {name: a}}]')).toEqual([
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } },
    ]);
  });

  test('of JSON give their items, each with its place', () => {
    const text = '{"items": [\n  {"kind": "A", "items": [1, 2]},\n\t{"kind": "B"} , {"kind": "C"}\n], "kind": "List"}';
    expect(objects(text).map(({ kind }) => kind)).toEqual(['A', 'B', 'C']);
    expect(places(text)).toEqual([
      [2, 3],
      [3, 2],
      [3, 18],
    ]);
  });

  test('stay whole where "items" is no list', () => {
    expect(objects('kind: List\nitems: x')).toEqual([{ kind: 'List', items: 'x' }]);
  });
});

describe('JSON', () => {
  test('documents follow one another with or without a line between them', () => {
    const { objects, problems } = readManifests(' {"a": 1}{"a": 2}\n\n{"a":\n3}  ');
    expect(problems).toEqual([]);
    expect(objects.map(({ object, source }) => [object.a, source.line, source.column])).toEqual([
      [1, 1, 2],
      [2, 1, 10],
      [3, 3, 1],
    ]);
  });

  test('may be followed by YAML after the first document', () => {
    expect(objects('{"a": 1}\n---\nb: 2\n---\n{"c": 3}\n')).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
  });

  test('may not be followed by anything else after the second', () => {
    const { objects, problems } = readManifests('{"a": 1}\n{"b": 2}\noops\n---\nc: 3\n');
    expect(objects.map(({ object }) => object)).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
    expect(problems).toMatchObject([{ line: 3, column: 1 }]);
  });

  test('that is none may still be YAML', () => {
    expect(objects('{a: 1, # comment\n "b": yes,}')).toEqual([{ a: 1, b: true }]);
  });

  test('has no keys twice, no numbers out of range and no endless nesting', () => {
    expect(problems('{"a": 1,\n "b": {"c": 1},\n "\\u0061": 2}')).toMatchObject([
      { line: 3, column: 2, message: expect.stringContaining('"a" stands here twice, first in line 1') },
    ]);
    expect(problems('{"a": 1e999}')).toMatchObject([{ line: 1, column: 7 }]);
    expect(problems(`{"a": ${'['.repeat(5000)}${']'.repeat(5000)}}`)).toMatchObject([
      { message: expect.stringContaining('nested too deep') },
    ]);
  });

  test('of an editor with tabs is read', () => {
    expect(objects('{\n\t"a": [\n\t\t"b\\/c"\n\t]\n}')).toEqual([{ a: ['b/c'] }]);
  });
});

describe('a problem says what is wrong, where, and what to do', () => {
  test.each([
    ['a key that stands twice', 'a: 1\nb:\n  c: 1\n  d: 1\n  c: 2\n', 5, 3, /"c" stands here twice, first in line 5/],
    ['a quote that is never closed', 'a: 1\nb: "x\nc: 2\n', 2, 4, /this quote is not closed/],
    ['a bracket that is never closed', 'a: 1\nb: [x,\n  {c: d}\n', 2, 4, /this bracket is not closed/],
    ['a brace that is never closed', 'a: {b: [c]\n', 1, 4, /this bracket is not closed/],
    ['a tab', 'a:\n\tb: 1\n', 2, 1, /a tab stands where YAML takes spaces/],
    ['a second colon', 'a: 1\nb: c: d\n', 2, 4, /a second ":" stands in this line/],
    ['an alias of nothing', 'a: *x\n', 1, 4, /"\*x" has no anchor "&x"/],
    ['an anchor that holds itself', 'a: &x [*x]\n', 1, 8, /"&x" holds itself/],
    ['a merge of no map', 'a: 1\n<<: [x]\n', 2, 6, /merges maps/],
    ['a control character', 'a: 1\nb: x\u0007\n', 2, 5, /U\+0007/],
    ['a null character', 'a: \0', 1, 4, /U\+0000/],
    ['infinity', 'a: 1\nb: -.inf\n', 2, 4, /-\.inf is no number that JSON knows/],
    ['a map as a key', 'a: 1\n{b: c}: d\n', 2, 1, /this one is a map/],
    ['null as a key', 'a: 1\n~: d\n', 2, 1, /this one is/],
    ['a wrong tag', 'a: !!int x\n', 1, 10, /"x" is no value of !!int/],
    ['a directive', '%YAML 1.2\n---\na: 1\n', 1, 1, /no directive/],
    ['what kubectl would drop', '  a: 1\nb: 2\n', 2, 1, /complete before this.*kubectl would drop it/],
    ['a question mark in brackets', 'a: [b?c]\n', 1, 5, /takes "\?"/],
    ['an escape of JSON', 'a: "b\\/c"\n', 1, 4, /does not know the escape/],
    ['half of a character', 'a: "\\ud800"\n', 1, 4, /does not know the escape/],
  ])('%s', (_title, text, line, column, message) => {
    const [problem] = problems(`x: y\n---\n${text}`);
    expect(problem).toMatchObject({ line: line + 2, column, message: expect.stringMatching(message) });
  });

  test.each([
    'kind: A\nmetadata:\n  name: {{ .Release.Name }}\n',
    '{{- if .Values.enabled }}\nkind: A\n{{- end }}\n',
    'kind: A\nspec:\n  {{- toYaml .Values.spec | nindent 2 }}\n',
    'kind: A\nargs:\n  - {{ .Values.arg }}\n',
  ])('a template of Helm: %p', (text) => {
    expect(problems(text)).toMatchObject([
      { message: expect.stringContaining('template of a Helm chart'), fix: expect.stringContaining('helm template') },
    ]);
  });

  test('an alert with templates in quotes is none of Helm', () => {
    const text = 'summary: "{{ $labels.pod }} is down"\nb: [\n';
    expect(problems(text)).toMatchObject([{ line: 2, message: expect.not.stringContaining('Helm') }]);
    expect(problems('summary: "{{ $labels.pod }}"\ntext: |\n  {{ define "x" }}\n')).toEqual([]);
  });

  test('and one document tells no more than a handful', () => {
    expect(problems('a: 1\n'.repeat(50_000)).length).toBeLessThan(50);
  });
});

describe('aliases', () => {
  test('repeat what they stand for', () => {
    expect(objects('a: &x {b: [1]}\nc: *x\nd: [*x]\n')).toEqual([{ a: { b: [1] }, c: { b: [1] }, d: [{ b: [1] }] }]);
  });

  test('stand for the latest anchor before them', () => {
    expect(objects('a: &x 1\nb: *x\nc: &x 2\nd: *x\n*x : e\n')).toEqual([{ a: 1, b: 1, c: 2, d: 2, '2': 'e' }]);
  });

  test.each([
    ['what stands before is replaced', 'c: {b: 3, <<: *x}', { b: 1 }],
    ['what stands behind replaces', 'c: {<<: *x, b: 3}', { b: 3 }],
    ['the first of a list wins', 'c: {<<: [*x, {b: 2, d: 4}]}', { b: 1, d: 4 }],
    ['in quotes it is a key', 'c: {"<<": 1}', { '<<': 1 }],
  ])('merge as go-yaml v2 merges: %s', (_title, text, merged) => {
    expect(objects(`a: &x {b: 1}\n${text}\n`)[0].c).toEqual(merged);
  });

  test('that repeat each other over and over are refused at once', () => {
    const bomb = Array.from({ length: 50 }, (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1},`.repeat(9) : 'x'}]`);
    expect(problems(bomb.join('\n'))).toMatchObject([{ message: expect.stringContaining('aliases repeat so much') }]);
  });
});

describe('size', () => {
  test.each([
    ['brackets', '['.repeat(100_000)],
    ['lists in lists', '- '.repeat(20_000)],
    ['maps in maps', Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['braces', '{a: '.repeat(20_000)],
  ])('of nesting is bounded: %s', (_title, text) => {
    expect(problems(text)).toMatchObject([{ message: expect.stringContaining('nested too deep') }]);
  });

  test('of lines and of maps is not', () => {
    const wide = Array.from({ length: 20_000 }, (_, i) => `k${i}: v`).join('\n');
    expect(Object.keys(objects(wide)[0])).toHaveLength(20_000);
    expect(objects(`a: ${'x'.repeat(1_000_000)}`)[0].a).toHaveLength(1_000_000);
  });
});
