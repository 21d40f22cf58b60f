import { describeCheck } from '../describe-check';
import { deployment, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const headless = service(undefined, { name: 'web-headless' }, { clusterIP: 'None' });
const more = (endpoints?: readonly object[], spec?: object) => serviceMonitor(endpoints, spec, { name: 'more' });

describeCheck('monitor/scraped-twice', {
  flags: [
    {
      title: 'two Services before the same pods',
      objects: [prometheus(), serviceMonitor(), service(), headless, deployment()],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.selector',
          level: 'warning',
          message:
            'ServiceMonitor shop/web selects Service shop/web and Service shop/web-headless, which stand before the same pods, so Prometheus monitoring/k8s scrapes Deployment shop/web port 8080 path /metrics more than once.',
          related: ['Service shop/web', 'Service shop/web-headless'],
        },
      ],
    },
    {
      title: 'two Services that a label tells apart, with that label',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(undefined, { labels: { app: 'web', main: 'yes' } }),
        headless,
        deployment(),
      ],
      finds: [{ fix: 'add { main: "yes" } to spec.selector.matchLabels, which only Service shop/web has.' }],
    },
    {
      title: 'two monitors',
      objects: [prometheus(), serviceMonitor(), more(), service(), deployment()],
      finds: [{ object: 'ServiceMonitor shop/more', related: ['ServiceMonitor shop/web'] }],
    },
    {
      title: 'a ServiceMonitor and a PodMonitor',
      objects: [prometheus(), serviceMonitor(), podMonitor(), service(), deployment()],
      finds: [{ message: /both make Prometheus monitoring\/k8s scrape Deployment shop\/web port 8080 path \/metrics/ }],
    },
    {
      title: 'two endpoints of one monitor',
      objects: [prometheus(), serviceMonitor([{ port: 'http' }, { targetPort: 8080 }]), service(), deployment()],
      finds: [{ field: 'spec.endpoints[1]', fix: 'remove spec.endpoints[1].' }],
    },
    {
      title: 'a port that two containers declare',
      objects: [
        prometheus(),
        podMonitor(),
        deployment(undefined, {
          initContainers: [
            {
              name: 'proxy',
              image: 'proxy:1',
              restartPolicy: 'Always',
              ports: [{ name: 'http', containerPort: 8080 }],
            },
          ],
        }),
      ],
      finds: [{ message: /containers web and proxy declare the same port/ }],
    },
    {
      title: 'one monitor that takes what many others take, once',
      objects: [
        prometheus(),
        serviceMonitor(undefined, { selector: {} }, { name: 'all' }),
        ...['a', 'b', 'c'].flatMap((name) => [
          serviceMonitor(undefined, { selector: { matchLabels: { app: name } } }, { name }),
          service(undefined, { name, labels: { app: name } }, { selector: { app: name } }),
          deployment(undefined, { metadata: { name }, labels: { app: name } }),
        ]),
      ],
      finds: [
        {
          object: 'ServiceMonitor shop/all',
          message: /and ServiceMonitor shop\/a, ServiceMonitor shop\/b and ServiceMonitor shop\/c all make/,
        },
      ],
    },
    {
      title: 'once for two instances that find the same',
      objects: [prometheus(), prometheus({}, { name: 'twin' }), serviceMonitor(), more(), service(), deployment()],
      finds: [{}],
    },
  ],
  accepts: [
    {
      title: 'two instances that scrape the same once each',
      objects: [prometheus(), prometheus({}, { name: 'twin' }), serviceMonitor(), service(), deployment()],
    },
    {
      title: 'another path',
      objects: [
        prometheus(),
        serviceMonitor([{ port: 'http' }, { port: 'http', path: '/slow' }]),
        service(),
        deployment(),
      ],
    },
    {
      title: 'other parameters',
      objects: [
        prometheus(),
        serviceMonitor([
          { port: 'http', params: { a: ['1'] } },
          { port: 'http', params: { a: ['2'] } },
        ]),
        service(),
        deployment(),
      ],
    },
    {
      title: 'endpoints that split the metrics of one port',
      objects: [
        prometheus(),
        serviceMonitor([
          { port: 'http', interval: '15s' },
          { port: 'http', interval: '5m' },
        ]),
        service(),
        deployment(),
      ],
    },
    {
      title: 'two named ports of a Service whose pods are not shown',
      objects: [
        prometheus(),
        serviceMonitor([{ port: 'a' }, { port: 'b' }]),
        service([
          { name: 'a', port: 1, targetPort: 'x' },
          { name: 'b', port: 2, targetPort: 'y' },
        ]),
      ],
    },
    {
      title: 'two workloads with the same port',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(),
        deployment(),
        deployment(undefined, { metadata: { name: 'canary' } }),
      ],
    },
  ],
});
