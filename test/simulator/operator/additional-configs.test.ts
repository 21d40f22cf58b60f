import { readAdditionalConfigs, whyNotSharded } from '../../../lib/simulator/operator/additional-configs';

describe('additional configuration', () => {
  test.each([
    ['nothing', '', []],
    ['a comment', '# later', []],
    ['a list of maps', '- job_name: a\n- job_name: b', [{ job_name: 'a' }, { job_name: 'b' }]],
    ['an empty item', '- \n', [null]],
    ['JSON', '[{"job_name": "a"}]', [{ job_name: 'a' }]],
    ['a list of lists of pairs', '- [{ key: job_name, value: a }]\n- []', [{ job_name: 'a' }, {}]],
    ['the first of two documents', '- a: 1\n---\n- b: 2', [{ a: 1 }]],
  ])('may be %s', (_, text, items) => {
    expect(readAdditionalConfigs(text)).toEqual({ items });
  });

  test.each([
    ['a map', 'a: b', 'is no list'],
    ['a list of texts', '- a', 'has an item that is no map (item 0)'],
    ['a list of lists of texts', '- [a]', 'has an item that is no map (item 0)'],
    ['no YAML', '- a: [', 'is no YAML (line 1 of the text)'],
  ])('may not be %s', (_, text, problem) => {
    expect(readAdditionalConfigs(text).problem).toBe(problem);
  });

  test.each([
    ['a map', { relabel_configs: {} }],
    ['a list of texts', { relabel_configs: ['keep'] }],
    ['a list of nothing', { relabel_configs: [null] }],
    ['nothing', { relabel_configs: null }],
  ])('has no place for the rules of shards where relabelings are %s', (_, job) => {
    expect(whyNotSharded([{ job_name: 'fine' }, job])).toMatch(/no list of maps \(item 1\)/);
  });

  test('has a place for the rules of shards in jobs without relabelings, or with a list of them', () => {
    expect(
      whyNotSharded([null, {}, { relabel_configs: [] }, { relabel_configs: [{ action: 'keep' }] }]),
    ).toBeUndefined();
  });

  test('comes to an end on aliases of aliases', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `- &a${i + 1} { x: *a${i}, y: *a${i} }`);
    expect(readAdditionalConfigs(['- &a0 { z: 1 }', ...lines].join('\n'))).toEqual({ items: [] });
  });
});
