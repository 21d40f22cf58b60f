import { describeCheck } from '../describe-check';
import { deployment, prometheus, service, serviceMonitor } from '../objects';

const annotated = (more: object, scrape = 'true') =>
  deployment(undefined, { annotations: { 'prometheus.io/scrape': scrape, ...more } });

describeCheck('monitor/scrape-annotations', {
  flags: [
    {
      title: 'another path on the pods',
      objects: [prometheus(), serviceMonitor(), service(), annotated({ 'prometheus.io/path': '/prom?all=1' })],
      finds: [
        {
          field: 'spec.endpoints[0].path',
          level: 'warning',
          message:
            'Deployment shop/web is annotated with prometheus.io/path: /prom, and the path of the endpoint is "/metrics".',
          fix: 'path: /prom',
          patch: [{ op: 'add', path: '/spec/endpoints/0/path', value: '/prom' }],
        },
      ],
    },
    {
      title: 'another scheme on the Service',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(undefined, {
          annotations: {
            'prometheus.io/scrape': 'true',
            'prometheus.io/scheme': 'https',
            'prometheus.io/port': '8080',
          },
        }),
        deployment(),
      ],
      finds: [{ field: 'spec.endpoints[0].scheme', related: ['Service shop/web'] }],
    },
    {
      title: 'as an info, a port that nothing scrapes',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(),
        annotated({ 'prometheus.io/port': '9090', 'prometheus.io/path': '/other' }),
      ],
      finds: [
        {
          level: 'info',
          message: /annotated with prometheus.io\/port: "9090", and ServiceMonitor shop\/web scrapes port 8080/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'annotations that agree',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(),
        annotated({ 'prometheus.io/port': '8080', 'prometheus.io/path': '/metrics' }),
      ],
    },
    {
      title: 'annotations that are switched off',
      objects: [prometheus(), serviceMonitor(), service(), annotated({ 'prometheus.io/path': '/prom' }, 'false')],
    },
    {
      title: 'a port that another endpoint scrapes',
      objects: [
        prometheus(),
        serviceMonitor([{ port: 'http' }, { targetPort: 9090 }]),
        service(),
        deployment([{ name: 'http', containerPort: 8080 }, { containerPort: 9090 }], {
          annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090' },
        }),
      ],
    },
  ],
});
