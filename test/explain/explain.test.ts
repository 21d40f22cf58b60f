import type { EvaluationOptions } from '../../lib/check/evaluation';
import { LinkState } from '../../lib/report/explanation';
import {
  all,
  allLinks,
  DEPLOYMENT,
  evaluationOf,
  explained,
  MONITOR,
  POD_MONITOR,
  PROMETHEUS,
  SERVICE,
  tree,
} from './bags';

const SHOP = all(PROMETHEUS, DEPLOYMENT, SERVICE, MONITOR);
const UNSELECTED = all(PROMETHEUS, DEPLOYMENT, SERVICE, MONITOR.replace('release: stack', 'release: stak'));
const WRONG_PORT = all(PROMETHEUS, DEPLOYMENT, SERVICE, MONITOR.replace('port: metrics', 'port: metric'));
const NO_POD = all(
  PROMETHEUS,
  DEPLOYMENT,
  SERVICE.replace('selector: { app: web }', 'selector: { app: wbe }'),
  MONITOR,
);
const NO_SERVICE = all(PROMETHEUS, DEPLOYMENT, SERVICE, MONITOR.replace('app: web', 'app: wbe'));
const ELSEWHERE = all(
  PROMETHEUS,
  DEPLOYMENT,
  SERVICE,
  MONITOR.replace('namespace: shop', 'namespace: monitoring').replace('name: web', 'name: shop-web'),
);
const DROPPED = all(
  PROMETHEUS,
  DEPLOYMENT,
  SERVICE,
  MONITOR.replace(
    '{ port: metrics }',
    '{ port: metrics, relabelings: [{ action: drop, sourceLabels: [__meta_kubernetes_namespace], regex: shop }] }',
  ),
);
const REJECTED = all(
  PROMETHEUS,
  DEPLOYMENT,
  SERVICE,
  MONITOR.replace('{ port: metrics }', '{ port: metrics, interval: 10s, scrapeTimeout: 20s }'),
);
const POISON = MONITOR.replace('name: web', 'name: bad').replace('port: metrics', 'port: "metrics("');
const PAUSED = all(PROMETHEUS.replace('spec:', 'spec:\n  paused: true'), DEPLOYMENT, SERVICE, MONITOR);
const BY_NAMESPACE = all(
  PROMETHEUS.replace(
    'serviceMonitorNamespaceSelector: {}',
    'serviceMonitorNamespaceSelector: { matchLabels: { team: shop } }',
  ),
  DEPLOYMENT,
  SERVICE,
  MONITOR,
);
const DENIED = all(
  SHOP,
  `
apiVersion: apps/v1
kind: Deployment
metadata: { name: operator, namespace: monitoring }
spec:
  template:
    metadata: { labels: { app: operator } }
    spec: { containers: [{ name: o, image: "example/prometheus-operator:v0.93.0", args: [--deny-namespaces=shop] }] }
`,
);
const EXTERNAL = all(
  PROMETHEUS,
  MONITOR,
  `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop, labels: { app: web } }
spec: { type: ExternalName, externalName: example.com }
`,
);

