import { splitDocuments } from '../../lib/yaml/split-documents';

const chunks = (text: string) => [...splitDocuments(text)].map(({ start, end }) => text.slice(start, end));

test.each([
  ['', ['']],
  ['a\n', ['a\n']],
  ['a\n---\nb\n', ['a\n', 'b\n']],
  ['---\na\n---', ['', 'a\n', '']],
  ['---\n---\n', ['', '', '']],
  ['a\n--- # x\nb', ['a\n', 'b']],
  ['a\n ---\nb', ['a\n ---\nb']],
  ['a ---\n--b\n', ['a ---\n--b\n']],
])('splits %p', (text, expected) => {
  expect(chunks(text)).toEqual(expected);
});

test('notes what must not stand behind a separator', () => {
  const [, second, third] = splitDocuments('a\n---  b c\nd\n---\ne\n');
  expect(second.refused).toEqual({ text: 'b c', offset: 7 });
  expect(third.refused).toBeUndefined();
});

test('begins where it is told to', () => {
  expect([...splitDocuments('a\n---\nb\n---\nc', 2)].map(({ start, end }) => [start, end])).toEqual([
    [2, 2],
    [6, 8],
    [12, 13],
  ]);
});
