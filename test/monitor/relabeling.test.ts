import fc from 'fast-check';
import { Relabeling } from '../../lib/monitor/relabeling';

type Labels = { [name: string]: string };

/**
 * What Prometheus does with a label set, in the few actions that the helpers combine.
 * Source: prometheus `model/relabel/relabel.go`.
 */
function relabel(labels: Labels, rules: Relabeling[]): Labels | undefined {
  let current: Labels = { ...labels };
  for (const rule of rules) {
    const {
      action,
      sourceLabels = [],
      separator = ';',
      regex = '(.*)',
      targetLabel,
      replacement = '$1',
    } = rule.toManifest();
    const anchored = new RegExp(`^(?:${regex})$`, 's');
    const value = sourceLabels.map((name: string) => current[name] ?? '').join(separator);
    const expand = (text: string) => text.replace(anchored, replacement);
    switch (action) {
      case 'keep':
      case 'drop':
        if (anchored.test(value) !== (action === 'keep')) {
          return undefined;
        }
        break;
      case 'replace':
        if (anchored.test(value)) {
          const { [targetLabel]: _old, ...rest } = current;
          current = expand(value) === '' ? rest : { ...rest, [targetLabel]: expand(value) };
        }
        break;
      case 'labeldrop':
        current = Object.fromEntries(Object.entries(current).filter(([name]) => !anchored.test(name)));
        break;
      case 'labelmap':
        for (const [name, v] of Object.entries(current)) {
          if (anchored.test(name)) {
            current[expand(name)] = v;
          }
        }
        break;
      default:
        throw new Error(`unknown action ${action}`);
    }
  }
  return current;
}

