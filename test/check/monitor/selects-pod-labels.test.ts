import { describeCheck } from '../describe-check';
import { deployment, prometheus, service, serviceMonitor } from '../objects';

describeCheck('monitor/selects-pod-labels', {
  flags: [
    {
      title: 'a Service without labels before pods that have them',
      objects: [prometheus(), serviceMonitor(), service(undefined, { labels: {} }), deployment()],
      finds: [
        {
          field: 'spec.selector',
          level: 'error',
          message:
            'ServiceMonitor shop/web selects app=web. The pods of Deployment shop/web have these labels, but no Service in namespace "shop" has them: Service shop/web before these pods has no labels.',
          fix: 'labels: { app: web } in the metadata of Service shop/web.',
          related: ['Service shop/web', 'Deployment shop/web'],
        },
      ],
    },
    {
      title: 'a Service with other labels, which could be selected instead',
      objects: [prometheus(), serviceMonitor(), service(undefined, { labels: { role: 'front' } }), deployment()],
      finds: [{ fix: /or select what it has: matchLabels: \{ role: front \}\.$/ }],
    },
    {
      title: 'pods without any Service before them',
      objects: [prometheus(), serviceMonitor(), deployment()],
      finds: [{ message: /none stands before these pods/, fix: /make it a PodMonitor/ }],
    },
    {
      title: 'pods in a namespace that is searched beside one that is not shown',
      objects: [
        prometheus(),
        serviceMonitor(undefined, { namespaceSelector: { matchNames: ['shop', 'else'] } }),
        service(undefined, { labels: {} }),
        deployment(),
      ],
      finds: [{ level: 'error' }],
    },
  ],
  accepts: [
    { title: 'a Service with the labels', objects: [prometheus(), serviceMonitor(), service(), deployment()] },
    {
      title: 'a Service with the labels and pods without them',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(undefined, {}, { selector: { pod: 'web' } }),
        deployment(undefined, { labels: { pod: 'web' } }),
      ],
    },
  ],
});
