import { readValues } from '../../lib/yaml/read-values';

test.each([
  ['a: 1\nb: [yes, "yes"]', { a: 1, b: [true, 'yes'] }],
  ['---\na: 1\n---\nb: [', { a: 1 }],
  ['{"a": 1}', { a: 1 }],
  ['%YAML 1.1\n---\na: 0777', { a: 511 }],
  ['', null],
  ['# nothing\n', null],
  ['- a', ['a']],
  ['a: |\n  b\n  c', { a: 'b\nc' }],
  ['a: |\n  b\n', { a: 'b\n' }],
  ['a: ""', { a: '' }],
])('reads one document: %p', (text, data) => {
  expect(readValues(text)).toEqual({ data, problems: [] });
});

test('says what is wrong, and gives no data then', () => {
  expect(readValues('a: 1\r\na: 2\r\n', 'values.yaml')).toEqual({
    data: undefined,
    problems: [
      {
        file: 'values.yaml',
        line: 2,
        column: 1,
        message: 'the key "a" stands here twice, first in line 1; one of the two would be lost',
        fix: 'remove one of them, or make one map of both',
      },
    ],
  });
});

test('knows a template of Helm', () => {
  expect(readValues('a: {{ .Values.b }}\n').problems).toMatchObject([
    { message: expect.stringContaining('template of a Helm chart') },
  ]);
});
