import { describeCheck } from '../describe-check';
import { deployment, pod, podMonitor, prometheus } from '../objects';

describeCheck('monitor/no-address', {
  flags: [
    {
      title: 'pods that wait for a node',
      objects: [prometheus(), podMonitor(), pod({ phase: 'Pending' })],
      finds: [{ object: 'PodMonitor shop/web', level: 'warning', related: ['Pod shop/web'] }],
    },
  ],
  accepts: [
    { title: 'a Pod of which no status is known', objects: [prometheus(), podMonitor(), pod({})] },
    {
      title: 'a pending Pod beside a Deployment',
      objects: [prometheus(), podMonitor(), pod({ phase: 'Pending' }), deployment()],
    },
  ],
});
