import { describeCheck } from '../describe-check';
import { monitoring, podMonitor, prometheus, serviceMonitor } from '../manifests';

describeCheck('prometheus/selects-nothing', {
  flags: [
    {
      title: 'no selector for a kind of which there are monitors',
      objects: [
        prometheus({ serviceMonitorSelector: undefined }),
        serviceMonitor(),
        serviceMonitor({}, { name: 'api' }),
        podMonitor(),
      ],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.serviceMonitorSelector',
          level: 'error',
          message:
            'Prometheus monitoring/k8s has no serviceMonitorSelector, so it takes no ServiceMonitor at all, and 2 ServiceMonitors here are taken by nobody.',
          patch: [{ op: 'add', path: '/spec/serviceMonitorSelector', value: {} }],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'monitors of any kind without a Prometheus, of which nobody knows what it selects',
      objects: [
        monitoring('Probe', 'site', {
          prober: { url: 'blackbox:9115' },
          targets: { staticConfig: { static: ['a.example'] } },
        }),
        {
          ...monitoring('ScrapeConfig', 'hosts', { staticConfigs: [{ targets: ['10.0.0.1:9100'] }] }),
          apiVersion: 'monitoring.coreos.com/v1alpha1',
        },
      ],
    },
    {
      title: 'no selector for a kind of which there are no monitors',
      objects: [prometheus({ podMonitorSelector: undefined }), serviceMonitor()],
    },
    {
      title: 'no selector, where another instance takes the monitors',
      objects: [prometheus({ serviceMonitorSelector: undefined }), prometheus({}, { name: 'other' }), serviceMonitor()],
    },
    {
      title: 'no selector, where another instance comes nearer',
      objects: [
        prometheus({ serviceMonitorSelector: undefined }),
        prometheus({ serviceMonitorSelector: { matchLabels: { a: 'b' } } }, { name: 'other' }),
        serviceMonitor(),
      ],
    },
  ],
});
