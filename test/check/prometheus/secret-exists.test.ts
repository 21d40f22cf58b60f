import { describeCheck } from '../describe-check';
import { prometheus, secret, serviceMonitor } from '../manifests';

describeCheck('prometheus/secret-exists', {
  flags: [
    {
      title: 'a Secret that is in no file, as a warning',
      objects: [prometheus({ additionalScrapeConfigs: { name: 'jobs', key: 'jobs.yaml' } }), serviceMonitor()],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.additionalScrapeConfigs.name',
          level: 'warning',
          message: /There is no Secret "jobs" in namespace "monitoring"/,
        },
      ],
    },
    {
      title: 'a key that is not there, as an error',
      objects: [
        prometheus({ additionalScrapeConfigs: { name: 'jobs', key: 'jobs.yaml' } }),
        secret('jobs', { 'job.yaml': '[]' }, { namespace: 'monitoring' }),
      ],
      finds: [{ level: 'error', fix: 'key: job.yaml' }],
    },
  ],
  accepts: [
    {
      title: 'an optional Secret that is not there',
      objects: [prometheus({ additionalScrapeConfigs: { name: 'jobs', key: 'jobs.yaml', optional: true } })],
    },
    {
      title: 'a Secret that is there',
      objects: [
        prometheus({ additionalScrapeConfigs: { name: 'jobs', key: 'a' } }),
        secret('jobs', { a: '[]' }, { namespace: 'monitoring' }),
      ],
    },
  ],
});
