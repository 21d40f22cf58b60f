import type { Draft, Labels } from './cluster';
import type { Random } from './random';

/** What a selector asks for; the forms that coverage counts. */
export type SelectorForm = 'matchLabels' | 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'empty' | 'several';

/** A selector in one of all forms that takes these labels. */
export function selectorFor(random: Random, labels: Labels, form: SelectorForm = formOf(random)): Draft['spec'] {
  const entries = Object.entries(labels);
  if (entries.length === 0 && (form === 'matchLabels' || form === 'In' || form === 'Exists')) {
    return selectorFor(random, labels, random.one(['NotIn', 'DoesNotExist', 'empty'] as const));
  }
  const [key, value] = entries.length === 0 ? ['app', ''] : random.one(entries);
  switch (form) {
    case 'matchLabels':
      return { matchLabels: random.chance(0.75) ? { [key]: value } : { ...labels } };
    case 'In':
      return expressions({ key, operator: 'In', values: random.shuffled([value, ...random.some(['other', 'third'])]) });
    case 'NotIn':
      return expressions({ key: random.one([key, 'app', 'tier']), operator: 'NotIn', values: ['other', 'third'] });
    case 'Exists':
      return expressions({ key, operator: 'Exists' });
    case 'DoesNotExist':
      return expressions({ key: random.one(['legacy', 'example.com/ignore']), operator: 'DoesNotExist' });
    case 'empty':
      return random.one([{}, { matchLabels: {} }]);
    case 'several':
      return {
        ...(entries.length === 0 ? {} : { matchLabels: { [key]: value } }),
        matchExpressions: random
          .sample(['NotIn', 'DoesNotExist', ...(entries.length === 0 ? [] : ['Exists', 'In'])] as SelectorForm[], 2)
          .flatMap((one) => selectorFor(random, labels, one).matchExpressions),
      };
  }
}

function formOf(random: Random): SelectorForm {
  return random.weighted<SelectorForm>([
    [46, 'matchLabels'],
    [12, 'In'],
    [9, 'NotIn'],
    [10, 'Exists'],
    [7, 'DoesNotExist'],
    [7, 'empty'],
    [9, 'several'],
  ]);
}

function expressions(...matchExpressions: object[]): Draft['spec'] {
  return { matchExpressions };
}
