import { describeCheck } from '../describe-check';
import { podMonitor, prometheus, serviceMonitor } from '../manifests';

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
