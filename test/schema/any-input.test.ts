import * as fc from 'fast-check';
import { checkSchema } from '../../lib/schema/check-schema';

const V1 = 'monitoring.coreos.com/v1';

function check(object: any) {
  return checkSchema({ object, source: {} });
}

const KINDS = fc.constantFrom('ServiceMonitor', 'PodMonitor', 'Prometheus', 'PrometheusRule', 'Probe', 'Foo', 7, null);

test('does not throw, whatever the object is', () => {
  fc.assert(
    fc.property(KINDS, fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (kind, spec) => {
      for (const object of [
        { apiVersion: V1, kind, metadata: spec, spec },
        { apiVersion: V1, kind, ...(spec as any) },
      ]) {
        for (const { message, fix } of check(object)) {
          expect(typeof message + typeof fix).toBe('stringstring');
        }
      }
    }),
    { numRuns: 500 },
  );
  for (const object of [null, undefined, 7, 'a', [], new Date()]) {
    expect(check(object)).toEqual([]);
  }
});

test('does not throw, whatever the fields are', () => {
  const value = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true });
  const fields = ['selector', 'endpoints', 'namespaceSelector', 'interval', 'port', 'serviceMonitorNamespaceSelector'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...fields), value), fc.dictionary(fc.string(), value), (known, odd) => {
      for (const kind of ['ServiceMonitor', 'Prometheus', 'PodMonitor']) {
        check({ apiVersion: V1, kind, metadata: {}, spec: { ...odd, ...known, endpoints: [known, odd] } });
      }
    }),
    { numRuns: 500 },
  );
});

test('keys of prototypes are fields like others', () => {
  const spec = JSON.parse('{"selector": {}, "endpoints": [], "__proto__": {"a": 1}, "constructor": 1, "toString": 2}');
  const found = check({ apiVersion: V1, kind: 'ServiceMonitor', metadata: { name: 'a' }, spec });
  expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'unknown-field spec.__proto__',
    'unknown-field spec.constructor',
    'unknown-field spec.toString',
  ]);
  expect(({} as any).a).toBeUndefined();
});

test('an object that holds itself comes to an end, without a patch that nobody can print', () => {
  const spec: any = { selector: {}, endpoints: {} };
  spec.endpoints.metricRelabelings = spec;
  spec.endpoints.self = spec.endpoints;
  const problems = check({ apiVersion: V1, kind: 'ServiceMonitor', metadata: { name: 'a' }, spec });
  expect(problems.length).toBeGreaterThan(1);
  expect(() =>
    JSON.stringify(problems.map(({ message, patch, values }) => ({ message, patch, values }))),
  ).not.toThrow();
});

test('aliases that make an endless list come to an end', () => {
  const rules = Array.from({ length: 20_000 }, () => ({ record: 'a', expr: 'up' }));
  const groups = Array.from({ length: 20_000 }, (_, i) => ({ name: `g${i}`, rules }));
  const started = Date.now();
  const problems = check({ apiVersion: V1, kind: 'PrometheusRule', metadata: { name: 'a' }, spec: { groups } });
  expect(problems).toMatchObject([{ code: 'too-large' }]);
  expect(Date.now() - started).toBeLessThan(5000);
});

test('a long text takes no long time', () => {
  const long = '1'.repeat(200_000);
  const started = Date.now();
  const spec = { selector: {}, endpoints: [{ interval: long, scheme: long, [long]: long }], bodySizeLimit: long };
  const problems = check({ apiVersion: V1, kind: 'ServiceMonitor', metadata: { name: 'a' }, spec });
  expect(problems).toHaveLength(4);
  expect(Date.now() - started).toBeLessThan(3000);
});

test('no more than a thousand problems are told', () => {
  const endpoints = Array.from({ length: 5000 }, () => ({ port: 1 }));
  const spec = { selector: {}, endpoints };
  expect(check({ apiVersion: V1, kind: 'ServiceMonitor', metadata: { name: 'a' }, spec })).toHaveLength(1000);
});

test('the order is that of the fields, and the same each time', () => {
  const spec = { endpoints: [{ port: 1, scheme: 'x' }], selector: 7, jobLabel: 1 };
  const fields = () =>
    check({ apiVersion: V1, kind: 'ServiceMonitor', metadata: { name: 'a' }, spec }).map(({ field }) => field);
  expect(fields()).toEqual(['spec.endpoints[0].port', 'spec.endpoints[0].scheme', 'spec.selector', 'spec.jobLabel']);
  expect(fields()).toEqual(fields());
});
