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
          level: 'warning',
          message: /leaves the configuration to you.* 1 monitor here is taken by nobody\.$/,
        },
      ],
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
