import { describeCheck } from '../describe-check';
import { deployment, podMonitor, prometheus, service } from '../objects';

const asking = (endpoint: object) => podMonitor([endpoint]);

describeCheck('monitor/pod-port-exists', {
  flags: [
    {
      title: 'a slip of the pen',
      objects: [prometheus(), asking({ port: 'htpp' }), deployment()],
      finds: [
        {
          field: 'spec.podMetricsEndpoints[0].port',
          level: 'error',
          message:
            'No container of the selected pods declares a port named "htpp". The pods of Deployment shop/web declare port http (8080).',
          fix: 'port: http',
          patch: [{ op: 'replace', path: '/spec/podMetricsEndpoints/0/port', value: 'http' }],
        },
      ],
    },
    {
      title: 'the number of a port that has no name',
      objects: [prometheus(), asking({ port: '8080' }), deployment([{ containerPort: 8080 }])],
      finds: [
        {
          fix: 'portNumber: 8080 instead of port',
          patch: [
            { op: 'remove', path: '/spec/podMetricsEndpoints/0/port' },
            { op: 'add', path: '/spec/podMetricsEndpoints/0/portNumber', value: 8080 },
          ],
        },
      ],
    },
    {
      title: 'a portNumber that is declared nowhere',
      objects: [prometheus(), asking({ portNumber: 9090 }), deployment()],
      finds: [{ field: 'spec.podMetricsEndpoints[0].portNumber', fix: /containerPort: 9090/ }],
    },
    {
      title: 'the name of the port of the Service',
      objects: [
        prometheus(),
        asking({ port: 'web' }),
        service([{ name: 'web', port: 80, targetPort: 8080 }]),
        deployment([{ containerPort: 8080 }]),
      ],
      finds: [{ message: /It is a port of the Service before them, which a PodMonitor does not look at/ }],
    },
    {
      title: 'a container that declares nothing',
      objects: [prometheus(), asking({ port: 'http' }), deployment([])],
      finds: [{ message: /declare no port\.$/, fix: /name: http/ }],
    },
  ],
  accepts: [
    {
      title: 'a portNumber of a port without a name',
      objects: [prometheus(), asking({ portNumber: 8080 }), deployment([{ containerPort: 8080 }])],
    },
    {
      title: 'a port that only one of two workloads has',
      objects: [
        prometheus(),
        asking({ port: 'http' }),
        deployment(),
        deployment([{ name: 'other', containerPort: 1 }], { metadata: { name: 'other' } }),
      ],
    },
  ],
});
