import { ApiObject, type App, Chart, Duration, JsonPatch } from 'cdk8s';
import * as plus27 from 'cdk8s-plus-27';
import * as plus34 from 'cdk8s-plus-34';
import { Relabeling } from '../../lib/monitor/relabeling';
import {
  ServiceMonitor,
  type ServiceMonitorEndpoint,
  type ServiceMonitorProps,
} from '../../lib/monitor/service-monitor';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { describeWithCrds, schemaProblems } from '../private/crd-schema';
import { manifestOf, messageOf, newChart, synth } from '../private/synth';
import {
  allMonitorOptions,
  allScrapeOptions,
  ImportedObject,
  include,
  RenderedHelm,
  rawService,
  stack,
} from './fixtures';

function specOf(chart: Chart): any {
  return manifestOf(chart, 'ServiceMonitor').spec;
}

/** A monitor of a Service with these ports. */
function monitorOfPorts(ports: any[], endpoint?: ServiceMonitorEndpoint, spec: any = {}): Chart {
  const chart = newChart();
  new ServiceMonitor(chart, 'Monitor', {
    service: rawService(chart, 'web', { spec: { ports, ...spec } }),
    endpoints: endpoint && [endpoint],
  });
  return chart;
}

describe('what it monitors', () => {
  const expected = { selector: { matchLabels: { app: 'web' } }, endpoints: [{ port: 'http' }] };
  const yaml = `
apiVersion: v1
kind: Service
metadata: { name: web, labels: { app: web } }
spec: { ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web }
`;

  test('a raw ApiObject, and this is all that is written', () => {
    const chart = newChart({ namespace: 'shop' });
    new ServiceMonitor(chart, 'Monitor', {
      service: rawService(chart, 'web'),
      prometheus: stack(),
      metadata: { name: 'web' },
    });
    expect(manifestOf(chart, 'ServiceMonitor')).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { name: 'web', namespace: 'shop', labels: { release: 'stack' } },
      spec: expected,
    });
  });

  test('an included YAML file', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: include(chart, 'Include', yaml) });
    expect(specOf(chart)).toEqual(expected);
  });

  test('a Helm chart', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: new RenderedHelm(chart, 'Helm', yaml) });
    expect(specOf(chart)).toEqual(expected);
  });

  test('an object of `cdk8s import k8s`, by the manifest that it converts itself to', () => {
    const chart = newChart();
    const service = new ImportedObject(chart, 'Service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', labels: { app: 'web' } },
      spec: { ports: [{ name: 'http', port: 80 }] },
    });
    new ServiceMonitor(chart, 'Monitor', { service });
    expect(specOf(chart)).toEqual(expected);
  });

  describe.each([
    ['cdk8s-plus-27', plus27],
    ['cdk8s-plus-34', plus34 as unknown as typeof plus27],
  ])('%s', (_version, kplus) => {
    test('a Service, which has no labels and gets one', () => {
      const chart = newChart({ namespace: 'shop' });
      const service = new kplus.Service(chart, 'Service', {
        metadata: { name: 'web' },
        ports: [{ name: 'http', port: 80 }],
      });
      new ServiceMonitor(chart, 'Monitor', { service, prometheus: stack() });
      expect(manifestOf(chart, 'Service').metadata.labels).toEqual({ 'app.kubernetes.io/name': 'web' });
      expect(manifestOf(chart, 'ServiceMonitor')).toMatchObject({
        metadata: { namespace: 'shop', labels: { release: 'stack' } },
        spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } }, endpoints: [{ port: 'http' }] },
      });
    });

    test('a Service that a Deployment exposed', () => {
      const chart = newChart();
      const deployment = new kplus.Deployment(chart, 'Deployment', {
        containers: [{ image: 'web:1', ports: [{ name: 'metrics', number: 9090 }] }],
      });
      const service = deployment.exposeViaService({ name: 'web', ports: [{ port: 9090, name: 'metrics' }] });
      new ServiceMonitor(chart, 'Monitor', { service });
      expect(specOf(chart).endpoints).toEqual([{ port: 'metrics' }]);
    });

    test('a port that was added after the monitor', () => {
      const chart = newChart();
      const service = new kplus.Service(chart, 'Service', { metadata: { name: 'web' } });
      new ServiceMonitor(chart, 'Monitor', { service });
      service.bind(80, { name: 'http' });
      expect(specOf(chart).endpoints).toEqual([{ port: 'http' }]);
    });

    test('a Service among the others of a chart with labels: the chart’s labels tell nothing apart', () => {
      const chart = newChart({ labels: { team: 'shop' } });
      const [web] = ['web', 'api'].map(
        (name) => new kplus.Service(chart, name, { metadata: { name }, ports: [{ name: 'http', port: 80 }] }),
      );
      new ServiceMonitor(chart, 'Monitor', { service: web });
      expect(specOf(chart).selector).toEqual({ matchLabels: { 'app.kubernetes.io/name': 'web' } });
    });
  });

  test('a construct that holds the Service somewhere below', () => {
    const app = newChart();
    const chart = new Chart(app, 'Inner');
    rawService(chart, 'web');
    new ServiceMonitor(app, 'Monitor', { service: chart });
    expect(specOf(app)).toEqual(expected);
  });

  test('an object of another API group that is called Service is not one', () => {
    const chart = newChart();
    const knative = new ApiObject(chart, 'Knative', { apiVersion: 'serving.knative.dev/v1', kind: 'Service' });
    expect(messageOf(() => new ServiceMonitor(chart, 'Monitor', { service: knative }))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  service: construct test/Knative holds no Service.',
        '    Fix: pass the construct that holds the Service, or use a PodMonitor, which needs none.',
      ].join('\n'),
    );
  });
});

