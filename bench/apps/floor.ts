import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';

const app = new App();
const chart = new Chart(app, 'sample-app', { namespace: 'default', labels: { app: 'sample-app' } });
const deployment = new kplus.Deployment(chart, 'Deployment', {
  containers: [{ image: 'sample-app:1.0.0', ports: [{ name: 'http', number: 5000 }] }],
});
deployment.exposeViaService();
new ApiObject(chart, 'Monitor', {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  metadata: { labels: { release: 'prometheus-stack' } },
  spec: { selector: { matchLabels: { app: 'sample-app' } }, endpoints: [{ port: 'http' }] },
});
app.synth();
