import * as path from 'node:path';
import { App, Chart, Duration, Include } from 'cdk8s';
import { Relabeling, ServiceMonitor, StackRelease } from 'cdk8s-prometheus';

const app = new App();
const stack = new StackRelease(app, 'prometheus-stack', { namespace: 'monitoring' });

const chart = new Chart(app, 'redis');
const redis = new Include(chart, 'redis', { url: path.join(__dirname, 'redis.yaml') });

new ServiceMonitor(chart, 'Monitor', {
  service: redis,
  resource: 'Service/redis', // the file holds two
  prometheus: stack,
  metadata: { name: 'redis' },
  endpoints: [
    {
      port: 'metrics',
      interval: Duration.seconds(30),
      metricRelabelings: [Relabeling.dropMetrics('redis_latency_percentiles_.+')],
    },
  ],
});

app.synth();