describe('one of several Services', () => {
  function several(): Chart {
    const chart = newChart();
    for (const name of ['web', 'api']) {
      rawService(chart, name);
    }
    return chart;
  }

  test.each(['api', 'Service/api'])('is picked by the hint "%s"', (resource) => {
    const chart = several();
    const monitor = new ServiceMonitor(chart, 'Monitor', { service: chart, resource });
    expect(monitor.service.name).toBe('api');
    expect(specOf(chart).selector).toEqual({ matchLabels: { app: 'api' } });
  });

  test('must be picked', () => {
    const chart = several();
    expect(messageOf(() => new ServiceMonitor(chart, 'Monitor', { service: chart }))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  service: construct test holds 2 objects that could be meant: "Service/web", "Service/api".',
        "    Fix: resource: 'Service/web', or another of these.",
      ].join('\n'),
    );
  });

  test('cannot be picked by a name that none has', () => {
    const chart = several();
    expect(messageOf(() => new ServiceMonitor(chart, 'Monitor', { service: chart, resource: 'wep' }))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  resource: "wep" fits none of the objects in construct test: "Service/web", "Service/api".',
        "    Fix: resource: 'Service/web', or another of these.",
      ].join('\n'),
    );
  });

  test('cannot be picked by a name that two have', () => {
    const chart = newChart();
    rawService(chart, 'web', { namespace: 'blue' });
    rawService(chart, 'web', { namespace: 'green' });
    expect(messageOf(() => new ServiceMonitor(chart, 'Monitor', { service: chart, resource: 'web' }))).toContain(
      '"web" fits 2 of the objects in construct test: "Service/web", "Service/web".\n    Fix: pass the construct that holds just one of them.',
    );
  });
});

