// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Go templates, not of JavaScript
import { compileTemplate } from '../../../lib/simulator/relabel/template';

/** What Go's `regexp.ExpandString` makes of a template, for `^(?s:(?P<n>.)(.)(x)?(?P<x_1>.))$` on "abc". */
test.each([
  ['$1', 'a'],
  ['${1}', 'a'],
  ['$0', 'abc'],
  ['$n', 'a'],
  ['${n}', 'a'],
  ['$x_1', 'c'],
  ['${x_1}-$1', 'c-a'],
  ['$1_x', ''],
  ['${1}_x', 'a_x'],
  ['$10', ''],
  ['${1}0', 'a0'],
  ['$01', ''],
  ['$3', ''],
  ['$9', ''],
  ['$99999999999', ''],
  ['$nobody', ''],
  ['$$', '$'],
  ['$$1', '$1'],
  ['$$$1', '$a'],
  ['$', '$'],
  ['$-', '$-'],
  ['x$', 'x$'],
  ['${', '${'],
  ['${}', '${}'],
  ['${1', '${1'],
  ['${ 1}', '${ 1}'],
  ['{$1}', '{a}'],
  ['$1é', ''],
  ['${1}é', 'aé'],
  ['$1.$2', 'a.b'],
  ['', ''],
])('%j becomes %j', (template, expected) => {
  const match = { groups: ['abc', 'a', 'b', undefined, 'c'], names: { n: [1], x_1: [4] } };
  expect(compileTemplate(template).expand(match)).toBe(expected);
});

test('knows where nothing depends on the match', () => {
  expect(compileTemplate('a$$b').constant).toBe('a$b');
  expect(compileTemplate('a$1').constant).toBeUndefined();
});
