import { App, Chart, Duration } from 'cdk8s';
import { MonitoredApp, StackHelmChart, StackRelease } from 'cdk8s-prometheus';

const app = new App();

const system = new Chart(app, 'stack', { namespace: 'kube-system' });
const stack = new StackRelease(system, 'prometheus-stack', {
  namespace: 'monitoring',
  prometheus: { retention: Duration.days(7) },
});
new StackHelmChart(system, 'k3s', { release: stack });

const shop = new Chart(app, 'shop', { namespace: 'shop' });
new MonitoredApp(shop, 'web', { image: 'web:1.4.0', port: 8080, prometheus: stack });

app.synth();
