import { describeCheck } from '../describe-check';
import { pod, podMonitor, prometheus } from '../objects';

const DONE = { phase: 'Succeeded', podIP: '10.0.0.7' };

describeCheck('monitor/pods-ended', {
  flags: [
    {
      title: 'pods that are done',
      objects: [prometheus(), podMonitor(), pod(DONE)],
      finds: [
        {
          object: 'PodMonitor shop/web',
          level: 'warning',
          message: /only pods that have ended: the containers of Pod shop\/web/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'pods that are done, where they are wanted',
      objects: [prometheus(), podMonitor([{ port: 'http', filterRunning: false }]), pod(DONE)],
    },
    { title: 'pods that run', objects: [prometheus(), podMonitor(), pod({ phase: 'Running', podIP: '10.0.0.7' })] },
  ],
});
