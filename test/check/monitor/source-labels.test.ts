import { describeCheck } from '../describe-check';
import { endpoint, prometheus } from '../manifests';

describeCheck('monitor/source-labels', {
  flags: [
    {
      title: 'an empty source label',
      objects: [prometheus(), endpoint({ relabelings: [{ sourceLabels: ['a', ''], targetLabel: 'b' }] })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].relabelings[0].sourceLabels[1]',
          level: 'error',
          message: /"" is no label name/,
        },
      ],
    },
    {
      title: 'a name with a dot for Prometheus 2',
      objects: [
        prometheus({ version: 'v2.55.0' }),
        endpoint({ metricRelabelings: [{ sourceLabels: ['a.b'], targetLabel: 'b' }] }),
      ],
      finds: [{ message: /"a\.b" is no label name of Prometheus 2\.55\.0/ }],
    },
  ],
  accepts: [
    {
      title: 'a name with a dot for Prometheus 3',
      objects: [prometheus(), endpoint({ relabelings: [{ sourceLabels: ['a.b'], targetLabel: 'b' }] })],
    },
  ],
});
