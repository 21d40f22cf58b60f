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

describeCheck('stack/declaration', {
  flags: [
    {
      title: 'a name that Helm refuses',
      objects: [application({ helm: { releaseName: 'Stack_1' } })],
      finds: [{ object: 'Application argocd/stack', level: 'error' }],
    },
  ],
  accepts: [{ title: 'a name with a hyphen', objects: [application({ helm: { releaseName: 'stack-1' } })] }],
});
