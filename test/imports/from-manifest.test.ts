import { Chart, JsonPatch, Testing } from 'cdk8s';
import * as v1 from '../../imports/monitoring.coreos.com/v1';
import * as v1beta1 from '../../imports/monitoring.coreos.com/v1beta1';

const MANIFEST = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'web', labels: { release: 'stack' } },
  spec: {
    additionalFields: 'a field of that name',
    groups: [
      {
        name: 'web',
        fromTheFuture: { keepFiringFor: 'untouched' },
        rules: [{ alert: 'Down', expr: 'up == 0', keep_firing_for: '5m', keepFiringFor: 'not a field' }],
      },
    ],
  },
  status: { bindings: [] },
};

const chart = () => new Chart(Testing.app(), 'shop');

describe('fromManifest', () => {
  test('lets everything out as it came in, known or not', () => {
    const object = v1.PrometheusRule.fromManifest(chart(), 'rules', MANIFEST);
    expect(object).toBeInstanceOf(v1.PrometheusRule);
    expect(object.toJson()).toEqual(MANIFEST);
  });

  test('lets values outside an enum through', () => {
    const spec = { selector: {}, endpoints: [{ scheme: 'gopher', relabelings: [{ action: 'RePlAcE' }] }] };
    const manifest = { ...v1.ServiceMonitor.GVK, metadata: { name: 'web' }, spec };
    expect(v1.ServiceMonitor.fromManifest(chart(), 'web', manifest).toJson()).toEqual(manifest);
  });

  test('gives an object that can be patched and labelled', () => {
    const object = v1.PrometheusRule.fromManifest(chart(), 'rules', MANIFEST);
    object.metadata.addLabel('team', 'shop');
    object.addJsonPatch(JsonPatch.replace('/spec/groups/0/rules/0/keep_firing_for', '1m'));
    const json = object.toJson();
    expect(json.metadata.labels).toEqual({ release: 'stack', team: 'shop' });
    expect(json.spec.groups[0].rules[0].keep_firing_for).toBe('1m');
  });

  test('adds the namespace of the chart, as for any object', () => {
    const object = v1.PrometheusRule.fromManifest(new Chart(Testing.app(), 'shop', { namespace: 'ns' }), 'r', MANIFEST);
    expect(object.toJson().metadata.namespace).toBe('ns');
  });

  test('refuses another kind, and says which', () => {
    expect(() => v1.ServiceMonitor.fromManifest(chart(), 'web', MANIFEST)).toThrow(
      new Error(`ServiceMonitor shop/web has 1 problem:
  manifest.kind: "PrometheusRule" is given, and this class holds "ServiceMonitor" only.
    Fix: pass a ServiceMonitor of monitoring.coreos.com/v1, or use the class for what the manifest is.`),
    );
  });

  test('refuses the same kind of another version', () => {
    const manifest = { apiVersion: 'monitoring.coreos.com/v1alpha1', kind: 'AlertmanagerConfig', spec: {} };
    expect(() => v1beta1.AlertmanagerConfig.fromManifest(chart(), 'config', manifest)).toThrow(
      'manifest.apiVersion: "monitoring.coreos.com/v1alpha1" is given, and this class holds "monitoring.coreos.com/v1beta1" only.',
    );
  });

  test.each([
    ['null', null],
    ['a list', [MANIFEST]],
    ['a string', 'kind: ServiceMonitor'],
  ])('refuses %s', (what, manifest) => {
    expect(() => v1.ServiceMonitor.fromManifest(chart(), 'web', manifest)).toThrow(
      `ServiceMonitor shop/web has 1 problem:\n  manifest: this is ${what}, not an object.`,
    );
  });

  test('names both fields when a manifest has neither', () => {
    expect(() => v1.Probe.fromManifest(chart(), 'web', {})).toThrow(/2 problems:\n {2}manifest.apiVersion: nothing is/);
  });
});
