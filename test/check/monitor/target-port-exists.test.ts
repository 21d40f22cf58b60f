import { describeCheck } from '../describe-check';
import { deployment, object, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const asking = (targetPort: number | string) => serviceMonitor([{ targetPort }]);

const twice = object(
  'apps/v1',
  'Deployment',
  {},
  {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          { name: 'web', image: 'a', ports: [{ name: 'http', containerPort: 8080 }] },
          { name: 'proxy', image: 'b', ports: [{ name: 'proxy', containerPort: 8080 }] },
        ],
      },
    },
  },
);

describeCheck('monitor/target-port-exists', {
  flags: [
    {
      title: 'the number of the port of the Service',
      objects: [prometheus(), asking(80), service(), deployment()],
      finds: [
        {
          field: 'spec.endpoints[0].targetPort',
          level: 'error',
          message:
            'No container of the selected pods declares port 80. The pods of Deployment shop/web declare port http (8080). It is the number of the Service port, and targetPort is that of a container.',
          fix: 'port: http instead of targetPort, which is what Service shop/web calls it.',
        },
      ],
    },
    {
      title: 'a number in quotes',
      objects: [prometheus(), asking('8080'), service(), deployment()],
      finds: [
        {
          fix: 'targetPort: 8080, without quotes',
          patch: [{ op: 'replace', path: '/spec/endpoints/0/targetPort', value: 8080 }],
        },
      ],
    },
    {
      title: 'a slip of the pen',
      objects: [prometheus(), asking('htp'), service(), deployment()],
      finds: [{ fix: 'targetPort: http' }],
    },
    {
      title: 'a port that something listens on, and that nobody declares',
      objects: [prometheus(), asking(9090), service([{ name: 'metrics', port: 9090 }]), deployment()],
      finds: [{ fix: /^port: metrics instead of targetPort/ }],
    },
    {
      title: 'a PodMonitor with the deprecated field',
      objects: [prometheus(), podMonitor([{ targetPort: 9999 }]), deployment()],
      finds: [
        { object: 'PodMonitor shop/web', fix: /^declare it in the container: ports: \[\{ containerPort: 9999 \}\]/ },
      ],
    },
    {
      title: 'a name for a number that another container declares too',
      objects: [prometheus(), asking('http'), service(), twice],
      finds: [
        {
          level: 'error',
          message:
            'Port "http" (8080) is declared, and so is the same number as "proxy", which is what Prometheus goes by.',
          fix: /^targetPort: 8080, which fits whatever the name/,
          patch: [{ op: 'replace', path: '/spec/endpoints/0/targetPort', value: 8080 }],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'the name that the last of two containers gives a number',
      objects: [prometheus(), asking('proxy'), service(), twice],
    },
    {
      title: 'a declared port that the Service does not publish',
      objects: [
        prometheus(),
        asking('prom'),
        service(),
        deployment([
          { name: 'http', containerPort: 8080 },
          { name: 'prom', containerPort: 9090 },
        ]),
      ],
    },
    { title: 'pods that are not among the objects', objects: [prometheus(), asking('prom'), service()] },
    {
      title: 'a targetPort beside a port, which wins',
      objects: [prometheus(), serviceMonitor([{ port: 'http', targetPort: 'nope' }]), service(), deployment()],
    },
  ],
});
