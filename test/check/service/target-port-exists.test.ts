import { describeCheck } from '../describe-check';
import { deployment, object, prometheus, service, serviceMonitor } from '../objects';

const leadingTo = (targetPort: number | string, more: object = {}) =>
  service([{ name: 'http', port: 80, targetPort, ...more }]);

const podsWith = (spec: object) =>
  object(
    'apps/v1',
    'Deployment',
    {},
    { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec } },
  );

describeCheck('service/target-port-exists', {
  flags: [
    {
      title: 'a name that no container port has',
      objects: [prometheus(), serviceMonitor(), leadingTo('htp'), deployment()],
      finds: [
        {
          object: 'Service shop/web',
          field: 'spec.ports[0].targetPort',
          level: 'error',
          message:
            'Port "http" (80) of Service shop/web leads to targetPort "htp", and ServiceMonitor shop/web selects it. The pods of Deployment shop/web declare port http (8080).',
          fix: 'targetPort: http',
          patch: [{ op: 'replace', path: '/spec/ports/0/targetPort', value: 'http' }],
        },
      ],
    },
    {
      title: 'a port that is there beside others that work',
      objects: [
        prometheus(),
        serviceMonitor([{ port: 'metrics' }]),
        service([
          { name: 'http', port: 80, targetPort: 'http' },
          { name: 'metrics', port: 9090, targetPort: 'metrics' },
        ]),
        deployment(),
      ],
      finds: [
        { field: 'spec.ports[1].targetPort', message: /ServiceMonitor shop\/web asks for it/, fix: 'targetPort: http' },
      ],
    },
    {
      title: 'a number in quotes',
      objects: [prometheus(), serviceMonitor(), leadingTo('8080'), deployment()],
      finds: [
        {
          fix: 'targetPort: 8080, without quotes',
          patch: [{ op: 'replace', path: '/spec/ports/0/targetPort', value: 8080 }],
        },
      ],
    },
    {
      title: 'another protocol',
      objects: [
        prometheus(),
        serviceMonitor(),
        leadingTo('http'),
        deployment([{ name: 'http', containerPort: 8080, protocol: 'UDP' }]),
      ],
      finds: [{ message: /It is there for UDP, and the Service asks for TCP/, fix: /^protocol: UDP in the Service/ }],
    },
    {
      title: 'as a warning, a port of a native sidecar on an old Kubernetes',
      objects: [
        prometheus(),
        serviceMonitor(),
        leadingTo('proxy'),
        deployment([], {
          initContainers: [
            {
              name: 'proxy',
              image: 'proxy:1',
              restartPolicy: 'Always',
              ports: [{ name: 'proxy', containerPort: 8443 }],
            },
          ],
        }),
      ],
      options: { kubernetesVersion: '1.31' },
      finds: [
        { level: 'warning', message: /Only native sidecar "proxy" has a port of this name/, fix: 'targetPort: 8443' },
      ],
    },
    {
      title: 'a name that only an init container has, which ends before the others start',
      objects: [
        prometheus(),
        serviceMonitor(),
        leadingTo('metrics'),
        podsWith({
          initContainers: [{ name: 'prepare', image: 'a', ports: [{ name: 'metrics', containerPort: 9090 }] }],
          containers: [{ name: 'web', image: 'b' }],
        }),
      ],
      finds: [
        {
          level: 'error',
          message:
            /Only init container "prepare" has a port of this name, and Kubernetes looks at containers that keep/,
          fix: /^declare it in the container that listens: ports: \[\{ name: metrics, containerPort: 9090 \}\]/,
          patch: undefined,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a number that nobody declares',
      objects: [prometheus(), serviceMonitor(), leadingTo(1234), deployment()],
    },
    {
      title: 'a native sidecar on a newer Kubernetes',
      objects: [
        prometheus(),
        serviceMonitor(),
        leadingTo('proxy'),
        deployment([], {
          initContainers: [
            {
              name: 'proxy',
              image: 'proxy:1',
              restartPolicy: 'Always',
              ports: [{ name: 'proxy', containerPort: 8443 }],
            },
          ],
        }),
      ],
      options: { kubernetesVersion: '1.33' },
    },
    {
      title: 'a port that no monitor asks for',
      objects: [
        prometheus(),
        serviceMonitor(),
        service([
          { name: 'http', port: 80, targetPort: 'http' },
          { name: 'old', port: 81, targetPort: 'gone' },
        ]),
        deployment(),
      ],
    },
    { title: 'pods that are not among the objects', objects: [prometheus(), serviceMonitor(), leadingTo('nope')] },
  ],
});
