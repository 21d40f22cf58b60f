import { OperatorScope } from '../../lib/selection/operator-scope';

describe('OperatorScope', () => {
  test('watches every namespace by default', () => {
    expect(OperatorScope.all().watches('shop')).toBe(true);
    expect(OperatorScope.all().describe()).toBe('all namespaces');
  });

  test('watches only what --namespaces lists', () => {
    const scope = OperatorScope.only('apps', 'monitoring');
    expect(scope.watches('apps')).toBe(true);
    expect(scope.watches('shop')).toBe(false);
    expect(scope.describe()).toBe('only apps, monitoring');
  });

  test('watches all but what --deny-namespaces lists', () => {
    const scope = OperatorScope.allExcept('kube-system');
    expect(scope.watches('shop')).toBe(true);
    expect(scope.watches('kube-system')).toBe(false);
    expect(scope.describe()).toBe('all but kube-system');
  });

  test('refuses an empty list of namespaces, which for the Operator means all of them', () => {
    expect(() => OperatorScope.only()).toThrow(
      'OperatorScope.only: no namespace is given, and an empty --namespaces means all of them. Fix: name the namespaces, or use OperatorScope.all().',
    );
  });
});