describe('what the helpers do to labels', () => {
  test('keep and drop are each other’s opposite', () => {
    const match = { sourceLabels: ['code'], regex: '5..' };
    expect(relabel({ code: '503' }, [Relabeling.keep(match)])).toEqual({ code: '503' });
    expect(relabel({ code: '200' }, [Relabeling.keep(match)])).toBeUndefined();
    expect(relabel({ code: '503' }, [Relabeling.drop(match)])).toBeUndefined();
    expect(relabel({ code: '200' }, [Relabeling.drop(match)])).toEqual({ code: '200' });
  });

  test('metrics are kept and dropped by their whole name', () => {
    const sample = { __name__: 'go_gc_duration_seconds' };
    expect(relabel(sample, [Relabeling.dropMetrics('go_.*')])).toBeUndefined();
    expect(relabel(sample, [Relabeling.dropMetrics('go')])).toEqual(sample);
    expect(relabel(sample, [Relabeling.keepMetrics('http_.*')])).toBeUndefined();
  });

  test('rename moves the value and leaves labels with a similar name alone', () => {
    expect(relabel({ a: '1', ab: '2' }, Relabeling.rename('a', 'b'))).toEqual({ b: '1', ab: '2' });
    // A dot is a wildcard unless it is escaped.
    expect(relabel({ 'a.c': '1', abc: '2' }, Relabeling.rename('a.c', 'b'))).toEqual({ b: '1', abc: '2' });
  });

  test('rename leaves the new name alone where the old one is not there', () => {
    expect(relabel({ b: 'old' }, Relabeling.rename('a', 'b'))).toEqual({ b: 'old' });
  });

  test('rename works for any name, and escapes nothing that RE2 would not understand', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        fc.pre(name !== 'renamed' && name !== '__proto__');
        const rules = Relabeling.rename(name, 'renamed');
        expect(relabel({ [name]: 'v', other: 'x' }, rules)).toEqual(
          name === 'other' ? { renamed: 'v' } : { renamed: 'v', other: 'x' },
        );
        // RE2 takes a backslash before ASCII punctuation only.
        expect(rules[1].toManifest().regex).not.toMatch(/\\[^!-/:-@[-`{-~]/);
      }),
    );
  });

  test('set writes a fixed value', () => {
    expect(relabel({}, [Relabeling.set('team', 'shop')])).toEqual({ team: 'shop' });
  });

  test('copy keeps the first label', () => {
    expect(relabel({ a: '1' }, [Relabeling.copy('a', 'b')])).toEqual({ a: '1', b: '1' });
  });

  test('labelMap strips a prefix, or renames by a pattern', () => {
    const labels = { __meta_kubernetes_pod_label_app: 'web' };
    expect(relabel(labels, [Relabeling.labelMap('__meta_kubernetes_pod_label_(.+)')])).toMatchObject({ app: 'web' });
    expect(relabel(labels, [Relabeling.labelMap('__meta_kubernetes_pod_label_(.+)', 'pod_$1')])).toMatchObject({
      pod_app: 'web',
    });
  });
});

test.each<[string, Relabeling, any]>([
  ['keep', Relabeling.keep({ sourceLabels: ['a'], regex: 'x', separator: ',' }), { regex: 'x', separator: ',' }],
  ['replace', Relabeling.replace({ targetLabel: 'b', sourceLabels: ['a'], replacement: '$1-x' }), { targetLabel: 'b' }],
  ['labeldrop', Relabeling.labelDrop('x_.*'), { regex: 'x_.*' }],
  ['labelkeep', Relabeling.labelKeep('x_.*'), { regex: 'x_.*' }],
  ['lowercase', Relabeling.lowercase('a', 'b'), { sourceLabels: ['a'], targetLabel: 'b' }],
  ['uppercase', Relabeling.uppercase('a', 'b'), { sourceLabels: ['a'], targetLabel: 'b' }],
  ['keepequal', Relabeling.keepEqual('a', 'b'), { sourceLabels: ['a'], targetLabel: 'b' }],
  ['dropequal', Relabeling.dropEqual('a', 'b'), { sourceLabels: ['a'], targetLabel: 'b' }],
  ['hashmod', Relabeling.hashMod({ sourceLabels: ['a'], targetLabel: 'b', modulus: 1 }), { modulus: 1 }],
])('%s renders its action and its fields', (action, rule, fields) => {
  expect(rule.toManifest()).toMatchObject({ action, ...fields });
});

describe('what the Operator would reject', () => {
  test.each([0, -1, 1.5, Number.NaN])('a modulus of %d', (modulus) => {
    expect(() => Relabeling.hashMod({ sourceLabels: ['a'], targetLabel: 'b', modulus })).toThrow(
      `Relabeling.hashMod: modulus ${modulus} is not a whole number of at least 1, and the Operator rejects a monitor with it. Fix: give the number of buckets.`,
    );
  });

  test('a target label without a name', () => {
    expect(() => Relabeling.set('', 'x')).toThrow(
      'Relabeling.replace: targetLabel is empty, and the Operator rejects a monitor with it. Fix: name the label to write.',
    );
  });

  test('no source labels', () => {
    expect(() => Relabeling.keep({ sourceLabels: [] })).toThrow(
      'Relabeling.keep: sourceLabels is empty, so the rule would compare an empty text. Fix: name the labels to look at.',
    );
  });

  test.each([
    ['an unclosed group', '(a'],
    ['a look-ahead', 'a(?!b)'],
    ['a look-behind', '(?<=a)b'],
    ['a back-reference', '(a)\\1'],
  ])('a regex that RE2 does not read: %s', (_title, regex) => {
    expect(() => Relabeling.drop({ sourceLabels: ['a'], regex })).toThrow(`Relabeling.drop: regex "${regex}"`);
    expect(() => Relabeling.labelMap(regex)).toThrow(`Relabeling.labelmap: regex "${regex}"`);
  });

  test.each([
    '(?i)warn|error',
    '(?P<team>[a-z]+)-.*',
    '[[:alpha:]]+',
    '\\pN+',
    'a\\.b',
    '(?s:.*)',
    'x{2,3}?',
    '\\Qa(b\\E',
  ])('not a regex that RE2 reads and JavaScript does not, or not in the same way: %s', (regex) => {
    expect(() => Relabeling.drop({ sourceLabels: ['a'], regex })).not.toThrow();
  });
});
