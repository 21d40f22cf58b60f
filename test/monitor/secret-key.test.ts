import { KeyReference } from '../../lib/monitor/key-reference';
import { ScrapeAuth } from '../../lib/monitor/scrape-auth';
import { SecretKey } from '../../lib/monitor/secret-key';
import { messageOf } from '../private/synth';

test('a key of a Secret is a reference, never a value', () => {
  expect(SecretKey.of('metrics.login', 'pass_word').toManifest()).toEqual({ name: 'metrics.login', key: 'pass_word' });
});

test('a name and a key that cannot be are both reported', () => {
  expect(messageOf(() => SecretKey.of('Bad Name', ''))).toBe(
    [
      'SecretKey.of has 2 problems:',
      '  name: "Bad Name" may hold only lower-case letters, digits, hyphens and dots, with a letter or digit at both ends of each part.',
      '    Fix: give the name of the object that holds the key.',
      '  key: "" can be no key: it needs 1 to 253 letters, digits, hyphens, underscores and dots.',
      '    Fix: give the key below `data`.',
    ].join('\n'),
  );
});

test('a ConfigMap is held to the same', () => {
  expect(() => KeyReference.configMap('ca', 'ca crt')).toThrow('key: "ca crt" can be no key');
});

test.each(['', 'idp.example.com/token', 'ftp://idp.example.com'])('"%s" is no token URL', (tokenUrl) => {
  const secret = SecretKey.of('client', 'secret');
  const clientId = KeyReference.secret(SecretKey.of('client', 'id'));
  expect(() => ScrapeAuth.oauth2({ clientId, clientSecret: secret, tokenUrl })).toThrow('is no http or https URL');
});

test.each(['', 'Two words'])('"%s" is no type of an Authorization header', (type) => {
  expect(() => ScrapeAuth.authorization(type, SecretKey.of('a', 'b'))).toThrow('is not one word');
});
