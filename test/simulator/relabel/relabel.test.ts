import * as fc from 'fast-check';
import { PROMETHEUS_2, PROMETHEUS_3 } from '../../../lib/simulator/relabel/dialect';
import { compileRules, relabel } from '../../../lib/simulator/relabel/relabel';
import { labelsOf, relabeled, rule } from './rules';

describe('replace', () => {
  test('joins the source labels with ";" and takes an absent one for empty', () => {
    expect(relabeled({ a: '1', c: '3' }, [{ sourceLabels: ['a', 'b', 'c'], targetLabel: 't' }])).toMatchObject({
      t: '1;;3',
    });
  });

  test('uses the separator that is given, even the empty one', () => {
    const config = { sourceLabels: ['a', 'b'], targetLabel: 't' };
    expect(relabeled({ a: '1', b: '2' }, [{ ...config, separator: '' }])).toMatchObject({ t: '12' });
  });

  test('writes the groups of the expression', () => {
    const config = {
      sourceLabels: ['__address__', 'port'],
      regex: '([^:]+)(?::\\d+)?;(\\d+)',
      replacement: '$1:$2',
      targetLabel: '__address__',
    };
    expect(relabeled({ __address__: '10.0.0.1:80', port: '9100' }, [config])).toMatchObject({
      __address__: '10.0.0.1:9100',
    });
  });

  test('does nothing when a part of the value only matches', () => {
    expect(relabeled({ a: 'xay' }, [{ sourceLabels: ['a'], regex: 'a', replacement: 'z', targetLabel: 't' }])).toEqual({
      a: 'xay',
    });
  });

  test('writes a fixed value where no label is read', () => {
    expect(relabeled({}, [{ targetLabel: 't', replacement: 'fixed' }])).toEqual({ t: 'fixed' });
  });

  test('deletes the label when the value comes out empty', () => {
    expect(relabeled({ a: '1', t: '2' }, [{ sourceLabels: ['b'], targetLabel: 't' }])).toEqual({ a: '1' });
  });

  test('names the label by a group', () => {
    const config = { sourceLabels: ['a'], regex: '(.+)=(.+)', targetLabel: 'x_$1', replacement: '$2' };
    expect(relabeled({ a: 'k=v' }, [config])).toMatchObject({ x_k: 'v' });
  });

  test('skips a label that no version allows, and one that Prometheus 2 does not', () => {
    const empty = [{ sourceLabels: ['a'], targetLabel: '$2' }];
    const spaced = [{ sourceLabels: ['a'], targetLabel: '$1' }];
    expect(relabeled({ a: 'x y' }, empty)).toEqual({ a: 'x y' });
    expect(relabeled({ a: 'x y' }, spaced, PROMETHEUS_2)).toEqual({ a: 'x y' });
    expect(relabeled({ a: 'x y' }, spaced, PROMETHEUS_3)).toEqual({ a: 'x y', 'x y': 'x y' });
  });

  test('lets a dot stand for a line break since Prometheus 3', () => {
    const config = [{ sourceLabels: ['a'], targetLabel: 't' }];
    expect(relabeled({ a: 'x\ny' }, config, PROMETHEUS_3)).toMatchObject({ t: 'x\ny' });
    expect(relabeled({ a: 'x\ny' }, config, PROMETHEUS_2)).toEqual({ a: 'x\ny' });
  });
});

describe('keep and drop', () => {
  const keep = { action: 'keep', sourceLabels: ['app', 'present'], regex: '(web|api);true' };

  test('keep what matches as a whole', () => {
    expect(relabeled({ app: 'api', present: 'true' }, [keep])).toBeDefined();
    expect(relabeled({ app: 'api2', present: 'true' }, [keep])).toBeUndefined();
  });

  test('drop the other half', () => {
    expect(relabeled({ app: 'api', present: 'true' }, [{ ...keep, action: 'drop' }])).toBeUndefined();
    expect(relabeled({ app: 'api2', present: 'true' }, [{ ...keep, action: 'Drop' }])).toBeDefined();
  });

  test('end the run at once, and name the rule', () => {
    const rules = [
      { action: 'drop', sourceLabels: ['a'], regex: 'x' },
      { targetLabel: 'a', replacement: 'y' },
    ].map(rule);
    const { compiled } = compileRules(rules, PROMETHEUS_3);
    expect(relabel(labelsOf({ a: 'x' }), compiled)).toEqual({ droppedBy: rules[0] });
  });

  test('see what earlier rules wrote', () => {
    const set = { targetLabel: 'a', replacement: 'y' };
    expect(relabeled({ a: 'x' }, [set, { action: 'keep', sourceLabels: ['a'], regex: 'y' }])).toEqual({ a: 'y' });
  });
});

describe('keepequal and dropequal', () => {
  const equal = { action: 'keepequal', sourceLabels: ['a', 'b'], targetLabel: 't' };

  test('compare the joined sources with the target label', () => {
    expect(relabeled({ a: '1', b: '2', t: '1;2' }, [equal])).toBeDefined();
    expect(relabeled({ a: '1', b: '2', t: '12' }, [equal])).toBeUndefined();
    expect(relabeled({ a: '1', b: '2', t: '1;2' }, [{ ...equal, action: 'DropEqual' }])).toBeUndefined();
    expect(relabeled({ a: '1', b: '2' }, [{ ...equal, action: 'dropequal' }])).toBeDefined();
  });
});

