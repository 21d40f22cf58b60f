import { describeCheck } from '../describe-check';

describeCheck('stack/assumed', {
  flags: [
    {
      title: 'a version that is open',
      objects: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: 88.x
    helm: { releaseName: prometheus-stack, valuesObject: {} }
  destination: { namespace: monitoring }
`,
      finds: [{ object: 'Application argocd/stack', level: 'info', message: /88\.5\.3/ }],
    },
  ],
  accepts: [
    {
      title: 'an exact version',
      objects: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: 88.5.3
    helm: { releaseName: prometheus-stack, valuesObject: {} }
  destination: { namespace: monitoring }
`,
    },
  ],
});
