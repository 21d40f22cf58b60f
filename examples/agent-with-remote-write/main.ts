import { App, Chart, Size } from 'cdk8s';
import { MonitoredApp, StackHelmRelease, StackNamespace, StackRelease } from 'cdk8s-prometheus';

const app = new App();

const monitoring = new Chart(app, 'stack', { namespace: 'monitoring' });
const stack = new StackRelease(monitoring, 'prometheus-stack', {
  prometheus: {
    agentMode: true,
    // For what is not sent yet.
    storage: Size.gibibytes(10),
    externalLabels: { cluster: 'edge-1' },
    remoteWrite: [
      {
        url: 'https://metrics.example.com/api/v1/push',
        authorization: { credentials: { name: 'metrics', key: 'token' } },
      },
    ],
  },
  // All of these are where the samples go to: an agent answers no query and evaluates no rule.
  alertmanager: { enabled: false },
  defaultRules: { create: false },
  grafana: { enabled: false },
});
const namespace = new StackNamespace(monitoring, 'namespace', { release: stack });
new StackHelmRelease(monitoring, 'flux', { release: stack, namespace });

// Apps do not notice. Only this agent, under the label of agents, gets through the network policy.
const shop = new Chart(app, 'shop', { namespace: 'shop' });
new MonitoredApp(shop, 'web', { image: 'web:1.4.0', port: 8080, networkPolicy: { isolate: true }, prometheus: stack });

app.synth();
