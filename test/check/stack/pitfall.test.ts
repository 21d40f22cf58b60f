import { describeCheck } from '../describe-check';

describeCheck('stack/pitfall', {
  flags: [
    {
      title: 'an alert that stays without its targets',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { kubelet: { enabled: false } }
`,
      finds: [{ field: 'kubelet.enabled', level: 'warning', fix: /kubeletService\.enabled to false/ }],
    },
    {
      title: 'Grafana under Argo CD with a random password',
      objects: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: stack, namespace: argocd }
spec:
  source:
    repoURL: https://prometheus-community.github.io/helm-charts
    chart: kube-prometheus-stack
    targetRevision: 88.5.3
    helm:
      releaseName: prometheus-stack
      values: |
        crds: { enabled: true }
  destination: { namespace: monitoring }
`,
      finds: [{ field: 'grafana.admin.existingSecret' }],
    },
  ],
  accepts: [
    {
      title: 'a component that is off as a whole',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { kubeScheduler: { enabled: false }, kubelet: { enabled: false }, prometheusOperator: { kubeletService: { enabled: false } } }
`,
    },
    {
      title: 'Grafana with a random password where Helm itself installs',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { crds: { enabled: true } }
`,
    },
  ],
});
