import { describeCheck } from '../describe-check';
import { argoApplication, fluxRelease } from './releases';

describeCheck('stack/unknown-value', {
  flags: [
    {
      title: 'a field that the object has not, into which the chart copies the value',
      objects: fluxRelease('{ prometheus: { prometheusSpec: { storageSpec: { volumeClaimTemplates: {} } } } }'),
      finds: [
        {
          field: 'prometheus.prometheusSpec.storageSpec.volumeClaimTemplates',
          level: 'error',
          fix: /volumeClaimTemplate,/,
        },
      ],
    },
    {
      title: 'a key that stands a level too high',
      objects: fluxRelease('{ prometheus: { retention: 30d } }'),
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
      objects: argoApplication(`values: |
  grafana: { admin: { existingSecret: grafana-admin } }
  kubelet: { enabld: false }`),
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
      objects: fluxRelease('{ prometheus: { prometheusSpec: { brandNew: true } } }', '88.99.0'),
      finds: [{ field: 'prometheus.prometheusSpec.brandNew', level: 'warning' }],
    },
    {
      title: 'a key where the chart is left open, as a warning',
      objects: fluxRelease('{ prometheus: { prometheusSpec: { scrapeIntervall: 15s } } }', '>=80'),
      finds: [{ field: 'prometheus.prometheusSpec.scrapeIntervall', level: 'warning' }],
    },
  ],
  accepts: [
    {
      title: 'keys of maps that are the users own',
      objects: fluxRelease(
        '{ commonLabels: { anything: x }, grafana: { grafana.ini: { my.section: { key: 1 } } }, prometheus: { route: { mine: { enabled: false } } } }',
      ),
    },
    {
      title: 'a key that a template asks for',
      objects: fluxRelease(
        '{ clusterName: a, prometheus: { prometheusSpec: { externalLabels: { cluster: "{{ .Values.clusterName }}" } } } }',
      ),
    },
    {
      title: 'keys of another major, which are told at once elsewhere',
      objects: fluxRelease('{ anything: 1 }', '45.0.0'),
    },
  ],
});
