import * as path from 'node:path';
import { App, Chart, Include } from 'cdk8s';
import { StackRelease } from 'cdk8s-prometheus';

const app = new App();
new StackRelease(app, 'prometheus-stack', { namespace: 'monitoring' });

// Manifests as somebody wrote them by hand.
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new Include(chart, 'manifests', { url: path.join(__dirname, 'shop.yaml') });

app.synth();
