import { stackObjects } from '../../../lib/simulator/stack/stack-objects';
import { stackOf, stackOfValuesFile } from '../../../lib/simulator/stack/stack-of';
import { VALUES_HEADER, valuesSubject } from '../../../lib/stack/values-header';
import { parseYaml } from './fixtures';

describe('stackOf', () => {
  test.each([
    ['kps', 'kps', 'default'],
    ['kps/monitoring', 'kps', 'monitoring'],
    ['a.b/monitoring', 'a.b', 'monitoring'],
  ])('reads %s', (text, release, namespace) => {
    expect(stackOf(text)).toMatchObject({ stack: { release, namespace, values: {} }, problems: [] });
  });

  test.each(['', '/', 'a/', '/a', 'a/b/c', 'A', 'a_b', '-a', 'a b/c', 'x'.repeat(54), `a/${'x'.repeat(64)}`])(
    'refuses "%s"',
    (text) => {
      const { stack, problems } = stackOf(text);
      expect(stack).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
    },
  );

  test('merges files as Helm does: maps key by key, lists replaced, null kept for the default that it removes', () => {
    const files = [
      { a: { b: 1, c: 2 }, list: [1, 2] },
      { a: { c: null, d: 4 }, list: [3] },
    ].map((values, index) => ({ values, source: { file: `${index}.yaml` } }));
    expect(stackOf('kps', files)).toMatchObject({
      stack: { values: { a: { b: 1, c: null, d: 4 }, list: [3] }, source: { file: '1.yaml' } },
      problems: [],
    });
  });

  test('takes an empty file for no values, and names a file that is no map', () => {
    const files = [null, ['a']].map((values, index) => ({ values, source: { file: `${index}.yaml` } }));
    expect(stackOf('kps', files)).toMatchObject({
      stack: { values: {} },
      problems: [{ code: 'stack/bad-values', message: expect.stringContaining('1.yaml'), source: { file: '1.yaml' } }],
    });
  });
});

describe('stackOfValuesFile', () => {
  const header = VALUES_HEADER + valuesSubject({ release: 'kps', namespace: 'prom', chartVersion: '88.5.3' });

  test('reads what the first line says, and the values below', () => {
    const text = `${header}\n# more\nprometheus:\n  agentMode: true\n`;
    const { stack, problems } = stackOfValuesFile(text, { file: 'kps.values' }, parseYaml);
    expect(problems).toEqual([]);
    expect(stack).toMatchObject({
      release: 'kps',
      namespace: 'prom',
      chartVersion: '88.5.3',
      values: { prometheus: { agentMode: true } },
      source: { file: 'kps.values' },
    });
    expect(stack && stackObjects(stack)[0].object.kind).toBe('PrometheusAgent');
  });

  test.each([header, `${header}\n`, `\uFEFF${header}\r\n{}\r\n`])('reads one without values', (text) => {
    expect(stackOfValuesFile(text, {}, parseYaml)).toMatchObject({
      stack: { release: 'kps', values: {} },
      problems: [],
    });
  });

  test.each(['', 'a: 1', `\n${header}`, '# Helm values of release kps', `${header} and more\n`])(
    'finds none in another text',
    (text) => {
      expect(stackOfValuesFile(text, {}, parseYaml)).toEqual({ stack: undefined, problems: [] });
    },
  );

  test('keeps the release where the values cannot be read, and says why', () => {
    expect(stackOfValuesFile(`${header}\na: [`, {}, parseYaml)).toMatchObject({
      stack: { values: {} },
      problems: [{ code: 'stack/bad-values' }],
    });
  });
});
