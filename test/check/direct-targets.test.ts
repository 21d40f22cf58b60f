import { evaluateYaml } from './evaluate-yaml';
import { ingress, ingressProbe, object, probe, prometheus, scrapeConfig, scraper } from './manifests';

function evaluationOf(...objects: readonly object[]) {
  return evaluateYaml(objects.map((one) => JSON.stringify(one)).join('\n---\n'), 'sample.yaml');
}

function targetsOf(...objects: readonly object[]) {
  return evaluationOf(...objects).targets();
}

function checksOf(...objects: readonly object[]): string[] {
  return evaluationOf(...objects)
    .report()
    .findings.map(({ check }) => check);
}

describe('the list of targets', () => {
  test('holds what a Probe asks its prober for', () => {
    const { targets, unknown } = targetsOf(
      scraper(),
      probe({ module: 'http_2xx', prober: { url: 'prober.example:9115', scheme: 'https' } }),
    );
    expect(unknown).toEqual([]);
    expect(targets).toEqual([
      {
        prometheus: 'monitoring/k8s',
        job: 'probe/shop/web',
        monitor: { kind: 'Probe', namespace: 'shop', name: 'web' },
        endpoint: 0,
        namespace: 'shop',
        service: null,
        workload: null,
        assumed: false,
        container: null,
        port: 9115,
        scheme: 'https',
        path: '/probe',
        labels: { instance: 'https://shop.example', job: 'probe/shop/web', namespace: 'shop' },
        params: { module: ['http_2xx'], target: ['https://shop.example'] },
        interval: '30s',
        timeout: '10s',
        shards: 1,
        address: 'prober.example:9115',
      },
    ]);
  });

  test('holds each path of each rule of an Ingress that a Probe selects, in the namespace of the Ingress', () => {
    const backend = { service: { name: 'web', port: { number: 80 } } };
    const paths = ['/', '/cart'].map((path) => ({ path, pathType: 'Prefix', backend }));
    const { targets } = targetsOf(
      scraper(),
      ingress([{ host: 'shop.example', http: { paths } }], { namespace: 'pay' }),
      ingressProbe({ namespaceSelector: { any: true } }),
    );
    expect(targets.map(({ namespace, params, labels }) => [namespace, params.target, labels.ingress])).toEqual([
      ['pay', ['http://shop.example/'], 'web'],
      ['pay', ['http://shop.example/cart'], 'web'],
    ]);
  });

  test('holds the addresses that a ScrapeConfig lists, with a port where they have one', () => {
    const { targets } = targetsOf(
      scraper(),
      scrapeConfig({ staticConfigs: [{ targets: ['a:9100', 'b', '[::1]:9100'], labels: { team: 'shop' } }] }),
    );
    expect(targets.map(({ address, port }) => [address, port])).toEqual([
      ['b', null],
      ['[::1]:9100', 9100],
      ['a:9100', 9100],
    ]);
    expect(new Set(targets.map(({ labels }) => labels.team))).toEqual(new Set(['shop']));
  });

  test('holds the Services that a ScrapeConfig asks Kubernetes for', () => {
    const { targets } = targetsOf(
      scraper(),
      object('v1', 'Service', 'web', { spec: { ports: [{ name: 'http', port: 80 }] } }),
      scrapeConfig({ kubernetesSDConfigs: [{ role: 'Service', namespaces: { names: ['shop'] } }] }),
    );
    expect(targets.map(({ service, address, port }) => [service, address, port])).toEqual([
      ['web', 'web.shop.svc:80', 80],
    ]);
  });

  test('holds the Endpoints that a ScrapeConfig asks Kubernetes for by their labels', () => {
    const service = (name: string) =>
      object('v1', 'Service', name, { spec: { ports: [{ port: 80 }] } }, { labels: { app: name } });
    const endpoints = (name: string, ip: string) =>
      object(
        'v1',
        'Endpoints',
        name,
        { subsets: [{ addresses: [{ ip }], ports: [{ port: 80 }] }] },
        { labels: { app: name } },
      );
    const { targets } = targetsOf(
      scraper(),
      ...[service('web'), endpoints('web', '10.0.0.1'), service('api'), endpoints('api', '10.0.0.2')],
      scrapeConfig({
        kubernetesSDConfigs: [
          {
            role: 'Endpoints',
            namespaces: { names: ['shop'] },
            selectors: [{ role: 'Endpoints', label: 'app in (web)' }],
          },
        ],
      }),
    );
    expect(targets.map(({ service: name }) => name)).toEqual(['web']);
  });

  test('says plainly of which sources nobody knows how many targets they have, and guesses none', () => {
    const { targets, unknown } = targetsOf(
      scraper(),
      scrapeConfig({
        staticConfigs: [{ targets: ['a'] }],
        httpSDConfigs: [{ url: 'http://discovery.example/targets' }],
        dnsSDConfigs: [{ names: ['_metrics._tcp.example'] }],
        fileSDConfigs: [{ files: ['/etc/targets.json'] }],
        kubernetesSDConfigs: [{ role: 'Node' }],
      }),
    );
    expect(targets.map(({ address }) => address)).toEqual(['a']);
    expect(unknown.map(({ link, reason }) => [link, reason])).toEqual(
      [
        ['dnsSDConfigs[0]', 'what DNS has under "_metrics._tcp.example"'],
        ['fileSDConfigs[0]', 'what the files "/etc/targets.json" of the Prometheus container hold'],
        ['httpSDConfigs[0]', 'what http://discovery.example/targets answers'],
        ['kubernetesSDConfigs[0]', 'which nodes the cluster has'],
      ].map(([list, why]) => [
        'L8',
        `how many targets spec.${list} has depends on ${why}, and that is not among these objects`,
      ]),
    );
  });

  test('says that it does not know of Ingresses in a namespace of which nothing is shown', () => {
    expect(targetsOf(scraper(), ingressProbe({})).unknown).toMatchObject([{ object: { kind: 'Probe' }, link: 'L8' }]);
  });

  test('counts in the summary of a check', () => {
    const { summary } = evaluationOf(
      scraper(),
      probe(),
      scrapeConfig({ staticConfigs: [{ targets: ['a', 'b'] }] }),
    ).report();
    expect(summary.targets).toBe(3);
  });
});