describe('the labels by which it selects', () => {
  test('those that name an app, and none that change with a release', () => {
    const chart = newChart();
    const labels = {
      'app.kubernetes.io/name': 'web',
      'app.kubernetes.io/instance': 'blue',
      'app.kubernetes.io/version': '1.2.3',
      'helm.sh/chart': 'web-1.2.3',
    };
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web', { labels }) });
    expect(specOf(chart).selector).toEqual({
      matchLabels: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'blue' },
    });
  });

  test('labels added after the monitor count', () => {
    const chart = newChart();
    const service = rawService(chart, 'web', { labels: { team: 'shop' } });
    new ServiceMonitor(chart, 'Monitor', { service });
    service.metadata.addLabel('k8s-app', 'web');
    expect(specOf(chart).selector).toEqual({ matchLabels: { 'k8s-app': 'web' } });
  });

  test('a Service with a label of its own keeps its labels as they are', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web', { labels: { team: 'shop' } }) });
    expect(manifestOf(chart, 'Service').metadata.labels).toEqual({ team: 'shop' });
  });

  test('a further label where the first ones are on another Service too', () => {
    const chart = newChart();
    rawService(chart, 'web-headless', { labels: { app: 'web', headless: 'true' }, spec: { clusterIP: 'None' } });
    const service = rawService(chart, 'web', { labels: { app: 'web', headless: 'false' } });
    new ServiceMonitor(chart, 'Monitor', { service });
    expect(specOf(chart).selector).toEqual({ matchLabels: { app: 'web', headless: 'false' } });
  });

  test('a ClusterIP Service and its headless twin with equal labels cannot be told apart', () => {
    const chart = newChart();
    const service = rawService(chart, 'web');
    new ServiceMonitor(chart, 'Monitor', { service });
    // Created last, in another construct: what counts is the finished app.
    rawService(new Chart(chart, 'Other'), 'web-headless', { labels: { app: 'web' }, spec: { clusterIP: 'None' } });
    expect(messageOf(() => synth(chart))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  service: the labels of Service/web are all on Service/web-headless too, so both would be scraped.',
        '    Fix: give the Service a label of its own, or set selectorLabels to accept that.',
      ].join('\n'),
    );
  });

  test('a twin that appears after a first synthesis is seen by the next', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web') });
    synth(chart);
    rawService(chart, 'twin', { labels: { app: 'web' } });
    expect(() => synth(chart)).toThrow('the labels of Service/web are all on Service/twin too');
  });

  test.each<[string, any]>([
    ['in another namespace', { labels: { app: 'web' }, namespace: 'other' }],
    ['without the scraped port', { labels: { app: 'web' }, spec: { ports: [{ name: 'grpc', port: 81 }] } }],
  ])('a twin %s is no obstacle', (_title, twin) => {
    const chart = newChart({ namespace: 'shop' });
    rawService(chart, 'twin', twin);
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web') });
    expect(specOf(chart).selector).toEqual({ matchLabels: { app: 'web' } });
  });

  test('a twin in another chart is no obstacle, since it may be meant for another cluster', () => {
    const app = newChart({ namespace: 'shop' });
    rawService(new Chart(app.node.root as App, 'prod', { namespace: 'shop' }), 'twin', { labels: { app: 'web' } });
    new ServiceMonitor(app, 'Monitor', { service: rawService(app, 'web') });
    expect(specOf(app).selector).toEqual({ matchLabels: { app: 'web' } });
  });

  test('a twin with one more label is excluded by that label', () => {
    const chart = newChart();
    rawService(chart, 'headless', { labels: { app: 'web', variant: 'headless' } });
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web') });
    expect(specOf(chart).selector).toEqual({
      matchLabels: { app: 'web' },
      matchExpressions: [{ key: 'variant', operator: 'DoesNotExist' }],
    });
  });

  test('a twin counts whatever its ports where the target is found by its number', () => {
    const chart = newChart();
    rawService(chart, 'twin', { labels: { app: 'web' }, spec: { ports: [{ name: 'grpc', port: 81 }] } });
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web'), endpoints: [{ targetPort: 9090 }] });
    expect(() => synth(chart)).toThrow('so both would be scraped');
  });

  test('given ones win, and the Service is left alone', () => {
    const chart = newChart();
    const service = rawService(chart, 'web', { labels: { app: 'web', tier: 'front' } });
    new ServiceMonitor(chart, 'Monitor', { service, selectorLabels: { tier: 'front' } });
    expect(specOf(chart).selector).toEqual({ matchLabels: { tier: 'front' } });
    expect(manifestOf(chart, 'Service').metadata.labels).toEqual({ app: 'web', tier: 'front' });
  });

  test('given ones that the Service does not carry are refused', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web'), selectorLabels: { app: 'typo' } });
    expect(messageOf(() => synth(chart))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  selectorLabels: the monitor selects by "app: typo", which Service/web does not carry (it has "app: web"), so it would find nothing.',
        '    Fix: use labels that are there, or leave selectorLabels out.',
      ].join('\n'),
    );
  });

  test('none at all are refused, since they would select everything', () => {
    const chart = newChart();
    const service = rawService(chart, 'web');
    expect(() => new ServiceMonitor(chart, 'Monitor', { service, selectorLabels: {} })).toThrow(
      'selectorLabels: is empty, and an empty selector takes everything',
    );
  });

  test('those that a JSON patch leaves are the ones that count', () => {
    const chart = newChart();
    const service = rawService(chart, 'web');
    new ServiceMonitor(chart, 'Monitor', { service });
    service.addJsonPatch(JsonPatch.replace('/metadata/labels/app', 'patched'));
    expect(specOf(chart).selector).toEqual({ matchLabels: { app: 'patched' } });
  });
});

