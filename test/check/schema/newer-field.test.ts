import { describeCheck } from '../describe-check';
import { prometheus, serviceMonitor } from '../manifests';

describeCheck('schema/newer-field', {
  flags: [
    {
      title: 'a field that came later than the Operator',
      options: { operatorVersion: '0.85.0' },
      objects: [prometheus(), serviceMonitor({ serviceDiscoveryRole: 'Endpoints' })],
      finds: [{ object: 'ServiceMonitor shop/web', field: 'spec.serviceDiscoveryRole' }],
    },
  ],
  accepts: [
    {
      title: 'the same field with the Operator that brought it',
      options: { operatorVersion: '0.86.0' },
      objects: [prometheus(), serviceMonitor({ serviceDiscoveryRole: 'Endpoints' })],
    },
  ],
});
