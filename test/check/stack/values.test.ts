import { describeCheck } from '../describe-check';

describeCheck('stack/values', {
  flags: [
    {
      title: 'a value that the chart passes over, as a warning',
      objects: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: 88.5.3
    helm: { releaseName: prometheus-stack, valuesObject: { prometheus: { prometheusSpec: { scrapeIntervall: 15s } } } }
  destination: { namespace: monitoring }
`,
      finds: [
        { object: 'Application argocd/stack', field: 'prometheus.prometheusSpec.scrapeIntervall', level: 'warning' },
      ],
    },
    {
      title: 'a text that Helm takes for true',
      objects: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: 88.5.3
    helm: { releaseName: prometheus-stack, valuesObject: { prometheus: { enabled: "false" } } }
  destination: { namespace: monitoring }
`,
      finds: [{ field: 'prometheus.enabled', level: 'error' }],
    },
  ],
  accepts: [
    {
      title: 'values of a chart that is newer than the newest one known',
      objects: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: 99.0.0
    helm: { releaseName: prometheus-stack, valuesObject: { prometheus: { prometheusSpec: { scrapeIntervall: 15s } } } }
  destination: { namespace: monitoring }
`,
    },
    {
      title: 'values of other parts of the chart',
      objects: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: 88.5.3
    helm: { releaseName: prometheus-stack, valuesObject: { grafana: { anything: 1 } } }
  destination: { namespace: monitoring }
`,
    },
  ],
});
