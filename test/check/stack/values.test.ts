import { describeCheck } from '../describe-check';

describeCheck('stack/values', {
  flags: [
    {
      title: 'a form of older charts that is dropped',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { prometheus: { prometheusSpec: { thanos: { objectStorageConfig: { name: thanos, key: objstore.yml } } } } }
`,
      finds: [
        {
          object: 'HelmRelease monitoring/stack',
          field: 'prometheus.prometheusSpec.thanos.objectStorageConfig',
          level: 'error',
          fix: /existingSecret: \{ name: thanos, key: objstore.yml \}/,
        },
      ],
    },
    {
      title: 'settings of a part that is off',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { grafana: { ingress: { hosts: [grafana.example.com] } } }
`,
      finds: [{ field: 'grafana.ingress', level: 'error', fix: /grafana\.ingress\.enabled: true/ }],
    },
    {
      title: 'a map where a list of texts is needed',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { prometheus: { ingress: { enabled: true, hosts: [{ host: a.example.com }] } } }
`,
      finds: [{ field: 'prometheus.ingress.hosts[0]' }],
    },
    {
      title: 'a duration without a unit',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { prometheus: { prometheusSpec: { retention: 10 } } }
`,
      finds: [{ field: 'prometheus.prometheusSpec.retention', level: 'error' }],
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
      title: 'numbers in quotes, which are printed the same',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { prometheus: { service: { port: "9090" } } }
`,
    },
    {
      title: 'nothing where there is something by default',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { prometheus: { prometheusSpec: { resources: null, storageSpec: {}, retention: "" } } }
`,
    },
    {
      title: 'a part that is off on purpose',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { grafana: { ingress: { enabled: false, hosts: [grafana.example.com] } } }
`,
    },
    {
      title: 'an unknown key, which is told elsewhere',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { anything: 1 }
`,
    },
  ],
});
