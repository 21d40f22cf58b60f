import { describeCheck } from '../describe-check';
import { podMonitor, prometheus, serviceMonitor } from '../manifests';

describeCheck('prometheus/paused', {
  flags: [
    {
      title: 'a paused Prometheus, with the monitors that wait for it',
      objects: [prometheus({ paused: true }), serviceMonitor(), podMonitor()],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.paused',
          level: 'warning',
          message: /2 of the monitors here are for this Prometheus\.$/,
          patch: [{ op: 'remove', path: '/spec/paused' }],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a Prometheus that is not paused and says so',
      objects: [prometheus({ paused: false }), serviceMonitor()],
    },
  ],
});
