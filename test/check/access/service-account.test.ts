import { describeCheck } from '../describe-check';
import { prometheus } from '../objects';

const COMPLETE = { absence: 'complete' } as const;
const SCRAPER = prometheus({ serviceAccountName: 'prometheus-k8s' });

function account(name: string, namespace = 'monitoring'): object {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
}

describeCheck('access/service-account', {
  flags: [
    {
      title: 'a slip of the pen',
      objects: [SCRAPER, account('prometheus-k8')],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.serviceAccountName',
          level: 'warning',
          message:
            'Prometheus monitoring/k8s runs as service account "prometheus-k8s", and namespace "monitoring" has none of that name. There is "prometheus-k8".',
          fix: 'serviceAccountName: prometheus-k8',
          patch: [{ op: 'replace', path: '/spec/serviceAccountName', value: 'prometheus-k8' }],
        },
      ],
    },
    {
      title: 'one that is nowhere, where the objects are all that there is',
      objects: [SCRAPER, account('prometheus-k8s', 'shop')],
      options: COMPLETE,
      finds: [{ level: 'error', fix: 'create ServiceAccount "prometheus-k8s" in namespace "monitoring".' }],
    },
  ],
  accepts: [
    { title: 'one that may be elsewhere', objects: [SCRAPER, account('grafana'), account('prometheus-operator')] },
    { title: 'one that is here', objects: [SCRAPER, account('prometheus-k8s')], options: COMPLETE },
    { title: 'the one that each namespace has', objects: [prometheus()], options: COMPLETE },
    {
      title: 'a release that makes it, whatever its name',
      objects: [
        SCRAPER,
        {
          apiVersion: 'helm.toolkit.fluxcd.io/v2',
          kind: 'HelmRelease',
          metadata: { name: 'accounts', namespace: 'monitoring' },
          spec: { chart: { spec: { chart: 'accounts' } } },
        },
      ],
      options: COMPLETE,
    },
  ],
});
