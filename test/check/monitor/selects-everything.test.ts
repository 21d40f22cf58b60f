import { describeCheck } from '../describe-check';
import { deployment, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const EVERYTHING = { selector: {} };
const CART = { name: 'cart', labels: { app: 'cart' } };
const cart = [
  service(undefined, CART, { selector: { app: 'cart' } }),
  deployment(undefined, { labels: { app: 'cart' }, metadata: { name: 'cart' } }),
];

describeCheck('monitor/selects-everything', {
  flags: [
    {
      title: 'an empty selector, once for all endpoints',
      objects: [
        prometheus(),
        serviceMonitor([{ port: 'http' }, { port: 'http', path: '/more' }], EVERYTHING),
        service(),
        deployment(),
        ...cart,
      ],
      finds: [
        {
          field: 'spec.selector',
          level: 'warning',
          message:
            'The selector of ServiceMonitor shop/web is empty, so it takes all Services in namespace "shop": Service shop/cart and Service shop/web.',
        },
      ],
    },
    {
      title: 'a PodMonitor, as an info',
      objects: [prometheus(), podMonitor(undefined, EVERYTHING), deployment(), ...cart],
      finds: [{ level: 'info' }],
    },
  ],
  accepts: [
    {
      title: 'a lone Service',
      objects: [prometheus(), serviceMonitor(undefined, EVERYTHING), service(), deployment()],
    },
    {
      title: 'a relabeling that chooses',
      objects: [
        prometheus(),
        serviceMonitor(
          [
            {
              port: 'http',
              relabelings: [{ action: 'drop', sourceLabels: ['__meta_kubernetes_service_name'], regex: 'internal-.*' }],
            },
          ],
          EVERYTHING,
        ),
        service(),
        deployment(),
        ...cart,
      ],
    },
    {
      title: 'a requirement that nearly all meet',
      objects: [
        prometheus(),
        serviceMonitor(undefined, { selector: { matchExpressions: [{ key: 'ignore', operator: 'DoesNotExist' }] } }),
        service(),
        deployment(),
        ...cart,
      ],
    },
  ],
});
