import { describeCheck } from '../describe-check';
import { deployment, object, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const IN_MONITORING = { namespace: 'monitoring' };

describeCheck('monitor/other-namespace', {
  flags: [
    {
      title: 'a ServiceMonitor without namespaceSelector away from its Service',
      objects: [prometheus(), serviceMonitor(undefined, {}, IN_MONITORING), service(), deployment()],
      finds: [
        {
          object: 'ServiceMonitor monitoring/web',
          field: 'spec.namespaceSelector',
          level: 'error',
          message:
            'ServiceMonitor monitoring/web looks for Services in namespace "monitoring" only, its own, since it has no namespaceSelector. What it selects is in namespace "shop": Service shop/web.',
          fix: 'namespaceSelector: { matchNames: [shop] }',
          patch: [{ op: 'add', path: '/spec/namespaceSelector', value: { matchNames: ['shop'] } }],
          related: ['Service shop/web'],
        },
      ],
    },
    {
      title: 'a PodMonitor away from its pods',
      objects: [prometheus(), podMonitor(undefined, {}, IN_MONITORING), deployment()],
      finds: [{ message: /looks for pods .* in namespace "shop": the pods of Deployment shop\/web/ }],
    },
    {
      title: 'a namespaceSelector that names another namespace, once for all endpoints',
      objects: [
        prometheus(),
        serviceMonitor([{ port: 'http' }, { port: 'http', path: '/more' }], {
          namespaceSelector: { matchNames: ['shops'] },
        }),
        service(),
        deployment(),
      ],
      finds: [
        {
          field: 'spec.namespaceSelector.matchNames',
          patch: [{ op: 'replace', path: '/spec/namespaceSelector', value: { matchNames: ['shop'] } }],
        },
      ],
    },
    {
      title: 'Services in several other namespaces, without a patch that would have to choose',
      objects: [
        prometheus(),
        serviceMonitor(undefined, {}, IN_MONITORING),
        service(),
        service(undefined, { namespace: 'bazaar' }),
      ],
      finds: [{ fix: 'namespaceSelector: { matchNames: [bazaar, shop] }', patch: undefined }],
    },
    {
      title: 'as a warning at synth, where the name of the namespace is written and another app may be meant',
      objects: [
        prometheus(),
        serviceMonitor(undefined, { namespaceSelector: { matchNames: ['shops'] } }),
        service(),
        deployment(),
      ],
      options: { absence: 'tree' },
      finds: [{ level: 'warning' }],
    },
  ],
  accepts: [
    {
      title: 'a monitor that names the namespace',
      objects: [
        prometheus(),
        serviceMonitor(undefined, { namespaceSelector: { matchNames: ['shop'] } }, IN_MONITORING),
        service(),
        deployment(),
      ],
    },
    {
      title: 'a monitor that searches everywhere',
      objects: [
        prometheus(),
        serviceMonitor(undefined, { namespaceSelector: { any: true } }, IN_MONITORING),
        service(),
      ],
    },
    {
      title: 'an empty selector, which would fit anything anywhere',
      objects: [prometheus(), serviceMonitor(undefined, { selector: {} }, IN_MONITORING), service()],
    },
    {
      title: 'a Service in the right namespace with a slip in its label, which is what is meant',
      objects: [
        prometheus(),
        serviceMonitor(undefined, {}, IN_MONITORING),
        service(undefined, { namespace: 'monitoring', labels: { app: 'wep' } }),
        service(),
      ],
    },
    {
      title: 'a monitor that no Prometheus takes, so that another check speaks',
      objects: [
        prometheus({ serviceMonitorSelector: { matchLabels: { team: 'a' } } }),
        serviceMonitor(undefined, {}, IN_MONITORING),
        service(),
      ],
    },
    {
      title: 'a Service of another API group with the labels',
      objects: [
        prometheus(),
        serviceMonitor(undefined, {}, IN_MONITORING),
        object('serving.knative.dev/v1', 'Service', { labels: { app: 'web' } }, {}),
      ],
    },
  ],
});
