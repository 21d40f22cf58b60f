// Prints the milliseconds of one synth of many apps, and the most memory that the process has held, in MiB.
// Arguments: `with` or `without` the proof, the number of apps.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { App, Chart } = require('cdk8s');
const { MonitoredApp, StackRelease } = require('..');

const [side, count] = [process.argv[2], Number(process.argv[3])];

function synthesize(outdir, apps) {
  const app = new App({ outdir });
  const stack = new StackRelease(app, 'stack', { namespace: 'monitoring', proof: side === 'with' });
  const chart = new Chart(app, 'apps', { namespace: 'apps' });
  for (let index = 0; index < apps; index++) {
    new MonitoredApp(chart, `app-${index}`, { image: 'app:1.0.0', port: 8080, prometheus: stack });
  }
  app.synth();
}

const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-prometheus-bench-'));
// Loads whatever either side loads on first use.
synthesize(outdir, 1);
const start = process.hrtime.bigint();
synthesize(outdir, count);
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
process.stdout.write(`${milliseconds} ${process.resourceUsage().maxRSS / 1024}`);
fs.rmSync(outdir, { recursive: true });
