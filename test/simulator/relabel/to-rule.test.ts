import { toRule } from '../../../lib/simulator/relabel/to-rule';

const origin = { reason: 'user', field: 'spec.endpoints[0].relabelings[1]' } as const;

test('fills in what Prometheus takes for absent fields', () => {
  expect(toRule({}, origin)).toEqual({
    action: 'replace',
    sourceLabels: [],
    separator: ';',
    regex: '(.*)',
    modulus: 0,
    targetLabel: '',
    replacement: '$1',
    origin,
  });
});

test('takes every field as it is given, and the action in lower case', () => {
  const config = { sourceLabels: ['a'], separator: '-', regex: 'x', modulus: 2, targetLabel: 't', replacement: 'r' };
  expect(toRule({ ...config, action: 'LabelMap' }, origin)).toEqual({ ...config, action: 'labelmap', origin });
});

test('keeps an empty separator and an empty replacement, but not an empty regex', () => {
  expect(toRule({ separator: '', replacement: '', regex: '', action: '' }, origin)).toMatchObject({
    action: 'replace',
    separator: '',
    replacement: '',
    regex: '(.*)',
  });
});
