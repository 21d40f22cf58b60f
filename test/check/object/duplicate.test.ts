import { describeCheck } from '../describe-check';
import { endpoint, object, podMonitor, prometheus, serviceMonitor } from '../manifests';

describeCheck('object/duplicate', {
  flags: [
    {
      title: 'two objects of one name that differ',
      objects: [prometheus(), serviceMonitor(), endpoint({ interval: '1m' })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'metadata.name',
          level: 'warning',
          message: 'ServiceMonitor shop/web stands here twice, and the two differ.',
          related: ['ServiceMonitor shop/web'],
        },
      ],
    },
    {
      title: 'two that say the same as an info',
      objects: [prometheus(), serviceMonitor(), serviceMonitor()],
      finds: [{ level: 'info' }],
    },
    {
      title: 'one that names the default namespace and one that does not',
      objects: [
        object('v1', 'ConfigMap', 'a', {}, { namespace: 'default' }),
        object('v1', 'ConfigMap', 'a', {}, { namespace: undefined }),
      ],
      finds: [{ level: 'warning' }],
    },
  ],
  accepts: [
    {
      title: 'one name in two namespaces',
      objects: [prometheus(), serviceMonitor(), serviceMonitor({}, { namespace: 'web' })],
    },
    { title: 'one name of two kinds', objects: [prometheus(), serviceMonitor(), podMonitor()] },
  ],
});
