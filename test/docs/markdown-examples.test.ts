import { examplesOf } from './markdown-examples';

const FENCE = '```';

function page(...parts: string[]): string {
  return parts.join('\n').replaceAll('~~~', FENCE);
}

test('a page without code has no examples', () => {
  expect(examplesOf('page.md', '# Title\n\n<!-- a remark -->\nText.\n')).toEqual([]);
});

test('an example is named by its file and line', () => {
  expect(examplesOf('page.md', page('# Title', '~~~ts', 'a;', '~~~'))).toEqual([{ title: 'page.md:2', code: 'a;\n' }]);
});

test('code in another language is no example', () => {
  expect(examplesOf('page.md', page('~~~sh', 'npm ci', '~~~'))).toEqual([]);
});

test('a marked block is what the example gives', () => {
  const text = page('~~~ts', 'a;', '~~~', '', '<!-- output of the example above -->', '', '~~~yaml', 'b: 1', '~~~');
  expect(examplesOf('page.md', text)).toMatchObject([{ shown: { kind: 'output', text: 'b: 1\n' } }]);
});

test('a marker can name one file of the output', () => {
  const text = page('~~~ts', '~~~', '<!-- output of the example above: dist/a.k8s.yaml -->', '~~~yaml', '~~~');
  expect(examplesOf('page.md', text)).toMatchObject([{ shown: { file: 'dist/a.k8s.yaml' } }]);
});

test('a marked block can be a part of the output', () => {
  const text = page('~~~ts', '~~~', '<!-- part of the output of the example above -->', '~~~yaml', '~~~');
  expect(examplesOf('page.md', text)).toMatchObject([{ shown: { kind: 'part' } }]);
});

test('a marked block can be the error that the example ends with', () => {
  const text = page('~~~ts', '~~~', '<!-- error of the example above -->', '~~~text', 'No.', '~~~');
  expect(examplesOf('page.md', text)).toMatchObject([{ shown: { kind: 'error', text: 'No.\n' } }]);
});

test('a block without a marker is left alone', () => {
  expect(examplesOf('page.md', page('~~~ts', '~~~', '~~~yaml', 'b: 1', '~~~'))[0]).not.toHaveProperty('shown');
});

test('an example can be compiled and not run, with a reason', () => {
  const text = page('<!-- not run: needs a cluster -->', '~~~ts', 'a;', '~~~');
  expect(examplesOf('page.md', text)).toMatchObject([{ notRun: 'needs a cluster' }]);
});

test('an example can continue the one above, and is synthesized once, at its end', () => {
  const text = page('~~~ts', 'a;', 'app.synth();', '~~~', '<!-- continues the example above -->', '~~~ts', 'b;', '~~~');
  expect(examplesOf('page.md', text)[1].code).toBe('a;\n\nb;\n\napp.synth();\n');
});

test('an example that continues another may be left unrun as well', () => {
  const text = page(
    '~~~ts',
    '~~~',
    '<!-- continues the example above; not run: reads a file -->',
    '~~~ts',
    'b;',
    '~~~',
  );
  expect(examplesOf('page.md', text)[1]).toMatchObject({ code: '\nb;\n\napp.synth();\n', notRun: 'reads a file' });
});

test.each([
  ['misspelt', page('~~~ts', '~~~', '<!-- ouptut of the example above -->', '~~~yaml', '~~~'), 'is no marker'],
  ['without a reason', page('<!-- not run -->', '~~~ts', '~~~'), 'is no marker'],
  ['before text', page('~~~ts', '~~~', '<!-- output of the example above -->', 'Text.'), 'stands before no block'],
  ['without an example', page('<!-- output of the example above -->', '~~~yaml', '~~~'), 'stands after no example'],
])('a marker %s is an error', (_title, text, message) => {
  expect(() => examplesOf('page.md', text)).toThrow(message);
});

test('a block that never ends is an error', () => {
  expect(() => examplesOf('page.md', page('~~~ts', 'a;'))).toThrow('page.md:1: the block has no end.');
});
