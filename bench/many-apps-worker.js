// Prints how many milliseconds it takes to build and synthesize many apps.
// Usage: node many-apps-worker.js ours|by-hand COUNT

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { ApiObject, App, Chart } = require('cdk8s');
const kplus = require('cdk8s-plus-27');
const { LabelSelector, MonitoredApp, NamespaceSelector, Prometheus } = require('..');

const [side, count] = [process.argv[2], Number(process.argv[3])];
const prometheus = Prometheus.fromSelectors({
  name: 'k8s',
  namespace: 'monitoring',
  serviceMonitorSelector: LabelSelector.matchLabels({ release: 'prometheus-stack' }),
  serviceMonitorNamespaceSelector: NamespaceSelector.all(),
});

function byHand(chart, name) {
  const selected = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': name };
  const metadata = { name, labels: { ...selected, 'app.kubernetes.io/managed-by': 'cdk8s' } };
  const service = new kplus.Service(chart, `${name}-service`, {
    metadata,
    ports: [{ name: 'http', port: 8080, targetPort: 8080 }],
  });
  for (const [key, value] of Object.entries(selected)) {
    service.selectLabel(key, value);
  }
  const deployment = new kplus.Deployment(chart, `${name}-deployment`, {
    metadata,
    podMetadata: { labels: metadata.labels },
    select: false,
    containers: [
      {
        name,
        image: 'app:1.0.0',
        ports: [{ name: 'http', number: 8080 }],
        startup: kplus.Probe.fromTcpSocket({ port: 8080 }),
      },
    ],
  });
  deployment.select(kplus.LabelSelector.of({ labels: selected }));
  new ApiObject(chart, `${name}-monitor`, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name, labels: { ...metadata.labels, release: 'prometheus-stack' } },
    spec: { selector: { matchLabels: selected }, endpoints: [{ port: 'http' }] },
  });
}

function synthesize(outdir, apps) {
  const app = new App({ outdir });
  const chart = new Chart(app, 'apps', { namespace: 'apps' });
  for (let index = 0; index < apps; index++) {
    const name = `app-${index}`;
    if (side === 'ours') {
      new MonitoredApp(chart, name, { image: 'app:1.0.0', port: 8080, prometheus });
    } else {
      byHand(chart, name);
    }
  }
  app.synth();
}

const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-prometheus-bench-'));
// Loads whatever either side loads on first use; `load.ts` measures that.
synthesize(outdir, 1);
const start = process.hrtime.bigint();
synthesize(outdir, count);
process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e6));
fs.rmSync(outdir, { recursive: true });
