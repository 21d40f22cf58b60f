import { describeCheck } from '../describe-check';
import { object } from '../manifests';

const application = (source: object) =>
  object(
    'argoproj.io/v1alpha1',
    'Application',
    'stack',
    {
      spec: {
        source: {
          repoURL: 'https://prometheus-community.github.io/helm-charts',
          chart: 'kube-prometheus-stack',
          targetRevision: '88.5.3',
          ...source,
        },
        destination: { namespace: 'monitoring' },
      },
    },
    { namespace: 'argocd' },
  );

describeCheck('stack/values', {
  flags: [
    {
      title: 'a value that the chart does not have',
      objects: [application({ helm: { valuesObject: { prometheus: { prometheusSpec: { scrapeIntervall: '1m' } } } } })],
      finds: [{ object: 'Application argocd/stack', level: 'warning' }],
    },
  ],
  accepts: [
    {
      title: 'a value that it has',
      objects: [application({ helm: { valuesObject: { prometheus: { prometheusSpec: { scrapeInterval: '1m' } } } } })],
    },
  ],
});
