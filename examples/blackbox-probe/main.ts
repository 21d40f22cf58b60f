import { App, Chart, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { BlackboxExporter, BlackboxModule, Probe, ProbeTargets, StackRelease } from 'cdk8s-prometheus';

const app = new App();
const stack = new StackRelease(app, 'prometheus-stack', { namespace: 'monitoring' });

// Who probes: one exporter for the whole cluster, itself scraped.
const probes = new Chart(app, 'probes', { namespace: 'monitoring' });
const blackbox = new BlackboxExporter(probes, 'blackbox-exporter', {
  prometheus: stack,
  modules: {
    http_2xx: BlackboxModule.http({ failIfNotTls: true }),
    tcp_connect: BlackboxModule.tcp({ timeout: Duration.seconds(3) }),
  },
});

// What is probed: a website and a port outside the cluster …
new Probe(probes, 'website', {
  prober: blackbox,
  module: 'http_2xx',
  targets: ProbeTargets.urls('https://example.com', 'https://example.com/login'),
  labels: { team: 'web' },
  interval: Duration.minutes(1),
  prometheus: stack,
});
new Probe(probes, 'mail', {
  prober: blackbox,
  module: 'tcp_connect',
  targets: ProbeTargets.addresses('mail.example.com:25'),
  prometheus: stack,
});

// … and every host of an Ingress, from the outside in.
const shop = new Chart(app, 'shop', { namespace: 'shop' });
const deployment = new kplus.Deployment(shop, 'web', { containers: [{ image: 'web:1.4.0', portNumber: 8080 }] });
const ingress = new kplus.Ingress(shop, 'ingress', { metadata: { name: 'web' } });
ingress.addHostRule('shop.example.com', '/', kplus.IngressBackend.fromService(deployment.exposeViaService()));
ingress.addTls([{ hosts: ['shop.example.com'], secret: kplus.Secret.fromSecretName(shop, 'tls', 'shop-tls') }]);
new Probe(shop, 'web-probe', {
  prober: blackbox,
  module: 'http_2xx',
  targets: ProbeTargets.ingress(ingress),
  prometheus: stack,
});

app.synth();
