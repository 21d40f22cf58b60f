import { resolveKey } from '../../../lib/simulator/operator/key-reference';
import { bagOf, object } from './fixtures';

const SECRET = { name: 'creds', key: 'token' };

function resolve(more: any, kind: 'Secret' | 'ConfigMap' = 'Secret', selector: any = SECRET) {
  return resolveKey(kind, 'shop', selector, bagOf(object(kind, 'creds', undefined, more)));
}

describe('resolveKey', () => {
  test.each([
    ['data, which is base64', { data: { token: Buffer.from('abc').toString('base64') } }],
    ['stringData', { stringData: { token: 'abc' } }],
    ['stringData before data', { data: { token: 'eA==' }, stringData: { token: 'abc' } }],
  ])('reads a Secret from %s', (_, more) => {
    expect(resolve(more)).toEqual({ outcome: 'known', value: 'abc' });
  });

  test('reads a ConfigMap from data, and not from binaryData', () => {
    expect(resolve({ data: { token: 'abc' } }, 'ConfigMap')).toEqual({ outcome: 'known', value: 'abc' });
    expect(resolve({ binaryData: { token: 'eA==' } }, 'ConfigMap')).toMatchObject({ outcome: 'missing-key', keys: [] });
  });

  test('says which keys there are instead', () => {
    expect(resolve({ stringData: { b: '', a: '' } })).toMatchObject({ outcome: 'missing-key', keys: ['a', 'b'] });
  });

  test('does not look in other namespaces, but tells of a Secret there', () => {
    const bag = bagOf(object('Secret', 'creds', undefined, { metadata: { namespace: 'other' } }));
    expect(resolveKey('Secret', 'shop', SECRET, bag)).toMatchObject({
      outcome: 'missing-object',
      elsewhere: [{ object: { metadata: { namespace: 'other' } } }],
    });
  });

  test('does not care whether the reference is optional', () => {
    expect(resolveKey('Secret', 'shop', { ...SECRET, optional: true }, bagOf()).outcome).toBe('missing-object');
  });

  test.each([undefined, {}, { key: 'token' }, { name: '', key: 'token' }])('sees that %p names nothing', (selector) => {
    expect(resolveKey('Secret', 'shop', selector, bagOf()).outcome).toBe('no-name');
  });

  test.each([
    ['ExternalSecret that names it', 'ExternalSecret', 'x', { target: { name: 'creds' } }],
    ['ExternalSecret of its name', 'ExternalSecret', 'creds', {}],
    ['SealedSecret of its name', 'SealedSecret', 'creds', {}],
    ['Certificate', 'Certificate', 'x', { secretName: 'creds' }],
  ])('does not know a Secret that is made by an %s', (_, kind, name, spec) => {
    expect(resolveKey('Secret', 'shop', SECRET, bagOf(object(kind, name, spec)))).toMatchObject({
      outcome: 'unknown',
      maker: { object: { kind } },
    });
  });

  test.each(['Secret', 'ConfigMap'] as const)('does not know a %s that a release of a chart may make', (kind) => {
    const release = { object: object('HelmRelease', 'shop', {}), source: {} };
    const bag = { ...bagOf(), releasesInto: (namespace: string) => (namespace === 'shop' ? [release] : []) };
    expect(resolveKey(kind, 'shop', SECRET, bag)).toEqual({ outcome: 'unknown', maker: release });
    expect(resolveKey(kind, 'blog', SECRET, bag).outcome).toBe('missing-object');
  });

  test('is not misled by what makes another Secret, or one of another namespace', () => {
    const makers = [
      object('ExternalSecret', 'creds', { target: { name: 'other' } }),
      object('SealedSecret', 'creds', {}, { metadata: { namespace: 'other' } }),
    ];
    expect(resolveKey('Secret', 'shop', SECRET, bagOf(...makers)).outcome).toBe('missing-object');
  });

  test('knows what the control plane fills in', () => {
    expect(resolve({ type: 'kubernetes.io/service-account-token' })).toEqual({ outcome: 'known', value: undefined });
    const rootCa = { name: 'kube-root-ca.crt', key: 'ca.crt' };
    expect(resolveKey('ConfigMap', 'shop', rootCa, bagOf()).outcome).toBe('known');
  });

  test('does not know an empty Secret with annotations, which wait for a replicator', () => {
    expect(resolve({ metadata: { annotations: { 'replicate-from': 'a/b' } } }).outcome).toBe('unknown');
  });

  test.each([
    '<path:secret/data/web#key>',
    'ENC[AES256_GCM,data:x,type:str]',
    'ref+vault://web',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what Flux replaces.
    '${KEY}',
    '{{ .Key }}',
  ])('knows that a key is there and not what stands for %s in the cluster', (text) => {
    expect(resolve({ stringData: { [SECRET.key]: text } })).toEqual({ outcome: 'known', value: undefined });
    expect(resolve({ data: { [SECRET.key]: text } })).toEqual({ outcome: 'known', value: undefined });
  });

  test('takes a text with a dollar or an angle bracket for what it is', () => {
    expect(resolve({ stringData: { [SECRET.key]: 'a$1 <b> {c}' } })).toEqual({
      outcome: 'known',
      value: 'a$1 <b> {c}',
    });
  });
});
