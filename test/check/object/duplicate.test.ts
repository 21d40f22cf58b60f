import { describeCheck } from '../describe-check';
import { endpoint, object, podMonitor, prometheus, secret, serviceMonitor } from '../manifests';

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
        object('v1', 'Service', 'a', {}, { namespace: 'default' }),
        object('v1', 'Service', 'a', {}, { namespace: undefined }),
      ],
      finds: [{ level: 'warning' }],
    },
    {
      title: 'many in one file once, with the first few names',
      objects: ['a', 'b', 'c', 'd', 'e'].flatMap((name) => [
        serviceMonitor({}, { name }),
        serviceMonitor({ jobLabel: 'x' }, { name }),
      ]),
      finds: [
        {
          object: 'ServiceMonitor shop/a',
          level: 'warning',
          message:
            '5 objects stand twice in objects.yaml, and differ: ServiceMonitor shop/a, ServiceMonitor shop/b, ServiceMonitor shop/c and 2 more.',
          related: ['ServiceMonitor shop/a', 'ServiceMonitor shop/b', 'ServiceMonitor shop/c'],
        },
      ],
    },
    {
      title: 'a Secret that a monitor refers to',
      objects: [
        prometheus(),
        endpoint({ bearerTokenSecret: { name: 'web', key: 'key' } }),
        secret('web', { key: 'x' }),
        secret('web', { key: 'y' }),
      ],
      finds: [{ object: 'Secret shop/web' }],
    },
  ],
  accepts: [
    {
      title: 'two Secrets that nothing here refers to',
      objects: [prometheus(), secret('web', { key: 'x' }), secret('web', { key: 'y' })],
    },
    {
      title: 'two ClusterRoles, on which no target depends',
      objects: [
        object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'a', { rules: [] }, { namespace: undefined }),
        object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'a', {}, { namespace: undefined }),
      ],
    },
    {
      title: 'one name in two namespaces',
      objects: [prometheus(), serviceMonitor(), serviceMonitor({}, { namespace: 'web' })],
    },
    { title: 'one name of two kinds', objects: [prometheus(), serviceMonitor(), podMonitor()] },
  ],
});
