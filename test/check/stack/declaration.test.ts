import { describeCheck } from '../describe-check';

describeCheck('stack/declaration', {
  flags: [
    {
      title: 'a name that Helm refuses',
      objects: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: 88.5.3
    helm: { releaseName: Prometheus_Stack, valuesObject: {} }
  destination: { namespace: monitoring }
`,
      finds: [{ object: 'Application argocd/stack', level: 'error', message: /Prometheus_Stack/ }],
    },
  ],
  accepts: [
    {
      title: 'a name with dots',
      objects: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: 88.5.3
    helm: { releaseName: prometheus.stack, valuesObject: {} }
  destination: { namespace: monitoring }
`,
    },
  ],
});
