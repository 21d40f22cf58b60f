import { type ApiObject, type Chart, Duration } from 'cdk8s';
import * as plus27 from 'cdk8s-plus-27';
import * as plus34 from 'cdk8s-plus-34';
import { Scheme } from '../../imports/monitoring.coreos.com/v1/enums';
import { BlackboxExporter } from '../../lib/blackbox/blackbox-exporter';
import { BlackboxModule } from '../../lib/blackbox/blackbox-module';
import { Relabeling } from '../../lib/monitor/relabeling';
import { ScrapeAuth } from '../../lib/monitor/scrape-auth';
import type { ScrapeRequestOptions } from '../../lib/monitor/scrape-request-options';
import { SecretKey } from '../../lib/monitor/secret-key';
import { Probe, type ProbeProps } from '../../lib/probe/probe';
import { ProbeTargets } from '../../lib/probe/probe-targets';
import { Prober } from '../../lib/probe/prober';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { allMonitorOptions, allScrapeOptions, include } from '../monitor/fixtures';
import { describeWithCrds, schemaProblems } from '../private/crd-schema';
import { manifestOf, messageOf, newChart, synth } from '../private/synth';
import { rawIngress, rawService, stack } from './fixtures';

const prober = Prober.inCluster('blackbox', 'monitoring', 9115);
const targets = ProbeTargets.urls('https://example.com');

function probeOf(props: Partial<ProbeProps> = {}, chart = newChart({ namespace: 'shop' })): Chart {
  new Probe(chart, 'Probe', { prober, targets, ...props });
  return chart;
}

function specOf(props: Partial<ProbeProps> = {}, chart?: Chart): any {
  return manifestOf(probeOf(props, chart), 'Probe').spec;
}

test('writes the prober, the targets and the labels by which it is selected, and no more', () => {
  const chart = probeOf({ prometheus: stack(), module: 'http_2xx', metadata: { name: 'site' } });
  expect(manifestOf(chart, 'Probe')).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Probe',
    metadata: { name: 'site', namespace: 'shop', labels: { release: 'stack' } },
    spec: {
      module: 'http_2xx',
      prober: { url: 'blackbox.monitoring.svc:9115' },
      targets: { staticConfig: { static: ['https://example.com'] } },
    },
  });
});

/** Every prop; a new one makes this fail to compile, so that its way into the manifest gets tested. */
function allProps(): Required<ProbeProps> {
  const { interval, scrapeTimeout, auth, tls, relabelings, metricRelabelings, enableHttp2, proxyUrl } =
    allScrapeOptions() satisfies Required<ScrapeRequestOptions>;
  const { jobLabel, podTargetLabels, attachNodeMetadata, bodySizeLimit, ...job } = allMonitorOptions();
  return {
    ...job,
    ...{ interval, scrapeTimeout, auth, tls, relabelings, metricRelabelings, enableHttp2, proxyUrl },
    additionalSpecFields: { bearerTokenSecret: { name: 'token', key: 'token' } },
    prober: Prober.of('blackbox:443', { scheme: Scheme.HTTPS, path: '/p' }),
    targets,
    module: 'http_2xx',
    prometheus: stack(),
    metadata: { name: 'site' },
    jobName: 'sites',
    labels: { team: 'shop' },
    params: { hostname: ['a', 'b'] },
  };
}

test('every prop reaches the manifest', () => {
  expect(manifestOf(probeOf(allProps()), 'Probe')).toMatchSnapshot();
});

describeWithCrds('the CRD', () => {
  test('takes every prop', () => {
    expect(schemaProblems(manifestOf(probeOf(allProps()), 'Probe'))).toEqual([]);
  });

  test('takes all targets of Ingresses', () => {
    const props = { targets: ProbeTargets.ingresses({ selector: { matchLabels: { a: 'b' } }, namespaces: ['x'] }) };
    const chart = probeOf({ ...props, labels: { a: 'b' }, relabelings: [Relabeling.labelDrop('x')] });
    expect(schemaProblems(manifestOf(chart, 'Probe'))).toEqual([]);
  });
});

