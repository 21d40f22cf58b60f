import { describeCheck } from '../describe-check';
import { endpoint, prometheus, serviceMonitor } from '../manifests';

describeCheck('monitor/port-pattern', {
  flags: [
    {
      title: 'a port that is no regular expression',
      objects: [prometheus(), endpoint({ port: 'web[' })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.endpoints[0].port',
          level: 'error',
          message: /"web\[" is used as a regular expression, and it is none/,
          why: /all other monitors suffer/,
        },
      ],
    },
    {
      title: 'a target port that is none',
      objects: [prometheus(), serviceMonitor({ endpoints: [{ targetPort: '*' }] })],
      finds: [{ field: 'spec.endpoints[0].targetPort' }],
    },
  ],
  accepts: [
    {
      title: 'a port that is a regular expression by intention',
      objects: [prometheus(), endpoint({ port: 'http|metrics' })],
    },
    {
      title: 'a broken port of a monitor that nobody selects',
      objects: [prometheus({ serviceMonitorSelector: { matchLabels: { a: 'b' } } }), endpoint({ port: 'web[' })],
    },
  ],
});