describe('labelmap, labeldrop and labelkeep', () => {
  test('labelmap copies a label to the name that the groups make', () => {
    expect(relabeled({ __meta_label_app: 'x' }, [{ action: 'labelmap', regex: '__meta_label_(.+)' }])).toEqual({
      __meta_label_app: 'x',
      app: 'x',
    });
  });

  test('labelmap looks at the labels as they were before', () => {
    expect(relabeled({ a: '1', xa: '2' }, [{ action: 'labelmap', regex: '(.*)', replacement: 'x$1' }])).toEqual({
      a: '1',
      xa: '1',
      xxa: '2',
    });
  });

  test('labeldrop and labelkeep look at whole names', () => {
    expect(relabeled({ a: '1', ab: '2' }, [{ action: 'labeldrop', regex: 'a' }])).toEqual({ ab: '2' });
    expect(relabeled({ a: '1', ab: '2' }, [{ action: 'labelkeep', regex: 'a' }])).toEqual({ a: '1' });
  });

  test('do not care about the order in which labels were set', () => {
    const names = fc.constantFrom('a', 'b', 'xa', 'xb', '__meta_a', '__meta_b');
    const action = fc.constantFrom('labelmap', 'labeldrop', 'labelkeep');
    const regex = fc.constantFrom('x(.+)', '__meta_(.+)', '(.).*', 'a|b', '.*(a)');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string()), fc.array(fc.record({ action, regex })), (labels, configs) => {
        const reversed = Object.fromEntries(Object.entries(labels).reverse());
        expect(relabeled(reversed, configs)).toEqual(relabeled(labels, configs));
      }),
    );
  });

  test('labelmap does nothing more when it runs again', () => {
    const prefix = fc.constantFrom('__meta_', '__meta_b');
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', '__meta_a', '__meta_bc', '__meta_d'), fc.string()),
        prefix,
        (l, p) => {
          const map = { action: 'labelmap', regex: `${p}(.+)` };
          expect(relabeled(l, [map, map])).toEqual(relabeled(l, [map]));
        },
      ),
    );
  });
});

describe('lowercase and uppercase', () => {
  test('write the joined sources', () => {
    const config = { sourceLabels: ['a', 'b'], targetLabel: 't' };
    expect(relabeled({ a: 'Ab', b: 'É' }, [{ ...config, action: 'lowercase' }])).toMatchObject({ t: 'ab;é' });
    expect(relabeled({ a: 'Ab', b: 'é' }, [{ ...config, action: 'Uppercase' }])).toMatchObject({ t: 'AB;É' });
  });
});

describe('hashmod', () => {
  test('writes the bucket in decimal, also of nothing', () => {
    const config = { action: 'hashmod', sourceLabels: ['__address__'], targetLabel: '__tmp_hash', modulus: 3 };
    expect(relabeled({ __address__: '10.0.0.1:9090' }, [config])).toMatchObject({ __tmp_hash: '0' });
    expect(relabeled({}, [config])).toEqual({ __tmp_hash: '1' });
  });

  test('puts every target into exactly one shard', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 9 }), (address, shards) => {
        const hash = { action: 'hashmod', sourceLabels: ['a'], targetLabel: 'h', modulus: shards };
        const kept = Array.from({ length: shards }, (_, shard) =>
          relabeled({ a: address }, [hash, { action: 'keep', sourceLabels: ['h'], regex: String(shard) }]),
        );
        expect(kept.filter((labels) => labels !== undefined)).toHaveLength(1);
      }),
    );
  });
});

describe('any rule', () => {
  test('leaves the labels alone that it is given', () => {
    const labels = Object.freeze(labelsOf({ a: '1', b: '2' }));
    const { compiled } = compileRules(
      [{ action: 'labelkeep', regex: 'a' }, { targetLabel: 'c' }].map(rule),
      PROMETHEUS_3,
    );
    expect(relabel(labels, compiled)).toEqual({ labels: { a: '1' } });
    expect(labels).toEqual({ a: '1', b: '2' });
  });

  test('takes names of JavaScript objects for labels like any other', () => {
    expect(relabeled({}, [{ sourceLabels: ['constructor', 'toString'], separator: '', targetLabel: 't' }])).toEqual({});
    const { compiled } = compileRules([rule({ targetLabel: '__proto__', replacement: 'x' })], PROMETHEUS_3);
    expect(Object.entries((relabel(labelsOf({}), compiled) as any).labels)).toEqual([['__proto__', 'x']]);
  });

  test('is refused with the field at fault when Prometheus could not run it', () => {
    const configs = [{ regex: '(' }, { action: 'hashmod' }, { action: 'Nonsense' }, { targetLabel: 'ok' }];
    const { compiled, invalid } = compileRules(configs.map(rule), PROMETHEUS_3);
    expect(invalid.map(({ field }) => field)).toEqual(['regex', 'modulus', 'action']);
    expect(compiled).toHaveLength(1);
  });

  test('is kept or dropped, never both and never neither', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ';', '\n', 'é') });
    const regex = fc.constantFrom('a.*', '(a|b)', '[^a]*', '', '(?i)É', '(a|b);(.+)', '.', '\\w+');
    fc.assert(
      fc.property(text, regex, fc.constantFrom(PROMETHEUS_2, PROMETHEUS_3), (value, expression, dialect) => {
        const kept = (action: string) =>
          relabeled({ a: value }, [{ action, sourceLabels: ['a'], regex: expression }], dialect);
        expect(kept('keep') === undefined).toBe(kept('drop') !== undefined);
      }),
    );
  });
});
