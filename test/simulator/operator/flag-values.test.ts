import { oddValues } from '../../../lib/simulator/operator/flag-values';

function isOdd(name: string, value: string): boolean {
  return oddValues([{ name, value, index: 0 }]).length > 0;
}

describe('the value of a flag', () => {
  test.each([
    ['kubelet-sync-period', ['1h30m', '0', '-1.5s', '+.5m', '300ms']],
    ['config-reloader-cpu-limit', ['', '0', '100m', '1.5', '1e3', '50Mi']],
    ['auto-gomemlimit-ratio', ['0.9', '.5', '1e-1', 'Inf', '0x1p-2', 'NaN']],
    ['log-level', ['warn', 'WARN', 'none']],
    ['log-format', ['JSON', 'logfmt']],
    ['repair-policy-for-statefulsets', ['none', 'evict', 'delete']],
    ['kubelet-node-address-priority', ['internal', 'external']],
    ['kubelet-service', ['', 'kube-system/kubelet', '/']],
    ['kubelet-selector', ['', 'a=b,c', 'a in (b)']],
    ['secret-field-selector', ['', 'type!=a', 'a==b,c=d,', 'a=b\\=c', 'a!=b\\,c']],
    ['web.listen-address', ['', ':8080', 'localhost:http', '[::1]:8080', '0.0.0.0:65535', 'a:']],
    ['apiserver', ['anything at all']],
  ])('of --%s may be %j', (name, values) => {
    expect(values.filter((value) => isOdd(name, value))).toEqual([]);
  });

  test.each([
    ['kubelet-sync-period', ['', 'soon', '30', '1d', '.s', '1h 30m']],
    ['web.tls-reload-interval', ['1']],
    ['config-reloader-cpu-limit', ['x', '1KB', '1 m']],
    ['auto-gomemlimit-ratio', ['', 'half', '50%']],
    ['log-level', ['', 'loud']],
    ['log-format', ['xml']],
    ['repair-policy-for-statefulsets', ['', 'x', 'Evict']],
    ['kubelet-node-address-priority', ['', 'both']],
    ['kubelet-service', ['kubelet', 'a/b/c']],
    ['kubelet-selector', ['a b']],
    ['secret-label-selector', ['(']],
    ['secret-field-selector', ['type', 'a=b=c', 'a=b\\c', 'a=b\\']],
    ['web.listen-address', ['8080', '::1:8080', '[::1]', 'a:b:c', ':65536']],
  ])('of --%s may not be %j', (name, values) => {
    expect(values.filter((value) => !isOdd(name, value))).toEqual([]);
  });

  test('counts in the last of several flags where the Operator looks at it only when it starts', () => {
    const twice = (name: string, ...values: readonly string[]) =>
      oddValues(values.map((value, index) => ({ name, value, index }))).map(({ flag }) => flag.value);
    expect(twice('log-level', 'loud', 'info')).toEqual([]);
    expect(twice('log-level', 'info', 'loud')).toEqual(['loud']);
    expect(twice('kubelet-sync-period', 'soon', '1m')).toEqual(['soon']);
  });
});
