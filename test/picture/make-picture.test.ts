import { type Chain, Column, LinkStatus } from '../../lib/picture/picture';
import { app, evaluationOf, PROMETHEUS } from './picture-of-yaml';

const { WHOLE, BROKEN, BEYOND, UNKNOWN } = LinkStatus;

/** `Prometheus > ServiceMonitor broken`, link by link, from left to right. */
function linksOf({ parts, links }: Chain): string[] {
  const order = Object.values(Column);
  const byId = new Map(parts.map((part) => [part.id, part]));
  const columnOf = (id: string): Column => byId.get(id)?.column as Column;
  return links
    .map(({ from, to, status }) => ({ from: columnOf(from), to: columnOf(to), status }))
    .sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from))
    .map(({ from, to, status }) => `${from} > ${to} ${status}`);
}

function chains(text: string, options = {}): readonly Chain[] {
  return evaluationOf(PROMETHEUS + text, options).picture().chains;
}

test('draws an app that is wired right from the Prometheus to its target', () => {
  const [chain] = chains(app());
  expect(linksOf(chain)).toEqual([
    'prometheus > monitor whole',
    'monitor > service whole',
    'service > pods whole',
    'pods > target whole',
  ]);
  expect(chain).toMatchObject({
    id: 'ServiceMonitor/shop/web',
    status: WHOLE,
    counts: { whole: 1, broken: 0, unknown: 0 },
    namespaces: ['shop'],
    apps: ['web'],
    prometheuses: ['monitoring/k8s'],
    findings: [],
  });
  const names = chain.parts.map(({ kind, name }) => `${kind} ${name}`).sort();
  expect(names).toEqual([
    'Deployment web',
    'Prometheus k8s',
    'Service web',
    'ServiceMonitor web',
    'target :8080/metrics',
  ]);
});

