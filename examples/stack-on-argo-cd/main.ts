import { App, Chart } from 'cdk8s';
import { MonitoredApp, StackApplication, StackRelease } from 'cdk8s-prometheus';

const app = new App();

// What Argo CD installs: kube-prometheus-stack, from an Application of its own, in wave -1.
const argo = new Chart(app, 'argo', { namespace: 'argocd' });
const stack = new StackRelease(argo, 'prometheus-stack', {
  namespace: 'monitoring',
  // Without this Secret, Argo CD would roll Grafana's password with every sync.
  grafana: { admin: { existingSecret: 'grafana-admin' } },
});
new StackApplication(argo, 'application', { release: stack });

// What is monitored. On a new cluster its first sync may come before the CRDs of the stack are there.
const shop = new Chart(app, 'shop', { namespace: 'shop' });
new MonitoredApp(shop, 'web', { image: 'web:1.4.0', port: 8080, prometheus: stack });
StackApplication.tolerateMissingCrds(shop);

app.synth();
