import { App, Chart } from 'cdk8s';
import { MonitoredApp, Platform, StackRelease } from 'cdk8s-prometheus';

const app = new App();

// kube-prometheus-stack, installed by Helm as release `prometheus-stack` in namespace `monitoring`, on GKE.
const stack = new StackRelease(app, 'prometheus-stack', {
  namespace: 'monitoring',
  platform: Platform.GKE,
});

// An app that listens on port 5000 and serves /metrics there, in namespace `default`, scraped by that Prometheus.
const chart = new Chart(app, 'sample-app', { namespace: 'default' });
new MonitoredApp(chart, 'sample-app', {
  image: 'sample-app:1.0.0',
  port: 5000,
  prometheus: stack,
});

app.synth();
