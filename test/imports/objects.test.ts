import { type ApiObjectMetadata, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as v1 from '../../imports/monitoring.coreos.com/v1';
import * as v1alpha1 from '../../imports/monitoring.coreos.com/v1alpha1';
import * as v1beta1 from '../../imports/monitoring.coreos.com/v1beta1';

function chart(): Chart {
  return new Chart(Testing.app(), 'shop');
}

function monitor(spec: Partial<v1.ServiceMonitorSpec>, extra: Partial<v1.ServiceMonitorProps> = {}): v1.ServiceMonitor {
  return new v1.ServiceMonitor(chart(), 'web', { spec: { endpoints: [], selector: {}, ...spec }, ...extra });
}

function ruleOf(fields: Partial<v1.Rule>): any {
  const spec = { groups: [{ name: 'web', rules: [{ expr: '1', ...fields }] }] };
  return v1.PrometheusRule.manifest({ spec }).spec.groups[0].rules[0];
}

const ALERT: Partial<v1.Rule> = { alert: 'Down', for: '1m', keepFiringFor: '5m', labels: {} };

describe('a generated object', () => {
  test('renders its props under apiVersion and kind', () => {
    const object = monitor(
      {
        endpoints: [{ port: 'metrics', interval: '30s', scheme: v1.Scheme.HTTPS }],
        selector: { matchLabels: { app: 'web' } },
      },
      { metadata: { name: 'web' } },
    );
    expect(object.toJson()).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { name: 'web' },
      spec: {
        endpoints: [{ port: 'metrics', interval: '30s', scheme: 'https' }],
        selector: { matchLabels: { app: 'web' } },
      },
    });
  });

  test('takes metadata as cdk8s does', () => {
    const metadata: ApiObjectMetadata = { name: 'web', namespace: 'shop', labels: { release: 'stack' } };
    expect(monitor({}, { metadata }).toJson().metadata).toEqual(metadata);
  });

  test('renders a manifest without a construct', () => {
    const spec = { groups: [{ name: 'web', rules: [{ expr: '1', ...ALERT }] }] };
    expect(v1.PrometheusRule.manifest({ spec, additionalFields: { extra: true } })).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      extra: true,
      spec: {
        groups: [{ name: 'web', rules: [{ expr: '1', alert: 'Down', for: '1m', keep_firing_for: '5m', labels: {} }] }],
      },
    });
  });

  test('has the same kind in two versions', () => {
    expect(v1alpha1.AlertmanagerConfig.GVK.apiVersion).toBe('monitoring.coreos.com/v1alpha1');
    expect(v1beta1.AlertmanagerConfig.GVK.apiVersion).toBe('monitoring.coreos.com/v1beta1');
  });

  test('writes apiVersion, kind and metadata first, and sorts the other keys after renaming them', () => {
    const json = new v1.PrometheusRule(chart(), 'rules', {
      additionalFields: { aField: 1 },
      spec: { groups: [{ name: 'web', rules: [{ expr: '1', ...ALERT }] }] },
    }).toJson();
    expect(Object.keys(json)).toEqual(['apiVersion', 'kind', 'metadata', 'aField', 'spec']);
    expect(Object.keys(json.spec.groups[0].rules[0])).toEqual(['alert', 'expr', 'for', 'keep_firing_for', 'labels']);
  });

  test('keeps the order of the props when cdk8s is told not to sort', () => {
    process.env.CDK8S_DISABLE_SORT = '1';
    try {
      const json = monitor({ endpoints: [{ port: 'b', interval: '1m', additionalFields: { a: 1 } }] }).toJson();
      expect(Object.keys(json.spec.endpoints[0])).toEqual(['port', 'interval', 'a']);
    } finally {
      delete process.env.CDK8S_DISABLE_SORT;
    }
  });

  test('is synthesized in the spelling of the API', () => {
    const app = Testing.app();
    new v1.PrometheusRule(new Chart(app, 'shop'), 'rules', {
      spec: { groups: [{ name: 'web', queryOffset: '1m', rules: [] }] },
    });
    expect(app.synthYaml()).toContain('query_offset: 1m');
  });

  test('resolves Lazy values at any depth and descends into what they give', () => {
    const json = monitor({
      jobLabel: Lazy.any({ produce: () => 'app' }),
      endpoints: Lazy.any({ produce: () => [{ enableHttp2: true, additionalFields: { newField: 1 } }] }),
    }).toJson();
    expect(json.spec).toMatchObject({ jobLabel: 'app', endpoints: [{ enableHttp2: true, newField: 1 }] });
  });

  test('lets keys through that it does not know', () => {
    expect(monitor({ unknownKey: { inner: [1] } } as any).toJson().spec.unknownKey).toEqual({ inner: [1] });
  });

  test('leaves its props as they were', () => {
    const props = { spec: { endpoints: [{ additionalFields: { a: 1 } }], selector: {} } };
    const copy = structuredClone(props);
    new v1.ServiceMonitor(chart(), 'web', props).toJson();
    expect(props).toEqual(copy);
  });
});

