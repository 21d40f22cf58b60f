import { checkSchema } from '../../lib/schema/check-schema';

function problemsOf(kind: string, apiVersion: string, spec: object): string[] {
  const object = { apiVersion, kind, metadata: { name: 'k8s', namespace: 'monitoring' }, spec };
  return checkSchema({ object, source: {} }).map(({ code, field }) => `${code} ${field}`);
}

describe('a field that kubectl scale sets', () => {
  test.each([
    ['Prometheus', 'monitoring.coreos.com/v1', 'shards'],
    ['PrometheusAgent', 'monitoring.coreos.com/v1alpha1', 'shards'],
    ['Alertmanager', 'monitoring.coreos.com/v1', 'replicas'],
    ['ThanosRuler', 'monitoring.coreos.com/v1', 'replicas'],
  ])('is not negative: %s', (kind, apiVersion, field) => {
    expect(problemsOf(kind, apiVersion, { [field]: -1 })).toEqual([`out-of-bounds spec.${field}`]);
    expect(problemsOf(kind, apiVersion, { [field]: 0 })).toEqual([]);
  });

  test('is another one for each kind', () => {
    expect(problemsOf('Prometheus', 'monitoring.coreos.com/v1', { replicas: -1 })).toEqual([]);
  });
});
