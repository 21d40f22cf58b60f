import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { hashMod } from '../../../lib/simulator/relabel/hash-mod';
import { md5 } from '../../../lib/simulator/relabel/md5';

/** Computed with Python: `int.from_bytes(hashlib.md5(text.encode()).digest()[8:], 'big') % modulus`. */
test.each([
  ['', 3, '1'],
  ['a', 1000003, '616428'],
  ['10.0.0.1:9090', 3, '0'],
  ['10.0.0.1:9090', 16, '1'],
  ['10.244.1.17:8080', 1000003, '105721'],
  ['node-1;eth0', 1099511627791, '238613906234'],
  ['é', 16, '15'],
  ['𝒳', 1099511627791, '1030689593588'],
  ['foo;bar;baz', 1000003, '705793'],
  ['x'.repeat(55), 1000003, '103167'],
  ['x'.repeat(56), 1000003, '245266'],
  ['x'.repeat(64), 1000003, '976806'],
  ['x'.repeat(119), 1000003, '633968'],
  ['anything', 1, '0'],
])('%j falls into the bucket of %d that Python finds', (text, modulus, bucket) => {
  expect(hashMod(text, modulus)).toBe(bucket);
});

test('the MD5 of every text is that of OpenSSL', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(Buffer.from(md5(text).buffer).toString('hex')).toBe(createHash('md5').update(text).digest('hex'));
    }),
  );
});
