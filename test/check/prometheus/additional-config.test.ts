import { describeCheck } from '../describe-check';
import { agent, prometheus, secret } from '../manifests';

const JOBS = { additionalScrapeConfigs: { name: 'jobs', key: 'a' } };
const jobs = (text: string) => secret('jobs', { a: text }, { namespace: 'monitoring' });

describeCheck('prometheus/additional-config', {
  flags: [
    {
      title: 'a map in place of a list',
      objects: [prometheus(JOBS), jobs('job_name: secret-name')],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.additionalScrapeConfigs',
          level: 'error',
          message: /^The key "a" of Secret "jobs" is no list\. The Operator fails/,
        },
      ],
    },
    {
      title: 'a text that is no YAML, without citing it',
      objects: [prometheus(JOBS), jobs('- job_name: "password')],
      finds: [{ message: /^The key "a" of Secret "jobs" is no YAML \(line \d+ of the text\)\. (?!.*password)/ }],
    },
    {
      title: 'an item that is no map',
      objects: [prometheus(JOBS), jobs('- a\n- b: c')],
      finds: [{ message: /item 0/ }],
    },
    {
      title: 'the configuration of Alertmanagers',
      objects: [prometheus({ additionalAlertManagerConfigs: { name: 'jobs', key: 'a' } }), jobs('a: b')],
      finds: [{ field: 'spec.additionalAlertManagerConfigs' }],
    },
  ],
  accepts: [
    {
      title: 'a list of jobs',
      objects: [prometheus(JOBS), jobs('- job_name: a\n  static_configs: [{ targets: [a] }]')],
    },
    { title: 'a text without content', objects: [prometheus(JOBS), jobs('# none yet\n')] },
    {
      title: 'a placeholder that another tool fills in',
      objects: [prometheus(JOBS), jobs('<path:secret/data/jobs#yaml>')],
    },
    {
      title: 'alerts of an agent, which has none',
      objects: [agent({ additionalAlertManagerConfigs: undefined }), jobs('a: b')],
    },
  ],
});
