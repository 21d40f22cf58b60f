import { App, Chart, Duration } from 'cdk8s';
import { LabelSelector, MonitoredApp, NamespaceSelector, Prometheus } from 'cdk8s-prometheus';

// What `kubectl get prometheus -A -o yaml` shows of the instance that the platform team runs.
const prometheus = Prometheus.fromSelectors({
  name: 'tenants',
  namespace: 'observability',
  version: '3.13.1',
  serviceAccountName: 'prometheus-tenants',
  serviceMonitorSelector: LabelSelector.matchLabels({ prometheus: 'tenants' }),
  serviceMonitorNamespaceSelector: NamespaceSelector.names('orders', 'payments'),
});

const app = new App();
const chart = new Chart(app, 'payments', { namespace: 'payments' });
new MonitoredApp(chart, 'payments-api', {
  image: 'payments-api:7.0.2',
  port: 8080,
  prometheus,
  metrics: { port: 9090, path: '/actuator/prometheus', interval: Duration.minutes(1) },
  // The instance may list only what it is granted, and the namespace denies what is not allowed.
  discoveryRole: true,
  networkPolicy: {},
});

app.synth();
