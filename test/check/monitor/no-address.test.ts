import { describeCheck } from '../describe-check';
import { deployment, object, pod, podMonitor, prometheus } from '../objects';

describeCheck('monitor/no-address', {
  flags: [
    {
      title: 'pods that wait for a node',
      objects: [prometheus(), podMonitor(), pod({ phase: 'Pending' })],
      finds: [{ object: 'PodMonitor shop/web', level: 'warning', related: ['Pod shop/web'] }],
    },
    {
      title: 'as a note, pods of a Deployment without replicas',
      objects: [prometheus(), podMonitor(), deployment(undefined, { spec: { replicas: 0 } })],
      finds: [
        {
          level: 'info',
          message:
            'PodMonitor shop/web selects only pods that there are none of now: the pods of Deployment shop/web (spec.replicas: 0).',
          related: ['Deployment shop/web'],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a Deployment without replicas that KEDA scales',
      objects: [
        prometheus(),
        podMonitor(),
        deployment(undefined, { spec: { replicas: 0 } }),
        object('keda.sh/v1alpha1', 'ScaledObject', {}, { scaleTargetRef: { name: 'web' } }),
      ],
    },
    { title: 'a Pod of which no status is known', objects: [prometheus(), podMonitor(), pod({})] },
    {
      title: 'a pending Pod beside a Deployment',
      objects: [prometheus(), podMonitor(), pod({ phase: 'Pending' }), deployment()],
    },
  ],
});
