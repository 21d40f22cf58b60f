import { describeCheck } from '../describe-check';
import { podMonitor, prometheus, secret, serviceMonitor } from '../manifests';

describeCheck('prometheus/none', {
  flags: [
    {
      title: 'monitors without any Prometheus, once',
      objects: [podMonitor(), serviceMonitor(), serviceMonitor({}, { name: 'api' })],
      finds: [
        {
          object: 'ServiceMonitor shop/api',
          field: '',
          level: 'warning',
          message:
            'There is no Prometheus and no PrometheusAgent among these objects to take 2 ServiceMonitors and 1 PodMonitor.',
          fix: /--stack RELEASE\/NAMESPACE/,
        },
      ],
    },
    {
      title: 'it as an info in a part of the objects',
      options: { absence: 'partial' },
      objects: [serviceMonitor()],
      finds: [{ level: 'info' }],
    },
  ],
  accepts: [
    { title: 'objects without monitors', objects: [secret('web', { key: 'x' })] },
    {
      title: 'a Prometheus that takes none of them',
      objects: [prometheus({ serviceMonitorSelector: undefined }), serviceMonitor()],
    },
  ],
});
