import { ApiObject, Chart, Duration, JsonPatch } from 'cdk8s';
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
