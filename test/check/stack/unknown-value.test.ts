import { describeCheck } from '../describe-check';

describeCheck('stack/unknown-value', {
  flags: [
    {
      title: 'a key that stands a level too high',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { prometheus: { retention: 30d } }
`,
      finds: [
        {
          object: 'HelmRelease monitoring/stack',
          field: 'prometheus.retention',
          level: 'error',
          fix: /prometheus\.prometheusSpec\.retention/,
        },
      ],
    },
    {
      title: 'a slip of the pen in values that stand as text',
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
        grafana: { admin: { existingSecret: grafana-admin } }
        kubelet: { enabld: false }
  destination: { namespace: monitoring }
`,
      finds: [{ object: 'Application argocd/stack', field: 'kubelet.enabld', message: /did you mean enabled\?/ }],
    },
    {
      title: 'a null at a key that is not there',
      objects: `apiVersion: helm.cattle.io/v1
kind: HelmChart
metadata: { name: prometheus-stack, namespace: kube-system }
spec:
  chart: kube-prometheus-stack
  version: 88.5.3
  targetNamespace: monitoring
  valuesContent: |
    nodeExporters: null
`,
      finds: [{ object: 'HelmChart kube-system/prometheus-stack', field: 'nodeExporters', level: 'error' }],
    },
    {
      title: 'a key that a newer chart of the same major may know, as a warning',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.99.0 } }
  releaseName: prometheus-stack
  values: { prometheus: { prometheusSpec: { brandNew: true } } }
`,
      finds: [{ field: 'prometheus.prometheusSpec.brandNew', level: 'warning' }],
    },
    {
      title: 'a key where the chart is left open, as a warning',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: '>=80' } }
  releaseName: prometheus-stack
  values: { prometheus: { prometheusSpec: { scrapeIntervall: 15s } } }
`,
      finds: [{ field: 'prometheus.prometheusSpec.scrapeIntervall', level: 'warning' }],
    },
  ],
  accepts: [
    {
      title: 'keys of maps that are the users own',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { commonLabels: { anything: x }, grafana: { grafana.ini: { my.section: { key: 1 } } }, prometheus: { route: { mine: { enabled: false } } } }
`,
    },
    {
      title: 'a key that a template asks for',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { clusterName: a, prometheus: { prometheusSpec: { externalLabels: { cluster: "{{ .Values.clusterName }}" } } } }
`,
    },
    {
      title: 'keys of another major, which are told at once elsewhere',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 45.0.0 } }
  releaseName: prometheus-stack
  values: { anything: 1 }
`,
    },
  ],
});
