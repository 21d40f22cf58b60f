import { readAdditionalConfigs } from '../../../lib/simulator/operator/additional-configs';

describe('additional configuration', () => {
  test.each([
    ['nothing', '', []],
    ['a comment', '# later', []],
    ['a list of maps', '- job_name: a\n- job_name: b', [{ job_name: 'a' }, { job_name: 'b' }]],
    ['an empty item', '- \n', [null]],
    ['JSON', '[{"job_name": "a"}]', [{ job_name: 'a' }]],
    ['the first of two documents', '- a: 1\n---\n- b: 2', [{ a: 1 }]],
  ])('may be %s', (_, text, items) => {
    expect(readAdditionalConfigs(text)).toEqual({ items });
  });

  test.each([
    ['a map', 'a: b', 'is no list'],
    ['a list of texts', '- a', 'has an item that is no map (item 0)'],
    ['no YAML', '- a: [', 'is no YAML (line 1 of the text)'],
  ])('may not be %s', (_, text, problem) => {
    expect(readAdditionalConfigs(text).problem).toBe(problem);
  });

  test('comes to an end on aliases of aliases', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `- &a${i + 1} { x: *a${i}, y: *a${i} }`);
    expect(readAdditionalConfigs(['- &a0 { z: 1 }', ...lines].join('\n'))).toEqual({ items: [] });
  });
});
