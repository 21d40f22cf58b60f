import { describeCheck } from '../describe-check';
import { endpoint, prometheus, serviceMonitor } from '../manifests';

describeCheck('schema/unknown-field', {
  flags: [
    {
      title: 'a name that no field has',
      objects: [prometheus(), endpoint({ intervall: '1m' })],
      finds: [{ object: 'ServiceMonitor shop/web', field: 'spec.endpoints[0].intervall', level: 'error' }],
    },
  ],
  accepts: [
    {
      title: 'what annotations hold',
      objects: [prometheus(), serviceMonitor({}, { annotations: { intervall: '1m' } })],
    },
    {
      title: 'a field of an Operator that is newer than the table, as another check',
      options: { operatorVersion: '9.0.0' },
      objects: [prometheus(), serviceMonitor()],
    },
  ],
});
