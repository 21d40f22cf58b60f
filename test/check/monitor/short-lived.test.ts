import { describeCheck } from '../describe-check';
import { deployment, object, podMonitor, prometheus, template } from '../objects';

const job = object(
  'batch/v1',
  'Job',
  { name: 'import' },
  { template: template([{ name: 'http', containerPort: 8080 }]) },
);

describeCheck('monitor/short-lived', {
  flags: [
    {
      title: 'pods of a Job beside others',
      objects: [prometheus(), podMonitor(), job, deployment()],
      finds: [
        {
          object: 'PodMonitor shop/web',
          level: 'info',
          message: 'PodMonitor shop/web scrapes Job shop/import every 30s, and only as long as its pods run.',
          related: ['Job shop/import'],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a Job that the monitor does not select',
      objects: [
        prometheus(),
        podMonitor([{ port: 'http' }], { selector: { matchLabels: { app: 'web', tier: 'a' } } }),
        job,
        deployment(undefined, { labels: { app: 'web', tier: 'a' } }),
      ],
    },
  ],
});
