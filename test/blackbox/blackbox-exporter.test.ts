import { type Chart, Size } from 'cdk8s';
import { Cpu, Secret } from 'cdk8s-plus-27';
import { parse } from 'yaml';
import { MonitoredApp } from '../../lib/app/monitored-app';
import { BlackboxExporter } from '../../lib/blackbox/blackbox-exporter';
import type { BlackboxExporterProps } from '../../lib/blackbox/blackbox-exporter-props';
import { BlackboxModule } from '../../lib/blackbox/blackbox-module';
import { KeyReference } from '../../lib/monitor/key-reference';
import { SecretKey } from '../../lib/monitor/secret-key';
import { LabelSelector } from '../../lib/selection/label-selector';
import { manifestOf, messageOf, newChart, synth } from '../private/synth';
import { stack } from '../probe/fixtures';

function chartWith(props: BlackboxExporterProps = {}, chart = newChart({ namespace: 'monitoring' })): Chart {
  new BlackboxExporter(chart, 'blackbox', props);
  return chart;
}

/** The pod template of the Deployment. */
function podOf(props: BlackboxExporterProps = {}): any {
  return manifestOf(chartWith(props), 'Deployment').spec.template;
}

test('is a ConfigMap, a Deployment and a Service, and with a Prometheus a ServiceMonitor', () => {
  expect(synth(chartWith({ prometheus: stack() }))).toMatchSnapshot();
});

test('without a Prometheus there is no ServiceMonitor', () => {
  expect(synth(chartWith()).map(({ kind }) => kind)).toEqual(['ConfigMap', 'Deployment', 'Service']);
});

test('every prop reaches the manifests', () => {
  const props: Required<BlackboxExporterProps> = {
    modules: { tcp: BlackboxModule.tcp() },
    prometheus: stack(),
    name: 'prober',
    namespace: 'probes',
    image: 'example.com/blackbox:v1.2.3',
    replicas: 3,
    resources: { cpu: { request: Cpu.millis(7) }, memory: { limit: Size.mebibytes(77) } },
    args: ['--log.level=debug'],
    labels: { team: 'sre' },
  };
  const chart = chartWith(props);
  const deployment = manifestOf(chart, 'Deployment');
  const [container] = deployment.spec.template.spec.containers;
  expect(parse(manifestOf(chart, 'ConfigMap').data['config.yml'])).toEqual({
    modules: { tcp: { prober: 'tcp', tcp: { preferred_ip_protocol: 'ip4', ip_protocol_fallback: true } } },
  });
  expect(deployment.metadata).toMatchObject({
    name: 'prober',
    namespace: 'probes',
    labels: { team: 'sre', 'app.kubernetes.io/version': '1.2.3', 'app.kubernetes.io/instance': 'prober' },
  });
  expect(deployment.spec.replicas).toBe(3);
  expect(container).toMatchObject({
    image: 'example.com/blackbox:v1.2.3',
    args: ['--config.file=/etc/blackbox_exporter/config.yml', '--log.level=debug'],
    resources: { requests: { cpu: '7m' }, limits: { memory: '77Mi' } },
  });
  expect(manifestOf(chart, 'ServiceMonitor').metadata.labels).toMatchObject({ release: 'stack' });
});

test('a change of the modules rolls the pods', () => {
  const checksum = (props: BlackboxExporterProps) => podOf(props).metadata.annotations['checksum/config'];
  const tcp = { modules: { tcp: BlackboxModule.tcp() } };
  expect(checksum(tcp)).toBe(checksum(tcp));
  expect(checksum(tcp)).not.toBe(checksum({ modules: { tcp: BlackboxModule.tcp({ tls: {} }) } }));
  expect(checksum(tcp)).not.toBe(checksum({ modules: { other: BlackboxModule.tcp() } }));
});

test('the user may ping where a module does, and not otherwise', () => {
  expect(podOf({ modules: { ping: BlackboxModule.icmp() } }).spec.securityContext.sysctls).toEqual([
    { name: 'net.ipv4.ping_group_range', value: '65534 65534' },
  ]);
  expect(podOf().spec.securityContext.sysctls).toBeUndefined();
});

test('files of modules are mounted, each key once, and no other key of their Secret', () => {
  const token = SecretKey.of('shop', 'token');
  const ca = KeyReference.configMap('shop', 'ca.crt');
  const { spec } = podOf({
    modules: {
      a: BlackboxModule.http({ bearerToken: token, tls: { ca } }),
      b: BlackboxModule.http({ basicAuth: { username: SecretKey.of('shop', 'user'), password: token } }),
    },
  });
  expect(spec.volumes.slice(1)).toEqual([
    { name: 'files-0', configMap: { name: 'shop', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    {
      name: 'files-1',
      secret: {
        secretName: 'shop',
        items: [
          { key: 'token', path: 'token' },
          { key: 'user', path: 'user' },
        ],
      },
    },
  ]);
  expect(spec.containers[0].volumeMounts.slice(1)).toEqual([
    { mountPath: '/etc/blackbox_files/configmaps/shop', name: 'files-0', readOnly: true },
    { mountPath: '/etc/blackbox_files/secrets/shop', name: 'files-1', readOnly: true },
  ]);
});

test('an image by digest has no label for its version', () => {
  const image = `quay.io/prometheus/blackbox-exporter@sha256:${'0'.repeat(64)}`;
  expect(podOf({ image }).metadata.labels).not.toHaveProperty('app.kubernetes.io/version');
});

test('all problems of the props are told at once', () => {
  const chart = newChart({ namespace: 'monitoring' });
  const secret = new Secret(newChart({ namespace: 'shop' }), 'Secret', { metadata: { name: 'token' } });
  const bearerToken = SecretKey.fromSecretValue({ secret, key: 'token' });
  const message = messageOf(
    () =>
      new BlackboxExporter(chart, 'Blackbox', {
        modules: { a: BlackboxModule.http({ bearerToken }), b: { prober: 'tcp' } as any },
        prometheus: stack({ serviceMonitorSelector: LabelSelector.nothing() }),
        namespace: 'Monitoring',
        image: ' ',
        replicas: 0.5,
        args: ['--web.listen-address=:1', '--log.level=debug'],
        labels: { 'app.kubernetes.io/name': 'mine', team: 'a b' },
      }),
  );
  expect(message).toMatchSnapshot();
});

test('no module at all is refused', () => {
  expect(messageOf(() => chartWith({ modules: {} }))).toContain('modules: is empty');
});

test('two of one name in one namespace are refused, an app among them', () => {
  const chart = chartWith();
  expect(messageOf(() => new BlackboxExporter(chart, 'other', { name: 'blackbox' }))).toContain(
    '"blackbox" is the name of BlackboxExporter test/blackbox too',
  );
  expect(messageOf(() => new MonitoredApp(chart, 'app', { name: 'blackbox', image: 'a:1', port: 80 }))).toContain(
    'BlackboxExporter test/blackbox too',
  );
});