describe('the verdict is one sentence', () => {
  test.each<[title: string, yaml: string, name: string, verdict: string, options?: EvaluationOptions]>([
    ['scraped', SHOP, 'ServiceMonitor/shop/web', 'Scraped by monitoring/k8s at 1 target.'],
    ['scraped', SHOP, 'Service/shop/web', 'Scraped by monitoring/k8s at 1 target.'],
    ['scraped', SHOP, 'Deployment/shop/web', 'Scraped by monitoring/k8s at 1 target.'],
    ['scraping', SHOP, 'Prometheus/monitoring/k8s', 'Scrapes 1 target of 1 monitor.'],
    [
      'an endpoint without targets beside one with some',
      SHOP.replace('[{ port: metrics }]', '[{ port: metrics }, { port: admin }]'),
      'ServiceMonitor/shop/web',
      'Scraped by monitoring/k8s at 1 target, at none of spec.endpoints[1].',
    ],
    [
      'labels that nobody selects',
      UNSELECTED,
      'ServiceMonitor/shop/web',
      'Not scraped: no Prometheus selects the labels of ServiceMonitor shop/web.',
    ],
    [
      'labels that nobody selects',
      UNSELECTED,
      'Deployment/shop/web',
      'Not scraped: ServiceMonitor shop/web selects a Service of it, but no Prometheus selects the labels of that monitor.',
    ],
    ['nothing selected', UNSELECTED, 'Prometheus/monitoring/k8s', 'Scrapes nothing: it takes no monitor.'],
    [
      'no selector at all',
      all(PROMETHEUS.replace(/ {2}serviceMonitorSelector.*\n/, ''), DEPLOYMENT, SERVICE, MONITOR),
      'ServiceMonitor/shop/web',
      'Not scraped: no Prometheus takes any ServiceMonitor.',
    ],
    [
      'a namespace that the Operator does not watch',
      DENIED,
      'ServiceMonitor/shop/web',
      'Not scraped: the Operator does not watch namespace "shop".',
    ],
    [
      'a paused Prometheus',
      PAUSED,
      'ServiceMonitor/shop/web',
      'Not scraped: the Prometheus is paused, so the Operator leaves everything as it was.',
    ],
    [
      'a rejected monitor',
      REJECTED,
      'Service/shop/web',
      'Not scraped: ServiceMonitor shop/web selects it, but the Operator rejects the monitor for spec.endpoints[0].scrapeTimeout.',
    ],
    [
      'a configuration that cannot be loaded',
      all(SHOP, POISON),
      'ServiceMonitor/shop/web',
      'Scraped by monitoring/k8s at 1 target, once monitoring/k8s can load its configuration, from which ServiceMonitor shop/bad keeps it.',
    ],
    [
      'a Service in another namespace',
      ELSEWHERE,
      'ServiceMonitor/monitoring/shop-web',
      'Not scraped: it looks in namespace "monitoring", and what it selects is in namespace "shop".',
    ],
    [
      'a Service in another namespace',
      ELSEWHERE,
      'Service/shop/web',
      'Not scraped: no ServiceMonitor among these objects selects it.',
    ],
    [
      'a selector that takes no Service',
      NO_SERVICE,
      'ServiceMonitor/shop/web',
      'Not scraped: its selector takes no Service in namespace "shop".',
    ],
    [
      'a Service that no monitor selects',
      NO_SERVICE,
      'Deployment/shop/web',
      'Not scraped: Service shop/web selects its pods, but no ServiceMonitor among these objects selects that Service, and no PodMonitor selects the pods.',
    ],
    [
      'a Service without pods',
      NO_POD,
      'ServiceMonitor/shop/web',
      'Not scraped: Service shop/web has no endpoints: no pod has the labels app=wbe.',
    ],
    [
      'a workload without a Service',
      NO_POD,
      'Deployment/shop/web',
      'Not scraped: no Service selects its pods, and no PodMonitor does.',
    ],
    ['an alias', EXTERNAL, 'Service/shop/web', 'Not scraped: it has no endpoints: it is an alias of "example.com".'],
    [
      'a port that is not there',
      WRONG_PORT,
      'ServiceMonitor/shop/web',
      'Not scraped: "metric" (spec.endpoints[0].port) is no port of Service shop/web.',
    ],
    [
      'a relabeling that drops everything',
      DROPPED,
      'ServiceMonitor/shop/web',
      'Not scraped: spec.endpoints[0].relabelings[0] drops all that is left.',
    ],
    [
      'a namespace of which nothing is there',
      all(PROMETHEUS, MONITOR),
      'ServiceMonitor/shop/web',
      'Unknown: what runs in namespace "shop" is not among these objects.',
    ],
    [
      'a namespace of which nothing is there, where the objects are all there is',
      all(PROMETHEUS, MONITOR),
      'ServiceMonitor/shop/web',
      'Not scraped: what runs in namespace "shop" is not among these objects.',
      { absence: 'complete' },
    ],
    [
      'labels of a namespace that are not there',
      BY_NAMESPACE,
      'ServiceMonitor/shop/web',
      'Unknown: the labels of namespace "shop" decide whether a Prometheus takes it, and they are not among these objects.',
    ],
    [
      'no Prometheus',
      all(DEPLOYMENT, SERVICE, MONITOR),
      'ServiceMonitor/shop/web',
      'Unknown: there is no Prometheus among these objects, so nobody can tell which one takes it; one that does has 1 target (add the Prometheus object, or name its release of kube-prometheus-stack with --stack RELEASE/NAMESPACE).',
    ],
    [
      'no Prometheus, and a port that no Prometheus would find',
      all(DEPLOYMENT, SERVICE, MONITOR.replace('port: metrics', 'port: metric')),
      'ServiceMonitor/shop/web',
      'Not scraped: "metric" (spec.endpoints[0].port) is no port of Service shop/web, whichever Prometheus takes it.',
    ],
  ])('%s: %#', (...[, yaml, name, verdict, options]) => {
    expect(explained(evaluationOf(yaml, options), name).verdict).toBe(verdict);
  });
});

