import { App, Chart, Duration, Size } from 'cdk8s';
import { StackApplicationSet, StackGenerator, StackRelease } from 'cdk8s-prometheus';

const app = new App();

const chart = new Chart(app, 'stack', { namespace: 'argocd' });
const stack = new StackRelease(chart, 'prometheus-stack', {
  namespace: 'monitoring',
  prometheus: {
    replicas: 2,
    // The bucket has the history.
    retention: Duration.days(2),
    storage: Size.gibibytes(50),
    thanos: { objectStorageConfig: { existingSecret: { name: 'thanos-objstore', key: 'objstore.yml' } } },
    thanosService: { enabled: true },
    thanosServiceMonitor: { enabled: true },
  },
  grafana: {
    admin: { existingSecret: 'grafana-admin' },
    sidecar: { datasources: { url: 'http://thanos-query.monitoring.svc:9090/' } },
  },
});
new StackApplicationSet(chart, 'clusters', {
  release: stack,
  generators: [StackGenerator.list({ name: 'europe' }, { name: 'america' })],
  // Without it blocks and series of the two clusters could not be told apart.
  clusterValues: { 'prometheus.prometheusSpec.externalLabels.cluster': '{{ .name }}' },
});

app.synth();
