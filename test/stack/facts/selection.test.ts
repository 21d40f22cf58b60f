import {
  parseSelector,
  renderedNamespaceSelector,
  renderedSelector,
  SELECTED_KINDS,
  type SelectorProblem,
  truthy,
} from '../../../lib/stack/facts/selection';

const RELEASE = { matchLabels: { release: 'kps' } };
const TEAM = { matchLabels: { team: 'a' } };

describe.each(SELECTED_KINDS)('selection of %s', (kind) => {
  const absentable = kind === 'rule' || kind === 'scrapeConfig';

  test.each([[{}], [null], [undefined]])('asks for the release label when the selector is %j', (selector) => {
    expect(renderedSelector(kind, selector, true, 'kps')).toEqual(RELEASE);
  });

  test.each([[false], [null], [0], ['']])('takes everything when the selector is {} and the switch is %j', (off) => {
    expect(renderedSelector(kind, {}, off, 'kps')).toEqual({});
  });

  test(`${absentable ? 'takes nothing' : 'takes everything'} when the selector is null and the switch is off`, () => {
    expect(renderedSelector(kind, null, false, 'kps')).toEqual(absentable ? undefined : {});
  });

  test.each([[true], [false]])('takes a selector as it is when the switch is %j', (usesHelmValues) => {
    expect(renderedSelector(kind, TEAM, usesHelmValues, 'kps')).toEqual(TEAM);
  });

  test.each([[{ matchLabels: null }], [{ matchLabels: {} }]])('takes %j for a selector, which matches all', (all) => {
    const rendered = renderedSelector(kind, all, true, 'kps');
    expect(rendered).toEqual(all);
    expect(parseSelector(rendered, [])).toEqual({ matchLabels: {}, matchExpressions: [] });
  });

  test('takes the text "false" for true, as templates do', () => {
    expect(renderedSelector(kind, {}, 'false', 'kps')).toEqual(RELEASE);
  });

  test('looks in all namespaces by default', () => {
    expect(renderedNamespaceSelector(kind, {})).toEqual({});
  });

  test('keeps a namespace selector as it is', () => {
    expect(renderedNamespaceSelector(kind, TEAM)).toEqual(TEAM);
  });

  const own = kind === 'scrapeConfig';
  test(`looks in ${own ? 'its own namespace' : 'all namespaces'} when the namespace selector is null`, () => {
    expect(renderedNamespaceSelector(kind, null)).toEqual(own ? undefined : {});
  });
});

describe('truth in templates', () => {
  test.each([[undefined], [null], [false], [0], [''], [[]], [{}]])('is false for %j', (value) => {
    expect(truthy(value)).toBe(false);
  });

  test.each([[true], [1], ['false'], ['0'], [[0]], [{ a: null }]])('is true for %j', (value) => {
    expect(truthy(value)).toBe(true);
  });
});

describe('reading a selector', () => {
  test('keeps labels and expressions', () => {
    const problems: SelectorProblem[] = [];
    const selector = {
      matchLabels: { team: 'a' },
      matchExpressions: [
        { key: 'tier', operator: 'In', values: ['x', 'y'] },
        { key: 'old', operator: 'DoesNotExist' },
      ],
    };
    expect(parseSelector(selector, problems)).toEqual(selector);
    expect(problems).toEqual([]);
  });

  test.each<[string, any, (string | number)[]]>([
    ['a field of another type of selector', { any: true }, ['any']],
    ['matchNames, which belong to monitors', { matchNames: ['a'] }, ['matchNames']],
    ['a label that is no string', { matchLabels: { shard: 1 } }, ['matchLabels', 'shard']],
    ['labels in a list', { matchLabels: ['a'] }, ['matchLabels']],
    [
      'an unknown operator',
      { matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] },
      ['matchExpressions', 0],
    ],
    ['In without values', { matchExpressions: [{ key: 'a', operator: 'In' }] }, ['matchExpressions', 0]],
    [
      'Exists with values',
      { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] },
      ['matchExpressions', 0],
    ],
    ['expressions outside a list', { matchExpressions: { key: 'a', operator: 'Exists' } }, ['matchExpressions', 0]],
    ['a text', 'release=kps', []],
  ])('refuses %s', (_title, selector, steps) => {
    const problems: SelectorProblem[] = [];
    parseSelector(selector, problems);
    expect(problems.map((problem) => problem.steps)).toEqual([steps]);
  });
});
