import { describeCheck } from '../describe-check';

describeCheck('stack/contradiction', {
  flags: [
    {
      title: 'webhooks without the certificate that TLS needs',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { prometheusOperator: { admissionWebhooks: { enabled: false } } }
`,
      finds: [{ field: 'prometheusOperator.admissionWebhooks.enabled', level: 'error', fix: /tls\.enabled/ }],
    },
    {
      title: 'a route to a receiver that is not there',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { alertmanager: { config: { receivers: [{ name: "null" }, { name: chat }], route: { receiver: chat, routes: [{ receiver: chats }] } } } }
`,
      finds: [
        { field: 'alertmanager.config.route.routes[0].receiver', message: /"chats" is no receiver .*"null", "chat"/ },
      ],
    },
    {
      title: 'receivers that replace the one of the chart',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { alertmanager: { config: { receivers: [{ name: chat }], route: { receiver: chat } } } }
`,
      finds: [{ field: 'alertmanager.config.receivers', message: /Watchdog/ }],
    },
    {
      title: 'a second default data source',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { grafana: { additionalDataSources: [{ name: Loki, type: loki, isDefault: true }] } }
`,
      finds: [{ field: 'grafana.additionalDataSources[0].isDefault' }],
    },
  ],
  accepts: [
    {
      title: 'a configuration of ones own, complete',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { alertmanager: { config: { receivers: [{ name: chat }], route: { receiver: chat, routes: [] } } } }
`,
    },
    {
      title: 'webhooks off together with TLS',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { prometheusOperator: { admissionWebhooks: { enabled: false }, tls: { enabled: false } } }
`,
    },
    {
      title: 'what a values file elsewhere may complete',
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
      valueFiles: [more.yaml]
      valuesObject: { prometheus: { networkPolicy: { enabled: true } } }
  destination: { namespace: monitoring }
`,
    },
  ],
});