describe('the chain link by link', () => {
  test.each([
    ['ServiceMonitor/shop/web', SHOP],
    ['ServiceMonitor/shop/web', UNSELECTED],
    ['ServiceMonitor/shop/web', WRONG_PORT],
    ['ServiceMonitor/shop/web', all(DEPLOYMENT, SERVICE, MONITOR)],
    ['PodMonitor/shop/web', all(PROMETHEUS, DEPLOYMENT, POD_MONITOR)],
    ['Service/shop/web', NO_SERVICE],
    ['Deployment/shop/web', UNSELECTED],
    ['Prometheus/monitoring/k8s', all(SHOP, POISON, MONITOR.replace('name: web', 'name: other'))],
  ])('%s: %#', (name, yaml) => {
    expect(`\n${tree(explained(evaluationOf(yaml), name))}\n`).toMatchSnapshot();
  });

  test('names the check that reports the broken link, with its edit', () => {
    const broken = allLinks(explained(evaluationOf(UNSELECTED), 'Service/shop/web')).filter(({ check }) => check);
    expect(broken).toMatchObject([
      {
        link: 'L4',
        check: 'monitor/not-selected',
        object: { kind: 'ServiceMonitor', name: 'web' },
        field: 'metadata.labels.release',
        fix: expect.stringContaining('release: stack'),
      },
    ]);
  });

  test('says of dropped endpoints which rule drops them', () => {
    const links = allLinks(explained(evaluationOf(DROPPED), 'Service/shop/web'));
    expect(links).toContainEqual(
      expect.objectContaining({
        field: 'spec.endpoints[0].relabelings[0]',
        text: '1 dropped by the relabeling spec.endpoints[0].relabelings[0] (drop by __meta_kubernetes_namespace with regex "shop"): Service shop/web port "metrics" 9090 of container "web".',
      }),
    );
  });

  test('says which port a Service has not, and what the pods have instead', () => {
    const yaml = SHOP.replace('targetPort: http', 'targetPort: web');
    const links = allLinks(explained(evaluationOf(yaml), 'Service/shop/web'));
    expect(links.filter(({ state }) => state === LinkState.BROKEN)).toMatchObject([
      {
        field: 'spec.ports[0].targetPort',
        text: 'Port "http" 80: its targetPort "web" is no TCP port of Deployment shop/web, which has ports http and metrics.',
      },
    ]);
  });

  test('names near misses of a Service: by a label, by the namespace', () => {
    const texts = (yaml: string) => allLinks(explained(evaluationOf(yaml), 'Service/shop/web')).map(({ text }) => text);
    expect(texts(NO_SERVICE)).toContain('ServiceMonitor shop/web wants app=wbe, and Service shop/web has app=web.');
    expect(texts(ELSEWHERE)).toContain(
      'ServiceMonitor monitoring/shop-web selects its labels, but looks in namespace "monitoring" only.',
    );
  });

  test('never shows the value of a credential or parameter', () => {
    const yaml = SHOP.replace(
      '{ port: metrics }',
      '{ port: metrics, params: { token: [hush] }, basicAuth: { username: { name: s, key: u }, password: { name: s, key: p } } }',
    );
    const text = tree(explained(evaluationOf(yaml), 'ServiceMonitor/shop/web'));
    expect(text).toContain('with 1 parameter (token) every 30s, for at most 10s, with basicAuth');
    expect(text).not.toContain('hush');
  });
});

