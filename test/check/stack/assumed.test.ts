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

describeCheck('stack/assumed', {
  flags: [
    {
      title: 'a version that is a range',
      objects: [application({ targetRevision: '88.x' })],
      finds: [{ object: 'Application argocd/stack', level: 'info' }],
    },
  ],
  accepts: [
    { title: 'a version that is exact', objects: [application({})] },
    { title: 'a range for another chart', objects: [application({ chart: 'grafana', targetRevision: '88.x' })] },
  ],
});