describe('the prober', () => {
  test('an exporter of this app is named by the address of its Service', () => {
    const chart = newChart({ namespace: 'monitoring' });
    const exporter = new BlackboxExporter(chart, 'blackbox');
    expect(specOf({ prober: exporter }, chart).prober).toEqual({ url: 'blackbox.monitoring.svc:9115' });
  });

  test('one in a chart without a namespace cannot be named', () => {
    const chart = newChart();
    const exporter = new BlackboxExporter(chart, 'blackbox');
    probeOf({ prober: exporter }, chart);
    expect(messageOf(() => synth(chart))).toContain(
      'prober: the namespace of BlackboxExporter test/blackbox is left to the deploying tool',
    );
  });

  test('a Service is read when the app is synthesized', () => {
    const chart = newChart({ namespace: 'monitoring' });
    const service = rawService(chart, []);
    probeOf({ prober: Prober.service(service) }, chart);
    expect(messageOf(() => synth(chart))).toContain('it has no TCP port');
  });

  test('an address of one that is implemented elsewhere is checked too', () => {
    const chart = probeOf({ prober: { proberAddress: 'http://blackbox:9115' } });
    expect(messageOf(() => synth(chart))).toContain(`Fix: write 'blackbox:9115'`);
  });

  test('speaks HTTPS where tls is given', () => {
    expect(specOf({ tls: { serverName: 'blackbox' } }).prober.scheme).toBe('https');
  });
});

describe('the module', () => {
  const modules = {
    tcp: BlackboxModule.tcp(),
    ping: BlackboxModule.icmp(),
    dns: BlackboxModule.dns({ queryName: 'a' }),
  };

  function messageFor(props: Partial<ProbeProps>): string {
    const chart = newChart({ namespace: 'monitoring' });
    probeOf({ prober: new BlackboxExporter(chart, 'blackbox', { modules }), ...props }, chart);
    return messageOf(() => synth(chart));
  }

  test('must be one that the exporter has', () => {
    expect(messageFor({ module: 'htp_2xx' })).toBe(
      [
        'Probe test/Probe has 1 problem:',
        '  module: "htp_2xx" is no module of the prober, which has: tcp, ping, dns. It would answer every request with an error.',
        "    Fix: module: 'tcp', or another of these.",
      ].join('\n'),
    );
  });

  test('must be named where the exporter lacks the one that it would take', () => {
    expect(messageFor({})).toContain('module: is not given, so the prober takes "http_2xx", which it does not have');
  });

  test.each([
    ['tcp', ProbeTargets.addresses('example.com'), 'targets[0]: "example.com" has no port'],
    ['tcp', targets, "Fix: ProbeTargets.addresses('example.com:443')"],
    ['ping', ProbeTargets.addresses('example.com:80'), 'has a port, which ICMP does not know'],
    ['ping', targets, "Fix: ProbeTargets.addresses('example.com')"],
    ['dns', targets, 'is a URL, and dns takes a host'],
    ['ping', ProbeTargets.ingresses(), 'which are URLs, but module "ping" probes over icmp'],
  ])('%s refuses targets that it cannot read', (module, unreadable, why) => {
    expect(messageFor({ module, targets: unreadable })).toContain(why);
  });

  test.each([
    ['tcp', 'example.com:443'],
    ['tcp', '[2001:db8::1]:443'],
    ['ping', 'example.com'],
    ['dns', '10.0.0.10'],
    ['dns', '10.0.0.10:5353'],
  ])('%s takes %s', (module, address) => {
    const chart = newChart({ namespace: 'monitoring' });
    const exporter = new BlackboxExporter(chart, 'blackbox', { modules });
    const spec = specOf({ prober: exporter, module, targets: ProbeTargets.addresses(address) }, chart);
    expect(spec.targets.staticConfig.static).toEqual([address]);
  });
});