describe('many instances', () => {
  const many = (selectorOf: (i: number) => string): string =>
    Array.from({ length: 20 }, (_, i) =>
      PROMETHEUS.replace('name: k8s', `name: k8s-${i}`).replace('release: stack', selectorOf(i)),
    ).join('---\n');
  const chains = (yaml: string) => explained(evaluationOf(yaml), 'ServiceMonitor/shop/web').chains;

  test('those with the same chain are one', () => {
    const [chain, ...others] = chains(
      all(
        many(() => 'release: stack'),
        DEPLOYMENT,
        SERVICE,
        MONITOR,
      ),
    );
    expect(others).toEqual([]);
    expect(chain.text).toMatch(/^Prometheus monitoring\/k8s-0, .* and 15 more: 20 targets\.$/);
  });

  test('those that pass over what another one takes are no mistake', () => {
    const [taking, passing, ...others] = chains(
      all(
        many((i) => (i === 7 ? 'release: stack' : 'release: other')),
        DEPLOYMENT,
        SERVICE,
        MONITOR,
      ),
    );
    expect([taking.state, passing.state, others]).toEqual([LinkState.HOLDS, LinkState.NOTE, []]);
    expect(passing.text).toContain('does not take it, as another one does.');
  });

  test('those with reasons of their own are shown up to a number', () => {
    const shown = chains(
      all(
        many((i) => `release: r${i}`),
        DEPLOYMENT,
        SERVICE,
        MONITOR,
      ),
    );
    expect(shown).toHaveLength(11);
    expect(shown[10].text).toMatch(/^10 more instances with other reasons: /);
  });
});

describe('what can be explained', () => {
  test('monitors, Services, workloads and Prometheuses are listed', () => {
    const names = evaluationOf(all(SHOP, POD_MONITOR, 'apiVersion: v1\nkind: Secret\nmetadata: { name: s }\n'))
      .explainable()
      .map(({ object }) => `${object.kind} ${object.metadata.name}`);
    expect(names).toEqual(['ServiceMonitor web', 'PodMonitor web', 'Service web', 'Deployment web', 'Prometheus k8s']);
  });

  test('an object that is not there, or of another kind or group, has no explanation', () => {
    const evaluation = evaluationOf(
      all(SHOP, 'apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: k, namespace: shop }\n'),
    );
    expect(evaluation.explain('Service', 'shop', 'k')).toBeUndefined();
    expect(evaluation.explain('Secret', 'shop', 'web')).toBeUndefined();
    expect(evaluation.explain('Prometheus', 'assumed', 'assumed')).toBeUndefined();
  });

  test('the Prometheus that stands in for a missing one has none', () => {
    const evaluation = evaluationOf(all(DEPLOYMENT, SERVICE, MONITOR));
    expect(evaluation.explain('Prometheus', 'assumed', 'assumed')).toBeUndefined();
    expect(evaluation.explainable().map(({ object }) => object.kind)).not.toContain('Prometheus');
  });

  test('a Pod that a workload controls is explained by that workload', () => {
    const owned = `
apiVersion: apps/v1
kind: ReplicaSet
metadata: { name: web-1, namespace: shop, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web, controller: true }] }
spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [] } } }
---
apiVersion: v1
kind: Pod
metadata: { name: web-1-x, namespace: shop, labels: { app: web }, ownerReferences: [{ apiVersion: apps/v1, kind: ReplicaSet, name: web-1, controller: true }] }
spec: { containers: [{ name: web }] }
`;
    const evaluation = evaluationOf(all(SHOP, owned));
    for (const name of ['ReplicaSet/shop/web-1', 'Pod/shop/web-1-x']) {
      const { verdict, targets } = explained(evaluation, name);
      expect([verdict, targets[0].workload?.name]).toEqual(['Scraped by monitoring/k8s at 1 target.', 'web']);
    }
  });

  test('lists no more targets than a person reads', () => {
    const services = Array.from({ length: 250 }, (_, i) => SERVICE.replace('name: web', `name: web-${i}`));
    const { targets, chains, verdict } = explained(
      evaluationOf(all(PROMETHEUS, DEPLOYMENT, MONITOR, ...services)),
      'ServiceMonitor/shop/web',
    );
    expect(verdict).toBe('Scraped by monitoring/k8s at 250 targets.');
    expect(targets).toHaveLength(200);
    expect(chains[chains.length - 1].text).toBe('Of 250 targets the first 200 are listed.');
  });
});