describe('the port', () => {
  test('is the only one, whatever its name', () => {
    expect(specOf(monitorOfPorts([{ name: 'web', port: 80 }])).endpoints).toEqual([{ port: 'web' }]);
  });

  test.each(['metrics', 'http-metrics', 'prometheus', 'monitoring'])('is the one named "%s" among several', (name) => {
    const ports = [
      { name: 'http', port: 80 },
      { name, port: 9090 },
    ];
    expect(specOf(monitorOfPorts(ports)).endpoints).toEqual([{ port: name }]);
  });

  test('is the only one that speaks TCP', () => {
    const ports = [
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'http', port: 80, protocol: 'TCP' },
    ];
    expect(specOf(monitorOfPorts(ports)).endpoints).toEqual([{ port: 'http' }]);
  });

  test('may be named by its user', () => {
    const ports = [
      { name: 'http', port: 80 },
      { name: 'metrics', port: 9090 },
    ];
    expect(specOf(monitorOfPorts(ports, { port: 'http' })).endpoints).toEqual([{ port: 'http' }]);
  });

  test('may be a port of the container that the Service does not publish', () => {
    expect(specOf(monitorOfPorts([{ name: 'http', port: 80 }], { targetPort: 9090 })).endpoints).toEqual([
      { targetPort: 9090 },
    ]);
  });

  const two = [
    { name: 'http', port: 80 },
    { name: 'grpc', port: 81 },
  ];
  test.each<[string, any[], ServiceMonitorEndpoint | undefined, any, string[]]>([
    [
      'a name that no port has: lists those that there are',
      two,
      { port: 'metric' },
      {},
      [
        'endpoints[0].port: "metric" is no port name of Service/web, which has: http (80), grpc (81). The Operator matches names, never numbers, so Prometheus would drop every target.',
        "Fix: port: 'http', or another name from the list",
      ],
    ],
    [
      'a number instead of a name: gives the name of that port',
      two,
      { port: '81' },
      {},
      [
        'endpoints[0].port: "81" is no port name of Service/web, which has: http (80), grpc (81). The Operator matches names, never numbers, so Prometheus would drop every target.',
        "Fix: port: 'grpc'",
      ],
    ],
    [
      'a number of a port without a name',
      [{ port: 80 }],
      { port: '80' },
      {},
      [
        'endpoints[0].port: "80" is no port name of Service/web, which has: 80 (without a name). The Operator matches names, never numbers, so Prometheus would drop every target.',
        'Fix: name port 80 in the Service and use that name.',
      ],
    ],
    [
      'no name on the only port',
      [{ port: 80 }],
      undefined,
      {},
      [
        'endpoints[0].port: the only port of Service/web (80) has no name, and a ServiceMonitor refers to ports by name.',
        'Fix: name the port in the Service, for example "metrics".',
      ],
    ],
    [
      'several ports, none plainly for metrics',
      two,
      undefined,
      {},
      [
        'endpoints[0].port: Service/web has several ports and none has a name that says it serves metrics: http (80), grpc (81).',
        "Fix: port: 'http', or another name from the list.",
      ],
    ],
    [
      'several ports without names',
      [{ port: 80 }, { port: 81 }],
      undefined,
      {},
      [
        'endpoints[0].port: Service/web has several ports and none has a name that says it serves metrics: 80 (without a name), 81 (without a name).',
        'Fix: name the port that serves metrics in the Service, for example "metrics".',
      ],
    ],
    [
      'a single port that speaks UDP',
      [{ name: 'dns', port: 53, protocol: 'UDP' }],
      undefined,
      {},
      [
        'endpoints[0].port: Service/web has no port that speaks TCP, and Prometheus scrapes over TCP only: dns (53, UDP).',
        'Fix: add a TCP port with a name to the Service.',
      ],
    ],
    [
      'a port that speaks UDP',
      [...two, { name: 'dns', port: 53, protocol: 'UDP' }],
      { port: 'dns' },
      {},
      [
        'endpoints[0].port: "dns" of Service/web speaks UDP, and Prometheus scrapes over TCP only. It has: http (80), grpc (81), dns (53, UDP).',
        "Fix: port: 'http', or another name from the list",
      ],
    ],
    [
      'a headless Service without ports',
      [],
      undefined,
      { clusterIP: 'None' },
      [
        'endpoints[0].port: Service/web has no ports and is headless, so Prometheus finds no target behind it.',
        'Fix: add a named port to the Service, or use a PodMonitor.',
      ],
    ],
    [
      'a headless Service without ports, whose targets are found by their number',
      [],
      { targetPort: 9090 },
      { clusterIP: 'None' },
      [
        'endpoints[0].targetPort: Service/web has no ports and is headless, so Prometheus finds no target behind it.',
        'Fix: add a named port to the Service, or use a PodMonitor.',
      ],
    ],
    [
      'a Service of type ExternalName',
      two,
      undefined,
      { type: 'ExternalName', externalName: 'db.example.com' },
      [
        'endpoints[0].port: Service/web is of type ExternalName, which never has endpoints, so nothing would be scraped.',
        'Fix: use a ScrapeConfig or a Probe for a target outside the cluster.',
      ],
    ],
  ])('problem at synth: %s', (_title, ports, endpoint, spec, [problem, fix]) => {
    expect(messageOf(() => synth(monitorOfPorts(ports, endpoint, spec)))).toBe(
      ['ServiceMonitor test/Monitor has 1 problem:', `  ${problem}`, `    ${fix}`].join('\n'),
    );
  });

  test.each([0, 65536, 80.5])('a target port of %d is refused at once', (targetPort) => {
    expect(() => monitorOfPorts([{ name: 'http', port: 80 }], { targetPort })).toThrow(
      `endpoints[0].targetPort: ${targetPort} is no port number.`,
    );
  });

  test('a name beside a target port is refused at once', () => {
    expect(() => monitorOfPorts(two, { port: 'http', targetPort: 9090 })).toThrow(
      'endpoints[0].targetPort: stands beside port "http", which wins, so it would not take effect.\n    Fix: leave out port or targetPort.',
    );
  });

  test('no endpoint at all is refused', () => {
    const chart = newChart();
    expect(() => new ServiceMonitor(chart, 'M', { service: rawService(chart, 'web'), endpoints: [] })).toThrow(
      'endpoints: is an empty list, so nothing would be scraped.\n    Fix: leave it out for the obvious port, or name one.',
    );
  });

  test('further endpoints come after the first ones, and are checked like them', () => {
    const chart = newChart();
    const monitor = new ServiceMonitor(chart, 'Monitor', {
      service: rawService(chart, 'web', { spec: { ports: two } }),
      endpoints: [{ port: 'http' }],
    });
    monitor.addEndpoint({ port: 'grpc', path: '/m' });
    expect(specOf(chart).endpoints).toEqual([{ port: 'http' }, { port: 'grpc', path: '/m' }]);
    expect(() => monitor.addEndpoint({ port: 'grpc', path: 'm' })).toThrow('endpoints[2].path: "m" does not begin');
    expect(specOf(chart).endpoints).toHaveLength(2);
  });
});

