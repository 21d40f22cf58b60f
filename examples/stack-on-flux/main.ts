import { App, Chart } from 'cdk8s';
import { MonitoredApp, StackHelmRelease, StackNamespace, StackRelease } from 'cdk8s-prometheus';

const app = new App();

// dist/stack.k8s.yaml: for a Kustomization with `wait: true`.
const monitoring = new Chart(app, 'stack', { namespace: 'monitoring' });
const stack = new StackRelease(monitoring, 'prometheus-stack', {
  // A null takes a default of the chart away. It travels in a ConfigMap, since it would get lost in `spec.values`.
  values: { 'prometheus-node-exporter': { tolerations: null } },
});
const namespace = new StackNamespace(monitoring, 'namespace', { release: stack });
new StackHelmRelease(monitoring, 'flux', { release: stack, namespace });

// dist/shop.k8s.yaml: for a Kustomization that names the other one in `dependsOn`.
const shop = new Chart(app, 'shop', { namespace: 'shop' });
new MonitoredApp(shop, 'web', { image: 'web:1.4.0', port: 8080, prometheus: stack });

app.synth();
