import { describeCheck } from '../describe-check';
import { deployment, prometheus, service, serviceMonitor } from '../objects';

const limited = (targetLimit: number) => serviceMonitor(undefined, { targetLimit });
const replicas = (count: number) => deployment(undefined, { spec: { replicas: count } });

describeCheck('monitor/target-limit', {
  flags: [
    {
      title: 'more replicas than the limit of the monitor',
      objects: [prometheus(), limited(2), service(), replicas(3)],
      finds: [
        {
          field: 'spec.targetLimit',
          level: 'warning',
          message: 'Endpoint 0 of ServiceMonitor shop/web has at least 3 targets, and the limit is 2.',
          fix: 'targetLimit: 3 or more',
        },
      ],
    },
    {
      title: 'more than the lower limit of the Prometheus',
      objects: [prometheus({ enforcedTargetLimit: 2 }), limited(10), service(), replicas(3)],
      finds: [{ message: /enforcedTargetLimit of Prometheus monitoring\/k8s/, related: ['Prometheus monitoring/k8s'] }],
    },
  ],
  accepts: [
    { title: 'as many as the limit', objects: [prometheus(), limited(3), service(), replicas(3)] },
    {
      title: 'zero, which is no limit',
      objects: [prometheus({ enforcedTargetLimit: 0 }), limited(0), service(), replicas(3)],
    },
    {
      title: 'shards that share the targets',
      objects: [prometheus({ shards: 2 }), limited(2), service(), replicas(4)],
    },
    {
      title: 'a Prometheus too old to know limits',
      objects: [prometheus({ version: 'v2.20.0' }), limited(1), service(), replicas(3)],
    },
  ],
});