describe('keys', () => {
  test.each<[key: string, parent: any]>([
    ['keep_firing_for', ruleOf(ALERT)],
    ['for', ruleOf(ALERT)],
    ['convertClassicHistogramsToNHCB', monitor({ convertClassicHistogramsToNhcb: true }).toJson().spec],
    ['enableHttp2', monitor({ endpoints: [{ enableHttp2: true }] }).toJson().spec.endpoints[0]],
    [
      'enableHTTP2',
      v1.Prometheus.manifest({ spec: { remoteWrite: [{ url: 'u', enableHttp2: true }] } }).spec.remoteWrite[0],
    ],
    ['getConfigTimeout', v1.Prometheus.manifest({ spec: { thanos: { fetchConfigTimeout: '1s' } } }).spec.thanos],
    ['getConcurrency', v1.Alertmanager.manifest({ spec: { web: { fetchConcurrency: 1 } } }).spec.web],
    ['dnsSDConfigs', v1alpha1.ScrapeConfig.manifest({ spec: { dnsSdConfigs: [{ names: ['a'] }] } }).spec],
    ['roleARN', v1alpha1.ScrapeConfig.manifest({ spec: { ec2SdConfigs: [{ roleArn: 'a' }] } }).spec.ec2SDConfigs[0]],
  ])('%s comes out as the API spells it', (key, parent) => {
    expect(Object.keys(parent)).toContain(key);
  });

  test('the two proxy URLs of a receiver stay apart', () => {
    const httpConfig = { proxyUrl: 'http://a', proxyUrlOverride: 'http://b' };
    const spec = { receivers: [{ name: 'r', webhookConfigs: [{ url: 'http://x', httpConfig }] }] };
    expect(v1beta1.AlertmanagerConfig.manifest({ spec }).spec.receivers[0].webhookConfigs[0].httpConfig).toEqual({
      proxyUrl: 'http://a',
      proxyURL: 'http://b',
    });
  });
});

describe('JSON patches', () => {
  const rules = () =>
    new v1.PrometheusRule(chart(), 'rules', { spec: { groups: [{ name: 'web', rules: [{ expr: '1', ...ALERT }] }] } });

  test('meet the manifest in the spelling of the API', () => {
    const object = rules();
    object.addJsonPatch(JsonPatch.replace('/spec/groups/0/rules/0/keep_firing_for', '10m'));
    expect(object.toJson().spec.groups[0].rules[0].keep_firing_for).toBe('10m');
  });

  test('can add what the bindings do not know, and change metadata', () => {
    const object = rules();
    object.addJsonPatch(JsonPatch.add('/spec/newField', [1]), JsonPatch.replace('/metadata/name', 'other'));
    expect(object.toJson()).toMatchObject({ metadata: { name: 'other' }, spec: { newField: [1] } });
  });

  test('that meet nothing are an error with the path of the construct', () => {
    const object = rules();
    object.addJsonPatch(JsonPatch.replace('/spec/nothing/inside', 1));
    expect(() => object.toJson()).toThrow('PrometheusRule shop/rules: a JSON patch cannot be applied to the manifest');
  });
});

describe('enums', () => {
  test('have one member for all cases of a value', () => {
    expect(Object.entries(v1.Scheme)).toEqual([
      ['HTTP', 'http'],
      ['HTTPS', 'https'],
    ]);
    expect(v1.RelabelAction).toMatchObject({ LABEL_MAP: 'labelmap', HASH_MOD: 'hashmod', REPLACE: 'replace' });
  });
});