describe('namespaces', () => {
  test('by default it lives beside the Service, and searches no other namespace', () => {
    const chart = newChart({ namespace: 'elsewhere' });
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web', { namespace: 'shop' }) });
    expect(manifestOf(chart, 'ServiceMonitor').metadata.namespace).toBe('shop');
    expect(specOf(chart).namespaceSelector).toBeUndefined();
  });

  test('elsewhere it is told where the Service is', () => {
    const chart = newChart({ namespace: 'shop' });
    new ServiceMonitor(chart, 'Monitor', {
      service: rawService(chart, 'web'),
      metadata: { namespace: 'monitoring' },
    });
    expect(manifestOf(chart, 'ServiceMonitor').metadata.namespace).toBe('monitoring');
    expect(specOf(chart).namespaceSelector).toEqual({ matchNames: ['shop'] });
  });

  test('where nobody names a namespace, none is written', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web') });
    expect(manifestOf(chart, 'ServiceMonitor').metadata.namespace).toBeUndefined();
  });

  test('it cannot look for a Service whose namespace nobody knows', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web'), metadata: { namespace: 'monitoring' } });
    expect(messageOf(() => synth(chart))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  metadata.namespace: the monitor is in namespace "monitoring", but the namespace of Service web is left to the deploying tool, so the monitor cannot be told where to look.',
        '    Fix: give Service web a namespace (of its chart, or metadata.namespace).',
      ].join('\n'),
    );
  });

  test('it cannot leave its namespace for a Prometheus that ignores namespace selectors', () => {
    const chart = newChart({ namespace: 'shop' });
    new ServiceMonitor(chart, 'Monitor', {
      service: rawService(chart, 'web'),
      metadata: { namespace: 'monitoring' },
      prometheus: stack({ ignoreNamespaceSelectors: true }),
    });
    expect(messageOf(() => synth(chart))).toBe(
      [
        'ServiceMonitor test/Monitor has 1 problem:',
        '  metadata.namespace: the monitor is in namespace "monitoring" and its target in "shop", but Prometheus monitoring/stack has ignoreNamespaceSelectors, so monitors reach their own namespace only.',
        "    Fix: metadata: { namespace: 'shop' }",
      ].join('\n'),
    );
  });
});

