// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Go templates, not of JavaScript
import type { RelabelConfig } from '../../../lib/simulator/relabel/to-rule';
import { validateRelabelConfig } from '../../../lib/simulator/relabel/validate-relabel-config';

const fields = (config: RelabelConfig, version = '3.13.1') =>
  validateRelabelConfig(config, version).map(({ field }) => field);

const rejected: [title: string, config: RelabelConfig, expected: string[], version?: string][] = [
  ['a case action before 2.36', { action: 'Lowercase', targetLabel: 'a' }, ['action'], 'v2.35.9'],
  ['an equal action before 2.41', { action: 'keepequal', targetLabel: 'a' }, ['action'], '2.40.7'],
  ['a pre-release of the version that is needed', { action: 'DropEqual', targetLabel: 'a' }, ['action'], '2.41.0-rc.0'],
  ['look-ahead', { action: 'keep', regex: '(?=a)' }, ['regex']],
  ['hashmod without a modulus', { action: 'HashMod', targetLabel: 'a' }, ['modulus']],
  ['replace without a target', {}, ['targetLabel']],
  ['a dot in a target before 3.0', { targetLabel: 'a.b' }, ['targetLabel'], '2.55.1'],
  ['a variable in a target before 3.0', { targetLabel: 'a_$1' }, ['targetLabel'], '2.55.1'],
  ['an empty new name', { action: 'labelmap', replacement: '' }, ['replacement']],
  ['a new name with a dot before 3.0', { action: 'labelmap', replacement: 'a.$1' }, ['replacement'], '2.55.1'],
  ['a replacement of a case action', { action: 'uppercase', targetLabel: 'a', replacement: 'x' }, ['replacement']],
  ['a regex of an equal action', { action: 'keepequal', targetLabel: 'a', regex: 'x' }, ['regex']],
  [
    'all that labeldrop does not read, at once',
    { action: 'labeldrop', sourceLabels: ['a'], separator: '', modulus: 1, targetLabel: 'b', replacement: '' },
    ['sourceLabels', 'separator', 'modulus', 'targetLabel', 'replacement'],
  ],
  ['several mistakes at once', { action: 'hashmod', regex: '(' }, ['regex', 'modulus', 'targetLabel']],
];

test.each(rejected.map(([title, ...rest]) => ({ title, rest })))(
  'flags $title',
  ({ rest: [config, expected, version] }) => {
    expect(fields(config, version)).toEqual(expected);
  },
);

const accepted: [title: string, config: RelabelConfig, version?: string][] = [
  ['a rule with the target only', { targetLabel: 'a' }],
  ['any text as a target since 3.0', { targetLabel: 'a b.é' }],
  ['a variable in a target since 3.0', { targetLabel: 'a_$1' }, '3.0.0'],
  ['a variable in a new name before 3.0', { action: 'labelmap', replacement: '${1}_$2x' }, '2.55.1'],
  [
    'defaults that are written out',
    { action: 'keepequal', targetLabel: 'a', regex: '(.*)', separator: ';', replacement: '$1' },
  ],
  ['source labels that no version allows', { sourceLabels: ['a-b'], targetLabel: 'a' }, '2.55.1'],
  ['a negative modulus, which the API server refuses', { action: 'hashmod', targetLabel: 'a', modulus: -1 }],
  ['two groups of one name', { targetLabel: 'a', regex: '(?P<n>a)(?P<n>b)' }],
  ['a short version', { action: 'lowercase', targetLabel: 'a' }, 'v3'],
];

test.each(accepted.map(([title, ...rest]) => ({ title, rest })))('accepts $title', ({ rest: [config, version] }) => {
  expect(fields(config, version)).toEqual([]);
});

test('says what is wrong and what to do', () => {
  expect(validateRelabelConfig({ targetLabel: 'pod.name' }, '2.55.1')).toEqual([
    {
      field: 'targetLabel',
      message: '"pod.name" is no label name for Prometheus 2.55.1.',
      fix: 'use letters, digits and "_", not beginning with a digit, or raise spec.version of the Prometheus object to 3.0.0 or later.',
    },
  ]);
});

test('comes to an end on a long replacement', () => {
  expect(fields({ action: 'labelmap', replacement: `${'$aaa'.repeat(5_000)}!` }, '2.55.1')).toEqual(['replacement']);
});
