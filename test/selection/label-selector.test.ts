import { LabelOperator } from '../../lib/selection/label-requirement';
import { LabelSelector } from '../../lib/selection/label-selector';

describe('LabelSelector', () => {
  test('an empty selector takes every object, even one without labels', () => {
    expect(LabelSelector.everything().matches({})).toBe(true);
    expect(LabelSelector.everything().selectsNothing).toBe(false);
    expect(LabelSelector.everything().toManifest()).toEqual({});
  });

  test('an absent selector takes no object at all', () => {
    expect(LabelSelector.nothing().matches({ any: 'label' })).toBe(false);
    expect(LabelSelector.nothing().selectsNothing).toBe(true);
    expect(LabelSelector.nothing().toManifest()).toBeUndefined();
  });

  test('asks for all of several labels, and lets others be', () => {
    const selector = LabelSelector.matchLabels({ release: 'stack', team: 'shop' });
    expect(selector.matches({ release: 'stack', team: 'shop', more: 'x' })).toBe(true);
    expect(selector.matches({ release: 'stack' })).toBe(false);
    expect(selector.matches({ release: 'stack', team: 'other' })).toBe(false);
  });

  test('asks for labels and expressions alike', () => {
    const selector = LabelSelector.of({
      matchLabels: { release: 'stack' },
      matchExpressions: [{ key: 'tier', operator: LabelOperator.NOT_IN, values: ['test'] }],
    });
    expect(selector.matches({ release: 'stack' })).toBe(true);
    expect(selector.matches({ release: 'stack', tier: 'test' })).toBe(false);
    expect(selector.matches({ tier: 'prod' })).toBe(false);
  });

  test('renders both parts as a manifest has them', () => {
    const selector = LabelSelector.of({
      matchLabels: { release: 'stack' },
      matchExpressions: [
        { key: 'tier', operator: LabelOperator.IN, values: ['a', 'b'] },
        { key: 'legacy', operator: LabelOperator.DOES_NOT_EXIST },
      ],
    });
    expect(selector.toManifest()).toEqual({
      matchLabels: { release: 'stack' },
      matchExpressions: [
        { key: 'tier', operator: 'In', values: ['a', 'b'] },
        { key: 'legacy', operator: 'DoesNotExist' },
      ],
    });
  });

  test('does not change when the given labels do', () => {
    const labels = { release: 'stack' };
    const selector = LabelSelector.matchLabels(labels);
    labels.release = 'other';
    expect(selector.requiredLabels).toEqual({ release: 'stack' });
  });

  test.each([LabelOperator.IN, LabelOperator.NOT_IN])('refuses %s without values', (operator) => {
    expect(() => LabelSelector.of({ matchExpressions: [{ key: 'tier', operator }] })).toThrow(
      `matchExpressions: "tier" ${operator} has no values, which Kubernetes refuses. Fix: give at least one value.`,
    );
  });

  test.each([LabelOperator.EXISTS, LabelOperator.DOES_NOT_EXIST])('refuses %s with values', (operator) => {
    expect(() => LabelSelector.of({ matchExpressions: [{ key: 'tier', operator, values: ['a'] }] })).toThrow(
      `matchExpressions: "tier" ${operator} has the values "a", which Kubernetes refuses. Fix: leave out the values`,
    );
  });
});