describe('the Prometheus that is to scrape', () => {
  test('gets the labels that it asks for, beside those that are given', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', {
      service: rawService(chart, 'web'),
      metadata: { labels: { team: 'shop' } },
      prometheus: stack(),
    });
    expect(manifestOf(chart, 'ServiceMonitor').metadata.labels).toEqual({ release: 'stack', team: 'shop' });
  });

  test('may be named later', () => {
    const chart = newChart();
    const monitor = new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web') });
    stack().select(monitor.apiObject);
    expect(manifestOf(chart, 'ServiceMonitor').metadata.labels).toEqual({ release: 'stack' });
  });

  test('that cannot select it is an error', () => {
    const chart = newChart({ namespace: 'shop' });
    const service = rawService(chart, 'web');
    const elsewhere = stack({ serviceMonitorNamespaceSelector: undefined });
    expect(() => new ServiceMonitor(chart, 'Monitor', { service, prometheus: elsewhere })).toThrow(
      'serviceMonitorNamespaceSelector of Prometheus monitoring/stack does not reach namespace "shop"',
    );
  });
});

test('all problems of the props come in one error', () => {
  const chart = newChart();
  expect(
    messageOf(
      () =>
        new ServiceMonitor(chart, 'Monitor', {
          service: chart,
          sampleLimit: -1,
          endpoints: [{ port: 'a' }, { interval: Duration.seconds(10), scrapeTimeout: Duration.seconds(20) }],
        }),
    ),
  ).toBe(
    [
      'ServiceMonitor test/Monitor has 3 problems:',
      '  service: construct test holds no Service.',
      '    Fix: pass the construct that holds the Service, or use a PodMonitor, which needs none.',
      '  sampleLimit: -1 is not a whole number of at least 0, and the API server refuses it.',
      '    Fix: sampleLimit: a whole number, or leave it out for no limit.',
      '  endpoints[1].scrapeTimeout: 20s is longer than interval 10s, and the Operator rejects such a monitor as a whole.',
      '    Fix: make scrapeTimeout at most 10s, or set a longer interval.',
    ].join('\n'),
  );
});

test('the object can be changed below the construct', () => {
  const chart = newChart();
  const monitor = new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web') });
  monitor.apiObject.addJsonPatch(JsonPatch.add('/spec/endpoints/0/path', '/patched'));
  expect(specOf(chart).endpoints).toEqual([{ port: 'http', path: '/patched' }]);
});

