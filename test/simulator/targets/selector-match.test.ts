import * as fc from 'fast-check';
import { sanitizeLabelName } from '../../../lib/simulator/discovery/meta-labels';
import { selectorRules } from '../../../lib/simulator/jobs/selector-rules';
import { dialectOf } from '../../../lib/simulator/relabel/dialect';
import { LabelBuilder } from '../../../lib/simulator/relabel/label-builder';
import { applyRules, compileRules } from '../../../lib/simulator/relabel/relabel';
import type { Labels } from '../../../lib/simulator/relabel/relabel-rule';
import { SelectorMatch, sanitizedLabels } from '../../../lib/simulator/targets/selector-match';
import { labels, selector } from '../arbitrary-objects';

const PREFIX = '__meta_kubernetes_service_';

/** What service discovery makes of labels. */
function metaLabels(own: Labels): Labels {
  const meta: Labels = {};
  for (const key of Object.keys(own).sort()) {
    const name = sanitizeLabelName(key);
    meta[`${PREFIX}labelpresent_${name}`] = 'true';
    if (own[key] !== '') {
      meta[`${PREFIX}label_${name}`] = own[key];
    }
  }
  return meta;
}

function keptByRules(wanted: any, own: Labels): boolean {
  const { compiled, invalid } = compileRules(selectorRules(wanted, PREFIX), dialectOf('v3.13.1'));
  expect(invalid).toEqual([]);
  return applyRules(new LabelBuilder(metaLabels(own)), compiled) === undefined;
}

function taken(wanted: any, own: Labels, opaque: string[] = []): boolean {
  return new SelectorMatch(wanted).takes(sanitizedLabels(own), new Set(opaque));
}

describe('SelectorMatch', () => {
  test('takes exactly what the relabel rules of the Operator keep', () => {
    fc.assert(
      fc.property(selector, labels, (wanted, own) => {
        expect(taken(wanted, own)).toBe(keptByRules(wanted, own));
      }),
      { numRuns: 2000 },
    );
  });

  test('takes what an index by its requirements cannot leave out', () => {
    fc.assert(
      fc.property(selector, labels, (wanted, own) => {
        const match = new SelectorMatch(wanted);
        const sanitized = sanitizedLabels(own);
        fc.pre(match.takes(sanitized));
        for (const { key, operator, values = [] } of match.requirements) {
          expect(sanitized).toHaveProperty([key]);
          expect(operator === 'In' ? values : [sanitized[key]]).toContain(sanitized[key]);
        }
      }),
    );
  });

  test('reads values as regular expressions', () => {
    expect(taken({ matchLabels: { version: '1.2' } }, { version: '1x2' })).toBe(true);
    expect(taken({ matchLabels: { version: '1-2' } }, { version: '1x2' })).toBe(false);
  });

  test('takes keys for one that are the same once they are sanitized', () => {
    expect(taken({ matchLabels: { 'a.b': 'x' } }, { 'a-b': 'x' })).toBe(true);
  });

  test('takes a label of unknown value for any value, and never for absent', () => {
    const own = { hash: 'xxxxx' };
    expect(taken({ matchLabels: { hash: 'abc' } }, own, ['hash'])).toBe(true);
    expect(taken({ matchExpressions: [{ key: 'hash', operator: 'NotIn', values: ['xxxxx'] }] }, own, ['hash'])).toBe(
      true,
    );
    expect(taken({ matchExpressions: [{ key: 'hash', operator: 'DoesNotExist' }] }, own, ['hash'])).toBe(false);
  });

  test.each([undefined, null, {}])('takes everything for %p', (wanted) => {
    expect(taken(wanted, {})).toBe(true);
  });
});
