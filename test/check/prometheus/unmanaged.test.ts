import { describeCheck } from '../describe-check';
import { agent, monitoring, prometheus, serviceMonitor } from '../manifests';

describeCheck('prometheus/unmanaged', {
  flags: [
    {
      title: 'a Prometheus without any selector, with monitors that nobody takes',
      objects: [monitoring('Prometheus', 'k8s', {}, { namespace: 'monitoring' }), serviceMonitor()],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec',
          level: 'error',
          message: /leaves the configuration to you.* 1 monitor here is taken by nobody\.$/,
        },
      ],
    },
    {
      title: 'one in the namespace of a monitor that the other instance does not take',
      objects: [
        monitoring('Prometheus', 'own', {}, { namespace: 'shop' }),
        prometheus({ serviceMonitorSelector: { matchLabels: { team: 'a' } } }),
        serviceMonitor(),
      ],
      finds: [{ object: 'Prometheus shop/own', field: 'spec', level: 'error' }],
    },
    {
      title: 'one far from a monitor that the other instance does not take',
      objects: [
        monitoring('Prometheus', 'own', {}, { namespace: 'elsewhere' }),
        prometheus({ serviceMonitorSelector: { matchLabels: { team: 'a' } } }),
        serviceMonitor(),
      ],
      finds: [{ object: 'Prometheus elsewhere/own', field: 'spec', level: 'warning' }],
    },
    {
      title: 'one whose configuration is among the objects',
      objects: [
        monitoring('Prometheus', 'k8s', {}, { namespace: 'monitoring' }),
        { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'prometheus-k8s', namespace: 'monitoring' } },
        serviceMonitor(),
      ],
      finds: [{ object: 'Prometheus monitoring/k8s', field: 'spec', level: 'warning' }],
    },
  ],
  accepts: [
    { title: 'one without monitors', objects: [monitoring('Prometheus', 'k8s', {}, { namespace: 'monitoring' })] },
    {
      title: 'one beside an instance that takes the monitors',
      objects: [monitoring('Prometheus', 'own', {}, { namespace: 'monitoring' }), prometheus(), serviceMonitor()],
    },
    {
      title: 'an agent, which is never left to people',
      objects: [agent({ serviceMonitorSelector: undefined, podMonitorSelector: undefined })],
    },
  ],
});
