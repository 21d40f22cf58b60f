import { App, Chart, Duration } from 'cdk8s';
import {
  KubernetesRole,
  Relabeling,
  ScrapeAuth,
  ScrapeConfig,
  ScrapeTargets,
  SecretKey,
  StackRelease,
} from 'cdk8s-prometheus';

const app = new App();
const stack = new StackRelease(app, 'prometheus-stack', { namespace: 'monitoring' });
const chart = new Chart(app, 'outside', { namespace: 'monitoring' });

// Machines outside the cluster: some are known, the others are in an inventory.
new ScrapeConfig(chart, 'machines', {
  jobName: 'node-exporter',
  targets: [
    ScrapeTargets.addresses(['10.20.0.11:9100', '10.20.0.12:9100'], { labels: { site: 'berlin' } }),
    ScrapeTargets.http('https://inventory.example.com/prometheus/targets', {
      auth: ScrapeAuth.bearerToken(SecretKey.of('inventory', 'token')),
      refreshInterval: Duration.minutes(5),
    }),
  ],
  prometheus: stack,
});

// Nodes of the cluster, at another port than that of their kubelet.
new ScrapeConfig(chart, 'nodes', {
  jobName: 'disk-exporter',
  targets: [ScrapeTargets.kubernetes(KubernetesRole.NODE)],
  relabelings: [
    Relabeling.replace({
      sourceLabels: ['__address__'],
      regex: '(.+):\\d+',
      targetLabel: '__address__',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: groups of the expression
      replacement: '${1}:9633',
    }),
    Relabeling.copy('__meta_kubernetes_node_name', 'node'),
  ],
  interval: Duration.minutes(2),
  prometheus: stack,
});

app.synth();
