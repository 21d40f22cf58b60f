import { App, Chart } from 'cdk8s';
import { v1 } from 'cdk8s-prometheus';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new v1.ServiceMonitor(chart, 'web', {
  metadata: { labels: { team: 'shop' } },
  spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } }, endpoints: [{ port: 'metrics' }] },
});
console.log(app.synthYaml());