describe('static targets', () => {
  test('carry the labels and rules of the Probe', () => {
    const relabelings = [Relabeling.labelDrop('x')];
    expect(specOf({ labels: { team: 'shop' }, relabelings }).targets).toEqual({
      staticConfig: {
        static: ['https://example.com'],
        labels: { team: 'shop' },
        relabelingConfigs: [{ action: 'labeldrop', regex: 'x' }],
      },
    });
  });

  test('may have labels of any name with Prometheus 3, but not with Prometheus 2', () => {
    const labels = { 'my.team': 'shop' };
    expect(specOf({ labels, prometheus: stack({ version: '3.1.0' }) }).targets.staticConfig.labels).toEqual(labels);
    expect(messageOf(() => probeOf({ labels, prometheus: stack({ version: '2.53.0' }) }))).toContain(
      'labels: "my.team" is no name of a label to Prometheus 2.53.0',
    );
  });
});

describe('Ingresses', () => {
  const rules = [{ host: 'shop.example.com' }];

  test('one is selected by its name, and the Probe lives where it does', () => {
    const chart = newChart();
    const ingress = rawIngress(chart, 'web.v1', rules, 'shop');
    const manifest = manifestOf(probeOf({ targets: ProbeTargets.ingress(ingress) }, chart), 'Probe');
    expect(manifest.metadata.namespace).toBe('shop');
    expect(manifest.spec.targets).toEqual({
      ingress: {
        selector: {},
        relabelingConfigs: [{ action: 'keep', sourceLabels: ['__meta_kubernetes_ingress_name'], regex: 'web\\.v1' }],
      },
    });
  });

  test('one of another namespace is looked for there', () => {
    const chart = newChart({ namespace: 'monitoring' });
    const ingress = rawIngress(chart, 'web', rules, 'shop');
    const spec = specOf({ targets: ProbeTargets.ingress(ingress), metadata: { namespace: 'monitoring' } }, chart);
    expect(spec.targets.ingress.namespaceSelector).toEqual({ matchNames: ['shop'] });
  });

  test('one of another namespace is out of reach for a Prometheus that ignores namespace selectors', () => {
    const chart = newChart({ namespace: 'monitoring' });
    const ingress = rawIngress(chart, 'web', rules, 'shop');
    const prometheus = stack({ ignoreNamespaceSelectors: true });
    probeOf({ targets: ProbeTargets.ingress(ingress), metadata: { namespace: 'monitoring' }, prometheus }, chart);
    expect(messageOf(() => synth(chart))).toContain("Fix: metadata: { namespace: 'shop' }");
  });

  test.each([
    ['cdk8s-plus-27', plus27],
    ['cdk8s-plus-34', plus34],
  ])('one of %s is found, with rules that are added later', (_name, kplus: any) => {
    const chart = newChart({ namespace: 'shop' });
    const service = new kplus.Service(chart, 'Service', { ports: [{ port: 80 }] });
    const ingress = new kplus.Ingress(chart, 'Ingress', { metadata: { name: 'web' } });
    probeOf({ targets: ProbeTargets.ingress(ingress) }, chart);
    ingress.addHostRule('shop.example.com', '/', kplus.IngressBackend.fromService(service));
    expect(manifestOf(chart, 'Probe').spec.targets.ingress.relabelingConfigs[0].regex).toBe('web');
  });

  test('one of several in an included file is chosen by name', () => {
    const chart = newChart({ namespace: 'shop' });
    const yaml = ['a', 'b']
      .map((name) =>
        JSON.stringify({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name }, spec: { rules } }),
      )
      .join('\n---\n');
    const file = include(chart, 'Include', yaml);
    expect(messageOf(() => probeOf({ targets: ProbeTargets.ingress(file) }, chart))).toContain(
      '"Ingress/a", "Ingress/b"',
    );
    const spec = specOf({ targets: ProbeTargets.ingress(file, 'b') }, newChartWith(file));
    expect(spec.targets.ingress.relabelingConfigs[0].regex).toBe('b');
  });

  test.each([
    [[], 'has no rules'],
    [[...rules, { http: {} }], 'has a rule without a host'],
  ])('with the rules %j make no good targets', (bad, why) => {
    const chart = newChart({ namespace: 'shop' });
    probeOf({ targets: ProbeTargets.ingress(rawIngress(chart, 'web', bad)) }, chart);
    expect(messageOf(() => synth(chart))).toContain(`Ingress/web ${why}`);
  });

  test('many are selected by labels, in namespaces by name', () => {
    const many = ProbeTargets.ingresses({ selector: { matchLabels: { probe: 'yes' } }, namespaces: ['a', 'b'] });
    expect(specOf({ targets: many }).targets).toEqual({
      ingress: { selector: { matchLabels: { probe: 'yes' } }, namespaceSelector: { matchNames: ['a', 'b'] } },
    });
  });

  test('all of the cluster can be probed', () => {
    expect(specOf({ targets: ProbeTargets.ingresses({ allNamespaces: true }) }).targets).toEqual({
      ingress: { selector: {}, namespaceSelector: { any: true } },
    });
  });

  test('of other namespaces are out of reach for a Prometheus that ignores namespace selectors', () => {
    const prometheus = stack({ ignoreNamespaceSelectors: true });
    const chart = probeOf({ targets: ProbeTargets.ingresses({ allNamespaces: true }), prometheus });
    expect(messageOf(() => synth(chart))).toContain('finds Ingresses of its own namespace only');
  });

  test('labels are written by rules, in front of those of the user', () => {
    const relabelings = [Relabeling.labelDrop('x')];
    const spec = specOf({ targets: ProbeTargets.ingresses(), labels: { price: '$1' }, relabelings });
    expect(spec.targets.ingress.relabelingConfigs).toEqual([
      { action: 'replace', targetLabel: 'price', replacement: '$$1' },
      { action: 'labeldrop', regex: 'x' },
    ]);
  });
});

