import { describeCheck } from '../describe-check';
import { prometheus } from '../manifests';

describeCheck('prometheus/relabeling', {
  flags: [
    {
      title: 'a relabeling of a scrape class',
      objects: [prometheus({ scrapeClasses: [{ name: 'a', relabelings: [{ action: 'keep', regex: '(' }] }] })],
      finds: [
        { object: 'Prometheus monitoring/k8s', field: 'spec.scrapeClasses[0].relabelings[0].regex', level: 'error' },
      ],
    },
    {
      title: 'a relabeling of alerts',
      objects: [
        prometheus({
          alerting: {
            alertmanagers: [{ name: 'a', port: 'web', alertRelabelings: [{ action: 'hashmod', targetLabel: 'a' }] }],
          },
        }),
      ],
      finds: [{ field: 'spec.alerting.alertmanagers[0].alertRelabelings[0].modulus' }],
    },
  ],
  accepts: [
    {
      title: 'a relabeling that is in order',
      objects: [prometheus({ scrapeClasses: [{ name: 'a', relabelings: [{ action: 'labeldrop', regex: 'pod' }] }] })],
    },
  ],
});
