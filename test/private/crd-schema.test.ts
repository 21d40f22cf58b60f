import { describeWithCrds, schemaProblems } from './crd-schema';

describeWithCrds('the schema check that other tests lean on', () => {
  const monitor = (spec: any) => ({ apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor', spec });

  test('accepts a small monitor', () => {
    expect(schemaProblems(monitor({ selector: {}, endpoints: [{ port: 'http', interval: '1m30s' }] }))).toEqual([]);
  });

  test('finds what the API server would prune or refuse', () => {
    const spec = { endpoints: [{ prot: 'http', port: 80, interval: '1.5m', scheme: 'ftp' }], sampleLimit: 1.5 };
    expect(schemaProblems(monitor(spec))).toEqual([
      'spec.selector: missing',
      'spec.endpoints[0].prot: no such field',
      'spec.endpoints[0].port: number instead of string',
      'spec.endpoints[0].interval: "1.5m" breaks the pattern',
      'spec.endpoints[0].scheme: "ftp" is outside the enum',
      'spec.sampleLimit: number instead of integer',
    ]);
  });
});
