import { describeCheck } from '../describe-check';
import { prometheus, secret, serviceMonitor } from '../manifests';

const JOBS = { additionalScrapeConfigs: { name: 'jobs', key: 'a' } };
const jobs = (text: string) => secret('jobs', { a: text }, { namespace: 'monitoring' });

describeCheck('prometheus/refused-config', {
  flags: [
    {
      title: 'a job without a name',
      objects: [prometheus(JOBS), jobs('- metrics_path: /m')],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.additionalScrapeConfigs',
          level: 'error',
          message: /Item 0 of the key "a" of Secret "jobs" has no job_name/,
        },
      ],
    },
    {
      title: 'two jobs of one name, without citing it',
      objects: [prometheus(JOBS), jobs('- job_name: hidden\n- job_name: hidden')],
      finds: [{ message: /^Items 0 and 1 of the key "a" of Secret "jobs" have the same job_name\. (?!.*hidden)/ }],
    },
    {
      title: 'a job with the name of that of a monitor',
      objects: [prometheus(JOBS), jobs('- job_name: serviceMonitor/shop/web/0'), serviceMonitor()],
      finds: [{ message: /"serviceMonitor\/shop\/web\/0", which the Operator gives to the job of a monitor/ }],
    },
    {
      title: 'two ways to authenticate of remote read',
      objects: [
        prometheus({
          remoteRead: [{ url: 'http://x', bearerTokenFile: '/a', authorization: { credentialsFile: '/b' } }],
        }),
      ],
      finds: [{ field: 'spec.remoteRead[0].bearerTokenFile' }],
    },
    {
      title: 'a source label of a class that a monitor uses',
      objects: [
        prometheus({
          scrapeClasses: [{ name: 'a', default: true, relabelings: [{ action: 'keep', sourceLabels: [''] }] }],
        }),
        serviceMonitor(),
      ],
      finds: [{ field: 'spec.scrapeClasses[0].relabelings[0].sourceLabels[0]' }],
    },
  ],
  accepts: [
    {
      title: 'a class that no monitor uses',
      objects: [
        prometheus({ scrapeClasses: [{ name: 'a', relabelings: [{ action: 'keep', sourceLabels: [''] }] }] }),
        serviceMonitor(),
      ],
    },
    {
      title: 'a job with the name of a monitor that is not selected',
      objects: [
        prometheus({ ...JOBS, serviceMonitorSelector: { matchLabels: { a: 'b' } } }),
        jobs('- job_name: serviceMonitor/shop/web/0'),
        serviceMonitor(),
      ],
    },
  ],
});
