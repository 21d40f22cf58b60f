import { App, Chart, Duration } from 'cdk8s';
import { AppWorkload, MonitoredApp, StackRelease } from 'cdk8s-prometheus';

const app = new App();
const stack = new StackRelease(app, 'prometheus-stack', { namespace: 'monitoring' });

// A worker that nobody calls: no Service, so a PodMonitor finds its pods.
const chart = new Chart(app, 'mail-worker', { namespace: 'mail' });
new MonitoredApp(chart, 'mail-worker', {
  image: 'mail-worker:2.3.1',
  port: 8080,
  portName: 'metrics',
  prometheus: stack,
  service: { enabled: false },
  metrics: { interval: Duration.seconds(15), sampleLimit: 5000 },
  workload: AppWorkload.deployment({ replicas: 3 }),
});

app.synth();
