import { describeCheck } from '../describe-check';
import { deployment, prometheus, service, serviceMonitor } from '../objects';

describeCheck('monitor/several-prometheuses', {
  flags: [
    {
      title: 'two instances that take the same monitors, once for all of them',
      objects: [
        prometheus(),
        prometheus({}, { name: 'twin' }),
        serviceMonitor(),
        serviceMonitor(undefined, {}, { name: 'more' }),
        service(),
        deployment(),
      ],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: '',
          level: 'info',
          message:
            'ServiceMonitor shop/more and ServiceMonitor shop/web are taken by each of Prometheus monitoring/k8s and Prometheus monitoring/twin.',
          related: ['Prometheus monitoring/twin'],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'replicas of one instance',
      objects: [prometheus({ replicas: 2 }), serviceMonitor(), service(), deployment()],
    },
    {
      title: 'an instance that is paused',
      objects: [
        prometheus(),
        prometheus({ paused: true }, { name: 'twin' }),
        serviceMonitor(),
        service(),
        deployment(),
      ],
    },
    {
      title: 'instances that share the monitors out',
      objects: [
        prometheus({ serviceMonitorSelector: { matchLabels: { team: 'a' } } }),
        prometheus(
          { serviceMonitorSelector: { matchExpressions: [{ key: 'team', operator: 'NotIn', values: ['a'] }] } },
          { name: 'rest' },
        ),
        serviceMonitor(),
        service(),
        deployment(),
      ],
    },
  ],
});
