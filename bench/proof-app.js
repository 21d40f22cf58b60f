// An app of many apps, as cdk8s-cli runs it. Argument: `with` or `without` the proof.
const { App, Chart } = require('cdk8s');
const { MonitoredApp, StackRelease } = require('..');

const app = new App();
const stack = new StackRelease(app, 'stack', { namespace: 'monitoring', proof: process.argv[2] === 'with' });
const chart = new Chart(app, 'apps', { namespace: 'apps' });
for (let index = 0; index < 1000; index++) {
  new MonitoredApp(chart, `app-${index}`, { image: 'app:1.0.0', port: 8080, prometheus: stack });
}
app.synth();
