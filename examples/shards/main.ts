import { App, Chart, Size } from 'cdk8s';
import { LabelSelector, MonitoredApp, StackHelmRelease, StackRelease, v1 } from 'cdk8s-prometheus';

const app = new App();

const monitoring = new Chart(app, 'stack', { namespace: 'monitoring' });
const objectStorageConfig = { existingSecret: { name: 'thanos-objstore', key: 'objstore.yml' } };
const stack = new StackRelease(monitoring, 'prometheus-stack', {
  // The names of shards would be too long otherwise.
  cleanPrometheusOperatorObjectNames: true,
  prometheus: {
    shards: 3,
    replicas: 2,
    storage: Size.gibibytes(50),
    externalLabels: { cluster: 'production' },
    // A shard sees a third of the targets, so that rules belong to somebody who sees them all.
    ruleSelector: LabelSelector.nothing(),
    thanos: { objectStorageConfig },
    thanosService: { enabled: true },
  },
  thanosRuler: {
    enabled: true,
    objectStorageConfig,
    queryEndpoints: ['dnssrv+_http._tcp.thanos-query.monitoring.svc'],
    ruleSelector: LabelSelector.matchLabels({ release: 'prometheus-stack' }),
  },
  grafana: { sidecar: { datasources: { url: 'http://thanos-query.monitoring.svc:9090/' } } },
});
new StackHelmRelease(monitoring, 'flux', { release: stack });

const shop = new Chart(app, 'shop', { namespace: 'shop' });
new MonitoredApp(shop, 'web', { image: 'web:1.4.0', port: 8080, prometheus: stack });

// For Thanos Ruler, by the label that its selector asks for.
new v1.PrometheusRule(shop, 'alerts', {
  metadata: { name: 'web', labels: { release: stack.releaseName } },
  spec: {
    groups: [{ name: 'web', rules: [{ alert: 'WebDown', expr: 'absent(up{job="web"} == 1)', for: '5m' }] }],
  },
});

app.synth();
