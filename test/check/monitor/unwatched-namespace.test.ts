import { describeCheck } from '../describe-check';
import { operator, podMonitor, prometheus, serviceMonitor } from '../manifests';

describeCheck('monitor/unwatched-namespace', {
  flags: [
    {
      title: 'a namespace that is not on the list',
      objects: [operator(['--namespaces=monitoring']), prometheus(), serviceMonitor()],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'metadata.namespace',
          level: 'error',
          message: /does not watch namespace "shop"/,
          related: ['Deployment operators/prometheus-operator'],
        },
      ],
    },
    {
      title: 'a namespace that is denied',
      objects: [operator(['--deny-namespaces=shop']), prometheus(), podMonitor()],
      finds: [{ object: 'PodMonitor shop/web' }],
    },
  ],
  accepts: [
    {
      title: 'a namespace that is denied only for instances',
      objects: [
        operator(['--prometheus-instance-namespaces=monitoring', '--deny-namespaces=other']),
        prometheus(),
        serviceMonitor(),
      ],
    },
    {
      title: 'a monitor that has the wrong labels too, where another Operator watches',
      objects: [prometheus({ serviceMonitorSelector: { matchLabels: { a: 'b' } } }), serviceMonitor()],
    },
  ],
});
