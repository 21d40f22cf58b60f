import { LabelOperator } from '../../lib/selection/label-requirement';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';

describe('NamespaceSelector', () => {
  test('an absent selector reaches the namespace of the Prometheus and no other', () => {
    const selector = NamespaceSelector.own();
    expect(selector.ownNamespaceOnly).toBe(true);
    expect(selector.matches('monitoring', 'monitoring')).toBe(true);
    expect(selector.matches('shop', 'monitoring')).toBe(false);
    expect(selector.toManifest()).toBeUndefined();
  });

  test('an empty selector reaches every namespace', () => {
    expect(NamespaceSelector.all().matches('shop', 'monitoring')).toBe(true);
    expect(NamespaceSelector.all().ownNamespaceOnly).toBe(false);
    expect(NamespaceSelector.all().toManifest()).toEqual({});
  });

  test('selects by name through the label that Kubernetes sets', () => {
    const selector = NamespaceSelector.names('shop', 'blog');
    expect(selector.matches('shop', 'monitoring')).toBe(true);
    expect(selector.matches('monitoring', 'monitoring')).toBe(false);
    expect(selector.decidingLabels).toEqual([]);
    expect(selector.toManifest()).toEqual({
      matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop', 'blog'] }],
    });
  });

  test('cannot be fooled by a Namespace that claims another name', () => {
    expect(NamespaceSelector.names('shop').matches('blog', 'x', { 'kubernetes.io/metadata.name': 'shop' })).toBe(false);
  });

  test('selects by labels of the Namespace, and says which ones decide', () => {
    const selector = NamespaceSelector.of({
      matchLabels: { monitored: 'yes' },
      matchExpressions: [{ key: 'team', operator: LabelOperator.EXISTS }],
    });
    expect(selector.decidingLabels).toEqual(['monitored', 'team']);
    expect(selector.matches('shop', 'monitoring', { monitored: 'yes', team: 'a' })).toBe(true);
    expect(selector.matches('shop', 'monitoring', { monitored: 'yes' })).toBe(false);
    expect(NamespaceSelector.matchLabels({ monitored: 'yes' }).matches('shop', 'x', { monitored: 'yes' })).toBe(true);
  });

  test('refuses to select by no name', () => {
    expect(() => NamespaceSelector.names()).toThrow(
      'NamespaceSelector.names: no name is given, so no namespace would be searched. Fix: name at least one namespace, or use NamespaceSelector.all() or own().',
    );
  });
});