test.each([
  [
    'the labels of the monitor',
    { 'release: stack': 'release: other' },
    'prometheus',
    'monitor',
    'monitor/not-selected',
  ],
  [
    'the selector of the monitor',
    { 'spec: { selector: { matchLabels: { app: web }': 'spec: { selector: { matchLabels: { app: wbe }' },
    'monitor',
    'service',
    'monitor/selects-nothing',
  ],
  ['the port of the monitor', { '[{ port: http }]': '[{ port: htpp }]' }, 'monitor', 'service', 'monitor/port-exists'],
  [
    'the selector of the Service',
    { 'spec: { selector: { app: web }': 'spec: { selector: { app: wbe }' },
    'service',
    'pods',
    'service/selects-no-pods',
  ],
  [
    'the targetPort of the Service',
    { 'targetPort: http': 'targetPort: htpp' },
    'service',
    'pods',
    'service/target-port-exists',
  ],
  [
    'a relabeling',
    { '[{ port: http }]': '[{ port: http, relabelings: [{ action: drop }] }]' },
    'pods',
    'target',
    'monitor/relabeled-away',
  ],
])('breaks at %s, with its finding', (_, replace, from, to, check) => {
  const picture = evaluationOf(PROMETHEUS + app('web', 'shop', replace)).picture();
  const [chain] = picture.chains;
  const broken = chain.links.filter(({ status }) => status === BROKEN);
  expect(linksOf(chain).filter((link) => link.endsWith(BROKEN))).toEqual([`${from} > ${to} broken`]);
  expect(broken[0].reason).toMatch(/^[A-Z"].*\.$/s);
  expect(picture.findings[broken[0].finding as number].finding.check).toBe(check);
  expect(chain.counts).toEqual({ whole: 0, broken: 1, unknown: 0 });
  // Whatever comes after the break leads nowhere.
  expect(linksOf(chain).filter((link) => link.endsWith(` ${WHOLE}`) && link.startsWith(`${to} `))).toEqual([]);
});

test('draws what would be behind a monitor that no Prometheus takes', () => {
  const [chain] = chains(app('web', 'shop', { 'release: stack': 'release: other' }));
  expect(linksOf(chain).slice(1)).toEqual([
    `monitor > service ${BEYOND}`,
    `service > pods ${BEYOND}`,
    `pods > target ${BEYOND}`,
  ]);
  expect(chain.parts.flatMap(({ targets }) => targets)).toMatchObject([
    { status: BROKEN, target: { labels: { job: 'web' } } },
  ]);
});

test('leaves the Service out for a PodMonitor', () => {
  const text = app('web', 'shop', { ServiceMonitor: 'PodMonitor', endpoints: 'podMetricsEndpoints' });
  expect(linksOf(chains(text)[0])).toEqual([
    'prometheus > monitor whole',
    'monitor > pods whole',
    'pods > target whole',
  ]);
});

test('does not know which Prometheus takes a monitor where there is none', () => {
  const { chains: found, counts, findings } = evaluationOf(app()).picture();
  expect(findings[found[0].links[0].finding as number].finding.check).toBe('prometheus/none');
  expect(linksOf(found[0])[0]).toBe(`prometheus > monitor ${UNKNOWN}`);
  expect(found[0].prometheuses).toEqual([]);
  expect(counts).toEqual({ whole: 0, broken: 0, unknown: 1 });
});

test('shows a monitor that the API server refuses, and says so', () => {
  const [chain] = chains(app('web', 'shop', { '[{ port: http }]': '{ port: http }' }));
  expect(chain.links[0]).toMatchObject({ status: BROKEN, reason: expect.stringContaining('refuses') });
  expect(chain.counts.broken).toBe(1);
});

test('counts each endpoint without a target once, beside those that have some', () => {
  const [chain] = chains(app('web', 'shop', { '[{ port: http }]': '[{ port: http }, { port: nope }]' }));
  expect(chain.counts).toEqual({ whole: 1, broken: 1, unknown: 0 });
  expect(chain.status).toBe(BROKEN);
});

test('a configuration that Prometheus refuses breaks every chain of that Prometheus', () => {
  const alerting = 'spec:\n  alerting: { alertmanagers: [{ namespace: a, name: "alertmanager(", port: web }] }';
  const picture = evaluationOf(PROMETHEUS.replace('spec:', alerting) + app() + app('other')).picture();
  expect(picture.counts).toEqual({ whole: 0, broken: 2, unknown: 0 });
  for (const { links } of picture.chains) {
    expect(links[0]).toMatchObject({ status: BROKEN, reason: expect.stringContaining('refuses its configuration') });
  }
});

test('puts what is broken first, then by name', () => {
  const text = app('b') + app('a') + app('z', 'shop', { 'release: stack': 'release: other' });
  expect(chains(text).map(({ monitor }) => monitor.name)).toEqual(['z', 'a', 'b']);
});

test('keeps findings apart that are about no chain', () => {
  const picture = evaluationOf(
    `${PROMETHEUS}${app()}${PROMETHEUS.replace('name: k8s', 'name: lost').replace('spec:', 'spec:\n  paused: true')}`,
  ).picture();
  expect(picture.others.length).toBeGreaterThan(0);
  expect(picture.others.filter((i) => picture.chains.some(({ findings }) => findings.includes(i)))).toEqual([]);
});

test('the order of the objects decides nothing', () => {
  const documents = (PROMETHEUS + app('b') + app('a', 'x', { 'release: stack': 'release: other' })).split('---');
  // Places in the file apart, which differ.
  const drawn = (texts: readonly string[]) =>
    JSON.stringify(
      evaluationOf(texts.filter((text) => text.trim() !== '').join('---'), { locate: () => ({}) })
        .picture()
        .chains.map(({ findings, ...chain }) => chain),
    );
  expect(drawn([...documents].reverse())).toBe(drawn(documents));
});

describe('Probes and ScrapeConfigs', () => {
  const TAKING = `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: k8s, namespace: monitoring }
spec: { probeSelector: { matchLabels: { release: stack } }, probeNamespaceSelector: {}, scrapeConfigSelector: {}, scrapeConfigNamespaceSelector: {} }
---`;
  const probe = (targets: string, release = 'stack') => `
apiVersion: monitoring.coreos.com/v1
kind: Probe
metadata: { name: site, namespace: shop, labels: { release: ${release} } }
spec: { prober: { url: "blackbox:9115" }, module: http, targets: ${targets} }
---`;
  const config = (spec: string) => `
apiVersion: monitoring.coreos.com/v1alpha1
kind: ScrapeConfig
metadata: { name: outside, namespace: shop }
spec: ${spec}
---`;
  const drawn = (text: string): Chain => evaluationOf(TAKING + text).picture().chains[0];
  const ends = ({ parts }: Chain) =>
    parts.filter(({ column }) => column === Column.TARGET).map(({ name, detail, status }) => [name, detail, status]);

  test('a Probe leads to what it probes, and names who asks', () => {
    const chain = drawn(probe('{ staticConfig: { static: ["https://shop.example", "https://pay.example"] } }'));
    expect(linksOf(chain)).toEqual(['prometheus > monitor whole', 'monitor > target whole', 'monitor > target whole']);
    expect(ends(chain)).toEqual([
      ['https://shop.example', 'by blackbox:9115, every 30s', WHOLE],
      ['https://pay.example', 'by blackbox:9115, every 30s', WHOLE],
    ]);
    expect(chain).toMatchObject({ id: 'Probe/shop/site', counts: { whole: 2, broken: 0, unknown: 0 } });
  });

  test('what a Probe would probe that no Prometheus takes stands behind the break', () => {
    const chain = drawn(probe('{ staticConfig: { static: ["https://shop.example"] } }', 'other'));
    expect(linksOf(chain)).toEqual(['prometheus > monitor broken', 'monitor > target beyond']);
    expect(ends(chain)).toEqual([['https://shop.example', 'by blackbox:9115, every 30s', BROKEN]]);
  });

  test('a ScrapeConfig leads to the addresses that it lists, and to what nobody can tell', () => {
    const chain = drawn(
      config('{ staticConfigs: [{ targets: ["db:9187"] }], dnsSDConfigs: [{ names: [a.example] }] }'),
    );
    expect(linksOf(chain)).toEqual([
      'prometheus > monitor whole',
      'monitor > target whole',
      'monitor > target unknown',
    ]);
    expect(ends(chain)).toEqual([
      ['db:9187/metrics', 'http, every 30s', WHOLE],
      ['not known', 'spec.dnsSDConfigs[0]', UNKNOWN],
    ]);
    expect(chain.links.at(-1)?.reason).toMatch(/DNS/);
    expect(chain.status).toBe(UNKNOWN);
  });

  test('a ScrapeConfig with role service leads through the Service, whatever is behind it', () => {
    const service = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ port: 80 }] }
---`;
    const chain = drawn(
      `${service}${config('{ kubernetesSDConfigs: [{ role: Service, namespaces: { names: [shop] } }] }')}`,
    );
    expect(linksOf(chain)).toEqual(['prometheus > monitor whole', 'monitor > service whole', 'service > target whole']);
    expect(ends(chain)).toEqual([['web.shop.svc:80/metrics', 'http, every 30s', WHOLE]]);
  });

  test.each([
    ['lists nothing', probe('{ staticConfig: { static: [] } }'), 'probe/no-targets'],
    [
      'loses all to a relabeling',
      config(
        '{ staticConfigs: [{ targets: ["db:9187"] }], relabelings: [{ action: drop, sourceLabels: [__address__], regex: "db.*" }] }',
      ),
      'scrape-config/no-targets',
    ],
  ])('one that %s leads to a target that is missing, with the finding', (_, text, check) => {
    const picture = evaluationOf(TAKING + text).picture();
    const [chain] = picture.chains;
    expect(linksOf(chain)).toEqual(['prometheus > monitor whole', 'monitor > target broken']);
    const [{ finding, reason }] = chain.links.filter(({ status }) => status === BROKEN);
    expect(picture.findings[finding as number].finding.check).toBe(check);
    expect(reason).not.toBe('');
    expect(chain.counts).toEqual({ whole: 0, broken: 1, unknown: 0 });
  });
});
