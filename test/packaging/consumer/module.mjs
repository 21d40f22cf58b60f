import { App, Chart } from 'cdk8s';
import { MonitoredApp, StackRelease, v1 } from 'cdk8s-prometheus';

const app = new App();
const stack = new StackRelease(app, 'stack', { namespace: 'monitoring' });
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new MonitoredApp(chart, 'web', { image: 'web:1', port: 8080, prometheus: stack });
new v1.PrometheusRule(chart, 'rules', {
  metadata: { labels: { release: 'stack' } },
  spec: { groups: [{ name: 'web', rules: [{ record: 'web:up:sum', expr: 'sum(up)' }] }] },
});
console.log(app.synthYaml());
