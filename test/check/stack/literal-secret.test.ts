import { describeCheck } from '../describe-check';

describeCheck('stack/literal-secret', {
  flags: [
    {
      title: 'a password of Grafana',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { grafana: { adminPassword: hunter2 } }
`,
      finds: [{ field: 'grafana.adminPassword', level: 'error', message: /^((?!hunter2).)*$/, fix: /existingSecret/ }],
    },
    {
      title: 'a token in the headers of remote write',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { prometheus: { prometheusSpec: { remoteWrite: [{ url: "https://user:hunter2@example.com" }] } } }
`,
      finds: [{ field: 'prometheus.prometheusSpec.remoteWrite[0].url', message: /^((?!hunter2).)*$/ }],
    },
  ],
  accepts: [
    {
      title: 'references',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { grafana: { admin: { existingSecret: a, passwordKey: password }, env: { DB_PASSWORD: "$(OTHER)" } } }
`,
    },
    {
      title: 'what SOPS has encrypted',
      objects: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: stack, namespace: monitoring }
spec:
  chart: { spec: { chart: kube-prometheus-stack, version: 88.5.3 } }
  releaseName: prometheus-stack
  values: { grafana: { adminPassword: "ENC[AES256_GCM,data:abc,type:str]" } }
`,
    },
  ],
});
