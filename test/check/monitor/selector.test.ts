import { describeCheck } from '../describe-check';
import { prometheus, serviceMonitor } from '../manifests';

describeCheck('monitor/selector', {
  flags: [
    {
      title: 'an operator without its values',
      objects: [prometheus(), serviceMonitor({ selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.selector.matchExpressions[0].values',
          level: 'error',
          message: /is empty, and In needs at least one value/,
        },
      ],
    },
    {
      title: 'an operator that does not exist',
      objects: [
        prometheus(),
        serviceMonitor({ selector: { matchExpressions: [{ key: 'app', operator: 'Is', values: ['web'] }] } }),
      ],
      finds: [{ message: /"Is" is no operator/ }],
    },
  ],
  accepts: [
    {
      title: 'values that only look odd',
      objects: [
        prometheus(),
        serviceMonitor({
          selector: { matchExpressions: [{ key: 'example.com/app', operator: 'NotIn', values: ['a_b.c'] }] },
        }),
      ],
    },
  ],
});
