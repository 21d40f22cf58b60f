import { describeCheck } from '../describe-check';
import { deployment, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const JOB = { jobLabel: 'job.name' };

describeCheck('monitor/job-label', {
  flags: [
    {
      title: 'a label that the Service lacks',
      objects: [prometheus(), serviceMonitor(undefined, JOB), service(), deployment()],
      finds: [
        {
          field: 'spec.jobLabel',
          level: 'info',
          message: 'No Service that ServiceMonitor shop/web scrapes has the label "job.name". The job label is "web".',
          related: ['Service shop/web'],
        },
      ],
    },
    {
      title: 'a label that only the pods have',
      objects: [
        prometheus(),
        serviceMonitor(undefined, JOB),
        service(),
        deployment(undefined, { labels: { app: 'web', 'job.name': 'x' } }),
      ],
      finds: [{ message: /which their pods have; jobLabel reads that of the Service/ }],
    },
    {
      title: 'a label that the pods of a PodMonitor lack',
      objects: [prometheus(), podMonitor(undefined, JOB), deployment()],
      finds: [{ message: /The job label is "shop\/web"/ }],
    },
  ],
  accepts: [
    {
      title: 'a label whose sanitized key is there',
      objects: [
        prometheus(),
        serviceMonitor(undefined, JOB),
        service(undefined, { labels: { app: 'web', 'job/name': 'x' } }),
        deployment(),
      ],
    },
    {
      title: 'a label that some of the Services have',
      objects: [
        prometheus(),
        serviceMonitor(undefined, JOB),
        service(),
        deployment(),
        service(undefined, { name: 'b', labels: { app: 'web', 'job.name': 'x' } }),
      ],
    },
    {
      title: 'a monitor without targets',
      objects: [prometheus(), serviceMonitor([{ port: 'nope' }], JOB), service(), deployment()],
    },
  ],
});
