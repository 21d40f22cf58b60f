import { valuePathOf } from '../../../lib/simulator/stack/modelled-source';
import { model, objectOf } from './fixtures';

describe('valuePathOf', () => {
  test.each([
    ['spec.serviceMonitorSelector', 'prometheus.prometheusSpec.serviceMonitorSelector'],
    [
      'spec.serviceMonitorSelector.matchLabels.release',
      'prometheus.prometheusSpec.serviceMonitorSelector.matchLabels.release',
    ],
    ['spec.scrapeClasses[0].name', 'prometheus.prometheusSpec.scrapeClasses[0].name'],
    ['spec.storage.volumeClaimTemplate', 'prometheus.prometheusSpec.storageSpec.volumeClaimTemplate'],
    ['spec.serviceAccountName', 'prometheus.serviceAccount.name'],
    ['spec.version', 'prometheus.prometheusSpec.version'],
    ['metadata.namespace', 'namespaceOverride'],
    ['metadata.labels', 'prometheus.additionalLabels'],
    ['kind', undefined],
    ['specification', undefined],
  ])('turns %s of a Prometheus into %s', (field, expected) => {
    const object = objectOf('Prometheus', model());
    expect(object && valuePathOf(object, field)).toBe(expected);
  });

  test('turns an argument of the Operator into the value behind it', () => {
    const operator = objectOf('Deployment', model({ prometheusOperator: { denyNamespaces: ['kube-system'] } }));
    const args: string[] = operator?.object.spec.template.spec.containers[0].args;
    const field = `spec.template.spec.containers[0].args[${args.indexOf('--deny-namespaces=kube-system')}]`;
    expect(operator && valuePathOf(operator, field)).toBe('prometheusOperator.denyNamespaces');
  });

  test('knows nothing of an object that was given', () => {
    const object: any = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } };
    expect(valuePathOf({ object, source: {} }, 'spec.ports')).toBeUndefined();
  });
});
