import { describeCheck } from '../describe-check';
import { deployment, object, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const TWO = [
  { name: 'http', port: 80, targetPort: 'http' },
  { name: 'metrics', port: 9090, targetPort: 'prom' },
];
const DECLARED = [
  { name: 'http', containerPort: 8080 },
  { name: 'prom', containerPort: 9090 },
];
const asking = (port: string) => serviceMonitor([{ port }]);

describeCheck('monitor/port-exists', {
  flags: [
    {
      title: 'a slip of the pen, with the edit',
      objects: [prometheus(), asking('metric'), service(TWO), deployment(DECLARED)],
      finds: [
        {
          field: 'spec.endpoints[0].port',
          level: 'error',
          message:
            'Port "metric" is not a port of Service shop/web. Service shop/web has ports http (80) and metrics (9090).',
          fix: 'port: metrics',
          patch: [{ op: 'replace', path: '/spec/endpoints/0/port', value: 'metrics' }],
          related: ['Service shop/web'],
        },
      ],
    },
    {
      title: 'the number of the port',
      objects: [prometheus(), asking('9090'), service(TWO), deployment(DECLARED)],
      finds: [{ message: /compares it with names, never with numbers/, fix: 'port: metrics' }],
    },
    {
      title: 'the name of the port of the container',
      objects: [prometheus(), asking('prom'), service(TWO), deployment(DECLARED)],
      finds: [{ message: /name of a port of the container, not of the Service/, fix: 'port: metrics' }],
    },
    {
      title: 'a container port that the Service does not publish',
      objects: [
        prometheus(),
        asking('prom'),
        service([TWO[0], { name: 'admin', port: 81, targetPort: 8080 }]),
        deployment(DECLARED),
      ],
      finds: [{ fix: /^targetPort: prom instead of port/, patch: undefined }],
    },
    {
      title: 'a port of the Service that has no name, which is to be named there',
      objects: [prometheus(), asking('metrics'), service([{ port: 9090 }]), deployment(DECLARED)],
      finds: [
        {
          message: /Service shop\/web has port 9090 \(without a name\)/,
          fix: 'name: metrics in spec.ports[0] (9090) of Service shop/web.',
          patch: undefined,
        },
      ],
    },
    {
      title: 'a number that leads to a port without a name',
      objects: [prometheus(), asking('9090'), service([{ port: 9090 }]), deployment(DECLARED)],
      finds: [{ fix: 'name: metrics in spec.ports[0] (9090) of Service shop/web, and port: metrics here.' }],
    },
    {
      title: 'several ports of which none is near, without a patch',
      objects: [prometheus(), asking('telemetry'), service(TWO), deployment(DECLARED)],
      finds: [{ fix: 'port: http, or port: metrics', patch: undefined }],
    },
    {
      title: 'a Service whose pods are not among the objects: its port names are known all the same',
      objects: [prometheus(), asking('metric'), service(TWO)],
      finds: [{ fix: 'port: metrics' }],
    },
    {
      title: 'the name in the Service, where Endpoints by hand call the port otherwise',
      objects: [
        prometheus(),
        asking('http'),
        service(undefined, {}, { selector: undefined }),
        object('v1', 'Endpoints', {}, undefined, {
          subsets: [{ addresses: [{ ip: '192.0.2.1' }], ports: [{ name: 'web', port: 80 }] }],
        }),
      ],
      finds: [{ message: /the endpoints of Service shop\/web have ports web/i, fix: 'port: web' }],
    },
    {
      title: 'the one of two endpoints that is wrong',
      objects: [prometheus(), serviceMonitor([{ port: 'http' }, { port: 'nope' }]), service(), deployment()],
      finds: [{ field: 'spec.endpoints[1].port' }],
    },
    {
      title: 'as an info, a selected Service whose pods nothing scrapes',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(),
        deployment(),
        service([{ name: 'db', port: 5432 }], { name: 'db' }, { selector: { app: 'db' } }),
        deployment([{ containerPort: 5432 }], { labels: { app: 'db' }, metadata: { name: 'db' } }),
      ],
      finds: [{ level: 'info', message: /also selects Service shop\/db, without a port that it asks for/ }],
    },
  ],
  accepts: [
    {
      title: 'a number that is the name of a port',
      objects: [prometheus(), asking('8080'), service([{ name: '8080', port: 80 }]), deployment()],
    },
    { title: 'a regular expression', objects: [prometheus(), asking('met.*'), service(TWO), deployment(DECLARED)] },
    {
      title: 'a number as targetPort of the Service, which no container declares',
      objects: [prometheus(), asking('x'), service([{ name: 'x', port: 80, targetPort: 1234 }]), deployment()],
    },
    {
      title: 'a headless Service beside the one with the port, before the same pods',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(),
        service([{ name: 'peer', port: 7000 }], { name: 'web-headless' }, { clusterIP: 'None' }),
        deployment(),
      ],
    },
    {
      title: 'a Service that has no endpoints at all',
      objects: [prometheus(), asking('nope'), service(undefined, {}, { selector: { app: 'nope' } }), deployment()],
    },
    { title: 'a PodMonitor', objects: [prometheus(), podMonitor([{ port: 'nope' }]), deployment()] },
  ],
});
