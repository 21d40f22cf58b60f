import { typedField } from '../../../lib/stack/typed/typed-field';

test.each([
  ['prometheus.prometheusSpec.enableAdminAPI', 'prometheus.enableAdminApi'],
  ['prometheus.prometheusSpec.scrapeClasses.0.name', 'prometheus.scrapeClasses[0].name'],
  ['alertmanager.alertmanagerSpec.clusterTLS', 'alertmanager.clusterTls'],
  ['alertmanager.config.receivers.1', 'alertmanager.config.receivers[1]'],
  ['prometheus-node-exporter.kubeRBACProxy.enabled', 'prometheusNodeExporter.kubeRbacProxy.enabled'],
  ['prometheus-node-exporter.hostPID', 'prometheusNodeExporter.hostPid'],
  ['kube-state-metrics.replicas', 'kubeStateMetrics.replicas'],
  ['kubeStateMetrics.enabled', 'kubeStateMetrics.enabled'],
  ['prometheus.networkPolicy', 'prometheus.networkPolicy'],
  ['thanosRuler.thanosRulerSpec.queryEndpoints', 'thanosRuler.queryEndpoints'],
  ['prometheusOperator.admissionWebhooks.patch.enabled', 'prometheusOperator.admissionWebhooks.patch.enabled'],
])('%s comes from the prop %s', (path, field) => {
  expect(typedField(path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)))).toBe(field);
});

test('a key with a dot in it is told apart from two keys', () => {
  expect(typedField(['grafana', 'grafana.ini', 'auth.github', 'client_secret'])).toBe(
    'grafana.grafanaIni.auth\\.github.client_secret',
  );
});