/** The chart that a construct is in, without the constructs that a test has made beside it. */
function newChartWith(construct: ApiObject | { node: any }): Chart {
  const chart = construct.node.scope as Chart;
  chart.node.tryRemoveChild('Probe');
  return chart;
}

test('all problems of the props are told at once', () => {
  const message = messageOf(() =>
    probeOf({
      prober: {} as any,
      targets: 'https://example.com' as any,
      interval: Duration.seconds(10),
      scrapeTimeout: Duration.seconds(20),
      sampleLimit: -1,
      jobName: '',
      module: '',
      labels: { '': 'x', ok: 1 as any },
      params: { module: ['a'], target: ['b'], empty: [] },
      metadata: { name: 'Not_A_Name' },
      prometheus: {} as any,
      auth: ScrapeAuth.bearerToken(SecretKey.fromSecretValue(secretOfOtherNamespace())),
    }),
  );
  expect(message).toMatchSnapshot();
});

function secretOfOtherNamespace(): plus27.SecretValue {
  const secret = new plus27.Secret(newChart({ namespace: 'other' }), 'Secret', { metadata: { name: 'token' } });
  return { secret, key: 'token' };
}

test('one that the Prometheus cannot reach is refused at once', () => {
  const prometheus = stack({ probeNamespaceSelector: NamespaceSelector.own() });
  expect(messageOf(() => probeOf({ prometheus }))).toContain('probeNamespaceSelector of Prometheus monitoring/stack');
});

test('a label that is changed later is told at synth', () => {
  const chart = newChart({ namespace: 'shop' });
  const probe = new Probe(chart, 'Probe', { prober, targets, prometheus: stack() });
  probe.apiObject.metadata.addLabel('release', 'other');
  expect(messageOf(() => synth(chart))).toContain('the label "release" is "other"');
});