describe('checks of monitors', () => {
  const labels = { matchLabels: { release: 'stack' } };

  test('find a Probe and a ScrapeConfig that no Prometheus selects', () => {
    const found = checksOf(
      scraper({ probeSelector: labels, scrapeConfigSelector: labels }),
      probe(),
      scrapeConfig({ staticConfigs: [{ targets: ['a'] }] }),
    );
    expect(found).toEqual(['monitor/not-selected', 'monitor/not-selected']);
  });

  test('find one in a namespace that no Prometheus looks into', () => {
    expect(checksOf(scraper({ probeNamespaceSelector: undefined }), probe())).toEqual([
      'monitor/namespace-not-selected',
    ]);
  });

  test('find a Prometheus without a selector for the kind', () => {
    const { findings } = evaluationOf(prometheus(), probe()).report();
    expect(findings).toMatchObject([{ check: 'prometheus/selects-nothing', field: 'spec.probeSelector' }]);
  });

  test.each([
    ['monitor/timeout', { scrapeTimeout: '1m' }],
    ['monitor/secret-exists', { bearerTokenSecret: { name: 'absent', key: 'token' } }],
    ['monitor/scrape-class', { scrapeClass: 'none' }],
    ['monitor/proxy', { prober: { url: 'prober.example.org', noProxy: 'localhost' } }],
    ['monitor/relabeling', { metricRelabelings: [{ action: 'hashmod', targetLabel: 'a' }] }],
    ['monitor/authentication-clash', { authorization: { type: 'basic' } }],
  ])('%s finds a Probe with %j', (check, spec) => {
    expect(checksOf(scraper(), probe(spec))).toEqual([check]);
  });

  test.each([
    ['monitor/timeout', { scrapeTimeout: '1m' }],
    ['monitor/refused-config', { scrapeInterval: '' }],
    ['monitor/tls', { tlsConfig: { keySecret: { name: 'absent', key: 'key' } } }],
  ])('%s finds a ScrapeConfig with %j', (check, spec) => {
    expect(checksOf(scraper(), scrapeConfig({ staticConfigs: [{ targets: ['a'] }], ...spec }))).toContain(check);
  });

  test('tell a field that the Prometheus is too old for', () => {
    const objects = [
      scraper({ version: 'v2.45.0' }),
      scrapeConfig({ staticConfigs: [{ targets: ['a'] }], enableCompression: false }),
    ];
    expect(checksOf(...objects)).toEqual(['monitor/dropped-field']);
  });
});
