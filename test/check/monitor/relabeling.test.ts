import { describeCheck } from '../describe-check';
import { endpoint, prometheus } from '../manifests';

describeCheck('monitor/relabeling', {
  flags: [
    {
      title: 'a regular expression that is none',
      objects: [prometheus(), endpoint({ relabelings: [{ action: 'keep', sourceLabels: ['a'], regex: '(?=x)' }] })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].relabelings[0].regex',
          level: 'error',
          message: /"\(\?=x\)" is no RE2 expression/,
        },
      ],
    },
    {
      title: 'a metric relabeling without its target',
      objects: [prometheus(), endpoint({ metricRelabelings: [{ replacement: 'x' }] })],
      finds: [{ field: 'spec.endpoints[0].metricRelabelings[0].targetLabel' }],
    },
    {
      title: 'an action that the version does not have',
      objects: [
        prometheus({ version: 'v2.30.0' }),
        endpoint({ relabelings: [{ action: 'lowercase', sourceLabels: ['a'], targetLabel: 'a' }] }),
      ],
      finds: [{ field: 'spec.endpoints[0].relabelings[0].action', fix: /2\.36\.0/ }],
    },
  ],
  accepts: [
    {
      title: 'a name in UTF-8 for Prometheus 3',
      objects: [prometheus(), endpoint({ relabelings: [{ targetLabel: 'pod.name', replacement: 'x' }] })],
    },
    {
      title: 'an action in capitals',
      objects: [prometheus(), endpoint({ relabelings: [{ action: 'Drop', sourceLabels: ['a'], regex: 'b' }] })],
    },
  ],
});
