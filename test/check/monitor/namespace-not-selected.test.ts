import { describeCheck } from '../describe-check';
import { namespace, prometheus, serviceMonitor } from '../manifests';

const TEAM = { serviceMonitorNamespaceSelector: { matchLabels: { team: 'web' } } };

describeCheck('monitor/namespace-not-selected', {
  flags: [
    {
      title: 'another namespace than that of the Prometheus',
      objects: [prometheus({ serviceMonitorNamespaceSelector: undefined }), serviceMonitor()],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'metadata.namespace',
          level: 'error',
          message: /has no serviceMonitorNamespaceSelector, so it looks in its own namespace alone/,
          related: ['Prometheus monitoring/k8s'],
        },
      ],
    },
    {
      title: 'a Namespace without the label',
      objects: [prometheus(TEAM), namespace('shop'), serviceMonitor()],
      finds: [
        {
          message: /and Namespace "shop" has no label "team"/,
          related: ['Prometheus monitoring/k8s', 'Namespace shop'],
        },
      ],
    },
    {
      title: 'a selector by the name of the namespace, which nobody has to declare',
      objects: [
        prometheus({ serviceMonitorNamespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'web' } } }),
        serviceMonitor(),
      ],
      finds: [{ level: 'error' }],
    },
    {
      title: 'labels that nobody knows, of complete objects',
      options: { absence: 'complete' },
      objects: [prometheus(TEAM), serviceMonitor()],
      finds: [{ level: 'error' }],
    },
  ],
  accepts: [
    {
      title: 'a Namespace that is not among the objects and may have the label',
      objects: [prometheus(TEAM), serviceMonitor()],
    },
    {
      title: 'a Namespace with the label',
      objects: [prometheus(TEAM), namespace('shop', { team: 'web' }), serviceMonitor()],
    },
  ],
});