describe('every prop reaches the manifest', () => {
  function allProps(chart: Chart): ServiceMonitorProps {
    const endpoint: Required<Omit<ServiceMonitorEndpoint, 'targetPort'>> = { ...allScrapeOptions(), port: 'http' };
    const props: Required<Omit<ServiceMonitorProps, 'resource'>> = {
      ...allMonitorOptions(),
      service: rawService(chart, 'web'),
      prometheus: stack(),
      metadata: { name: 'web-metrics', annotations: { why: 'test' } },
      endpoints: [endpoint, { targetPort: 9090 }],
      selectorLabels: { app: 'web' },
      targetLabels: ['tier'],
    };
    return props;
  }

  test('with the name that the API has for it', () => {
    const chart = newChart({ namespace: 'shop' });
    new ServiceMonitor(chart, 'Monitor', allProps(chart));
    expect(manifestOf(chart, 'ServiceMonitor')).toMatchSnapshot();
  });

  describeWithCrds('and the CRD', () => {
    test('knows every field and accepts every value', () => {
      const chart = newChart({ namespace: 'shop' });
      new ServiceMonitor(chart, 'Monitor', allProps(chart));
      expect(schemaProblems(manifestOf(chart, 'ServiceMonitor'))).toEqual([]);
    });
  });
});

test('a Prometheus that cannot select it is reported together with everything else', () => {
  const chart = newChart({ namespace: 'shop' });
  const message = messageOf(
    () =>
      new ServiceMonitor(chart, 'Monitor', {
        service: rawService(chart, 'web'),
        prometheus: stack({ serviceMonitorNamespaceSelector: NamespaceSelector.own() }),
        sampleLimit: -1,
      }),
  );
  expect(message).toContain('has 2 problems');
  expect(message).toContain('sampleLimit: -1');
  expect(message).toContain('does not reach namespace "shop"');
});

describe('endpoints', () => {
  const ports = [
    { name: 'http', port: 80 },
    { name: 'metrics', port: 81 },
  ];

  test('the first one that is added replaces the one that stood for none', () => {
    const chart = newChart();
    const monitor = new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web', { spec: { ports } }) });
    monitor.addEndpoint({ port: 'http' });
    monitor.addEndpoint({ port: 'metrics' });
    expect(specOf(chart).endpoints).toEqual([{ port: 'http' }, { port: 'metrics' }]);
  });

  test('two that ask for the same thing would scrape it twice', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', {
      service: rawService(chart, 'web', { spec: { ports } }),
      endpoints: [{ port: 'http' }, { port: 'metrics' }, { port: 'http', path: '/metrics' }],
    });
    expect(messageOf(() => synth(chart))).toContain(
      'endpoints[2]: asks port "http" for the same path as endpoints[0], so every pod would be scraped twice.',
    );
  });

  test('two with different parameters are two', () => {
    const chart = newChart();
    new ServiceMonitor(chart, 'Monitor', {
      service: rawService(chart, 'web', { spec: { ports } }),
      endpoints: [
        { port: 'http', params: { module: ['a'] } },
        { port: 'http', params: { module: ['b'] } },
      ],
    });
    expect(specOf(chart).endpoints).toHaveLength(2);
  });
});

test('metadata that Kubernetes refuses is reported, all of it', () => {
  const chart = newChart();
  const metadata = { name: 'Bad_Name', namespace: 'Bad.Space', labels: { 'a b': 'c d' } };
  const message = messageOf(
    () => new ServiceMonitor(chart, 'Monitor', { service: rawService(chart, 'web'), metadata }),
  );
  expect(message).toContain('has 4 problems');
  expect(message).toContain('metadata.name: "Bad_Name" may hold only');
});

test('a List is named as the reason why there is no Service in sight', () => {
  const chart = newChart();
  new ApiObject(chart, 'list', { apiVersion: 'v1', kind: 'List', metadata: { name: 'all' }, items: [] });
  expect(messageOf(() => new ServiceMonitor(chart, 'Monitor', { service: chart }))).toContain(
    'holds no Service; what is inside List/all is no object of its own for cdk8s.',
  );
});

test.each<[string, any, string]>([
  ['a text for a Duration', { interval: '30s' }, 'endpoints[0].interval: "30s" is no Duration.'],
  ['a list of rules in a list', { relabelings: [Relabeling.rename('a', 'b')] }, 'Fix: spread it: ...Relabeling.rename'],
  [
    'something else for a rule',
    { metricRelabelings: ['keep'] },
    'endpoints[0].metricRelabelings[0]: is no Relabeling.',
  ],
])('plain JavaScript that gives %s is told so', (_title, endpoint, said) => {
  const chart = newChart();
  const service = rawService(chart, 'web');
  expect(messageOf(() => new ServiceMonitor(chart, 'Monitor', { service, endpoints: [endpoint] }))).toContain(said);
});
