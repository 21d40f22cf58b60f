import { describeCheck } from '../describe-check';
import { deployment, prometheus, service, serviceMonitor } from '../objects';

const IN_MONITORING = { namespace: 'monitoring' };
const IN_SHOP = { namespaceSelector: { matchNames: ['shop'] } };

describeCheck('monitor/namespace-selector-ignored', {
  flags: [
    {
      title: 'a monitor that names the namespace at a Prometheus that ignores it',
      objects: [
        prometheus({ ignoreNamespaceSelectors: true }),
        serviceMonitor(undefined, IN_SHOP, IN_MONITORING),
        service(),
        deployment(),
      ],
      finds: [
        {
          object: 'ServiceMonitor monitoring/web',
          field: 'spec.namespaceSelector',
          level: 'error',
          fix: 'namespace: shop in the metadata of ServiceMonitor monitoring/web; or ignoreNamespaceSelectors: false in Prometheus monitoring/k8s.',
          related: ['Prometheus monitoring/k8s'],
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a monitor beside its Service',
      objects: [prometheus({ ignoreNamespaceSelectors: true }), serviceMonitor(undefined, IN_SHOP), service()],
    },
    {
      title: 'a monitor that would not look there anyway: that is for monitor/other-namespace',
      objects: [
        prometheus({ ignoreNamespaceSelectors: true }),
        serviceMonitor(undefined, {}, IN_MONITORING),
        service(),
      ],
    },
  ],
});
