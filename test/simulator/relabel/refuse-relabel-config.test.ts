import { type RefusalRules, refuseRelabelConfig } from '../../../lib/simulator/relabel/refuse-relabel-config';
import type { RelabelConfig } from '../../../lib/simulator/relabel/to-rule';

const OLD: RefusalRules = { version: '2.53.3', read: 'legacy', written: 'legacy', whose: 'Prometheus 2.53.3' };
const NEW: RefusalRules = { version: '3.15.0', read: 'utf8', written: 'utf8', whose: '' };
const LEGACY: RefusalRules = { ...NEW, written: 'legacy', whose: 'nameValidationScheme "Legacy"' };

type Case = readonly [title: string, config: RelabelConfig, field: string, rules?: RefusalRules];

const fields = (config: RelabelConfig, rules = NEW) => refuseRelabelConfig(config, rules).map(({ field }) => field);

describe('Prometheus refuses', () => {
  const refused: readonly Case[] = [
    ['an unknown action', { action: 'vanish' }, 'action'],
    [
      'an action that it is too old for',
      { action: 'uppercase', targetLabel: 'a' },
      'action',
      { ...OLD, version: '2.35.0' },
    ],
    ['an empty source label', { action: 'keep', sourceLabels: ['a', ''] }, 'sourceLabels[1]'],
    ['a source label with a dot, of version 2', { action: 'keep', sourceLabels: ['a.b'] }, 'sourceLabels[0]', OLD],
    ['no regular expression', { action: 'keep', regex: '(' }, 'regex'],
    ['the default one spelled out beside keepequal', { action: 'keepequal', targetLabel: 'a', regex: '(.*)' }, 'regex'],
    ['no target', {}, 'targetLabel'],
    ['a target with a dot, under the old scheme', { targetLabel: 'a.b' }, 'targetLabel', LEGACY],
    ['a target with a variable and a dot, of version 2', { targetLabel: 'a.$1' }, 'targetLabel', OLD],
    ['a new name with a dot, under the old scheme', { action: 'labelmap', replacement: 'a.$1' }, 'replacement', LEGACY],
    ['no buckets', { action: 'hashmod', targetLabel: 'a' }, 'modulus'],
    ['a replacement beside lowercase', { action: 'lowercase', targetLabel: 'a', replacement: 'b' }, 'replacement'],
    ['a label to write beside labeldrop', { action: 'labeldrop', targetLabel: 'a' }, 'targetLabel'],
  ];
  test.each(refused.map(([title, ...rest]) => ({ title, rest })))('$title', ({ rest: [config, field, rules] }) => {
    expect(fields(config, rules)).toEqual([field]);
  });

  const taken: readonly (readonly [title: string, config: RelabelConfig, rules?: RefusalRules])[] = [
    ['a target with a variable, of version 2', { targetLabel: 'a_$1' }, OLD],
    ['a source label with a dot, under the old scheme', { action: 'keep', sourceLabels: ['a.b'] }, LEGACY],
    ['the default regular expression beside keep', { action: 'keep', regex: '(.*)' }],
    ['labelmap without a replacement', { action: 'labelmap', regex: 'a_(.*)' }, OLD],
    ['an action in capitals', { action: 'LabelDrop', regex: 'a' }],
  ];
  test.each(taken.map(([title, ...rest]) => ({ title, rest })))('no rule with $title', ({ rest: [config, rules] }) => {
    expect(fields(config, rules)).toEqual([]);
  });
});
