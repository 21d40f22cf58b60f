import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-34';
import { ServiceMonitor, StackRelease } from 'cdk8s-prometheus';

const app = new App();
const stack = new StackRelease(app, 'prometheus-stack', { namespace: 'monitoring' });

// A workload that is already written, with the newest cdk8s-plus.
const chart = new Chart(app, 'web', { namespace: 'shop' });
const deployment = new kplus.Deployment(chart, 'Deployment', {
  containers: [{ image: 'web:1.4.0', ports: [{ name: 'http', number: 8080 }] }],
});
const service = deployment.exposeViaService({ name: 'web' });

// Pass any construct that holds a Service; its labels and port names are read from what it will emit.
new ServiceMonitor(chart, 'Monitor', { service, prometheus: stack });

app.synth();
