import { Chart, Lazy, Testing } from 'cdk8s';
import * as v1 from '../../imports/monitoring.coreos.com/v1';

function define(props: v1.ServiceMonitorProps): v1.ServiceMonitor {
  return new v1.ServiceMonitor(new Chart(Testing.app(), 'shop'), 'web', props);
}

describe('additionalFields', () => {
  test('are merged at their own level, in the object, its spec, lists and maps', () => {
    const json = define({
      additionalFields: { top: 1 },
      spec: {
        additionalFields: { inSpec: { camelCase: 1, snake_case: 2 } },
        selector: { matchExpressions: [{ key: 'a', operator: 'In', additionalFields: { inCoreList: 1 } }] },
        endpoints: [
          {},
          {
            additionalFields: { inList: [1] },
            relabelings: [{ targetLabel: 'a', additionalFields: { inNestedList: 1 } }],
            proxyConnectHeader: { 'X-Token': [{ key: 'k', additionalFields: { inMap: 1 } }] },
          },
        ],
      },
    }).toJson();
    expect(json).toMatchObject({
      top: 1,
      spec: {
        inSpec: { camelCase: 1, snake_case: 2 },
        selector: { matchExpressions: [{ key: 'a', operator: 'In', inCoreList: 1 }] },
        endpoints: [
          {},
          {
            inList: [1],
            relabelings: [{ targetLabel: 'a', inNestedList: 1 }],
            proxyConnectHeader: { 'X-Token': [{ key: 'k', inMap: 1 }] },
          },
        ],
      },
    });
    expect(JSON.stringify(json)).not.toContain('additionalFields');
  });

  test('may hold a typed field that is not set, in the spelling of the API', () => {
    const rules = [{ expr: '1', additionalFields: { keep_firing_for: '5m' } }];
    const manifest = v1.PrometheusRule.manifest({ spec: { groups: [{ name: 'web', rules }] } });
    expect(manifest.spec.groups[0].rules[0]).toEqual({ expr: '1', keep_firing_for: '5m' });
  });

  test('that repeat a typed field are refused by the constructor, all of them in one error', () => {
    expect(() =>
      define({
        additionalFields: { kind: 'Other' },
        spec: {
          selector: {},
          convertClassicHistogramsToNhcb: true,
          additionalFields: { convertClassicHistogramsToNHCB: false },
          endpoints: [{ port: 'metrics' }, { port: 'metrics', additionalFields: { port: 'http' } }],
        },
      }),
    ).toThrow(
      new Error(`ServiceMonitor shop/web has 3 problems:
  spec.endpoints[1].additionalFields.port: the typed field "port" is set as well, and only one of the two can go out.
    Fix: remove "port" from additionalFields, or the typed field "port" beside it.
  spec.additionalFields.convertClassicHistogramsToNHCB: the typed field "convertClassicHistogramsToNhcb" is set as well, and only one of the two can go out.
    Fix: remove "convertClassicHistogramsToNHCB" from additionalFields, or the typed field "convertClassicHistogramsToNhcb" beside it.
  additionalFields.kind: the typed field "kind" is set as well, and only one of the two can go out.
    Fix: remove "kind" from additionalFields, or the typed field "kind" beside it.`),
    );
  });

  test('cannot replace the metadata, which cdk8s always writes', () => {
    expect(() => define({ additionalFields: { metadata: {} }, spec: { endpoints: [], selector: {} } })).toThrow(
      'additionalFields.metadata: the typed field "metadata" is set as well',
    );
  });

  test('that repeat a typed field are refused in a manifest without a construct', () => {
    expect(() => v1.Probe.manifest({ spec: { jobName: 'a', additionalFields: { jobName: 'b' } } })).toThrow(
      'Probe.manifest() has 1 problem:\n  spec.additionalFields.jobName: the typed field "jobName" is set as well',
    );
  });

  test('that only a Lazy value reveals are refused when the object is rendered', () => {
    const endpoint = { port: 'metrics', additionalFields: { port: 'http' } };
    const object = define({ spec: { selector: {}, endpoints: Lazy.any({ produce: () => [endpoint] }) } });
    expect(() => object.toJson()).toThrow('spec.endpoints[0].additionalFields.port: the typed field "port" is set');
  });

  test('may be Lazy themselves', () => {
    const additionalFields = Lazy.any({ produce: () => ({ newField: 1 }) });
    expect(define({ spec: { selector: {}, endpoints: [{ additionalFields }] } }).toJson().spec.endpoints).toEqual([
      { newField: 1 },
    ]);
  });

  test('do not clash with a typed field that is undefined', () => {
    const spec = { selector: {}, endpoints: [{ port: undefined, additionalFields: { port: 'http' } }] };
    expect(define({ spec }).toJson().spec.endpoints).toEqual([{ port: 'http' }]);
  });

  test('must be an object', () => {
    expect(() => define({ spec: { selector: {}, endpoints: [], additionalFields: ['a'] as any } })).toThrow(
      'spec.additionalFields: ["a"] is not an object of field names and values, so it cannot be merged.',
    );
  });

  test('are the only place for the spelling of the API: a prop in both spellings is refused', () => {
    const rules = [{ expr: '1', keepFiringFor: '5m', keep_firing_for: '6m' }];
    expect(() => v1.PrometheusRule.manifest({ spec: { groups: [{ name: 'web', rules }] } })).toThrow(
      'spec.groups[0].rules[0].keep_firing_for: the API spells this field "keep_firing_for", which is set as well',
    );
  });
});
