import { Duration } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { Scheme, TlsVersion } from '../../imports/monitoring.coreos.com/v1/enums';
import { KeyReference } from '../../lib/monitor/key-reference';
import { checkMonitorOptions, renderMonitorOptions } from '../../lib/monitor/render-monitor-options';
import { checkScrapeOptions, renderScrapeOptions, type ScrapeContext } from '../../lib/monitor/render-scrape-options';
import { ScrapeAuth } from '../../lib/monitor/scrape-auth';
import type { ScrapeOptions } from '../../lib/monitor/scrape-options';
import { SecretKey } from '../../lib/monitor/secret-key';
import { Problems } from '../../lib/private/problems';
import { newChart } from '../private/synth';

/** The problems of these options, without the headline. */
function problemsOf(options: ScrapeOptions, context: ScrapeContext = {}): string[] {
  const problems = new Problems('Thing');
  checkScrapeOptions(options, '', problems, context);
  return problems.render().split('\n').slice(1);
}

const seconds = (count: number) => Duration.seconds(count);
const key = SecretKey.of('web', 'key');

describe('timing', () => {
  test.each<[string, ScrapeOptions, ScrapeContext]>([
    ['a timeout equal to the interval', { interval: seconds(10), scrapeTimeout: seconds(10) }, {}],
    [
      'a timeout below the interval of the Prometheus',
      { scrapeTimeout: seconds(20) },
      { defaultInterval: seconds(30) },
    ],
    [
      'a long timeout with a longer interval of its own',
      { interval: seconds(90), scrapeTimeout: seconds(60) },
      { defaultInterval: seconds(30) },
    ],
    ['a timeout where nobody knows the interval', { scrapeTimeout: seconds(60) }, {}],
    ['an interval below the timeout of the Prometheus, which is lowered', { interval: seconds(5) }, {}],
  ])('accepts %s', (_title, options, context) => {
    expect(problemsOf(options, context)).toEqual([]);
  });

  test('refuses a timeout above the interval', () => {
    expect(problemsOf({ interval: seconds(30), scrapeTimeout: seconds(90) })).toEqual([
      '  scrapeTimeout: 1m30s is longer than interval 30s, and the Operator rejects such a monitor as a whole.',
      '    Fix: make scrapeTimeout at most 30s, or set a longer interval.',
    ]);
  });

  test('refuses a timeout above the interval of the Prometheus', () => {
    expect(problemsOf({ scrapeTimeout: seconds(60) }, { defaultInterval: seconds(30) })[0]).toBe(
      "  scrapeTimeout: 1m is longer than Prometheus' own scrapeInterval 30s, and the Operator rejects such a monitor as a whole.",
    );
  });

  test.each(['interval', 'scrapeTimeout'])('refuses a zero %s', (name) => {
    expect(problemsOf({ [name]: seconds(0) })).toEqual([
      `  ${name}: is zero, so it would not take effect.`,
      `    Fix: leave out ${name}, or make it longer.`,
    ]);
  });

  test('refuses what is finer than a millisecond, beside the other problems', () => {
    expect(problemsOf({ interval: Duration.millis(0.5), scrapeTimeout: seconds(1), path: 'm' })).toEqual([
      '  interval: is 0.5 milliseconds, finer than Prometheus counts.',
      '    Fix: use whole milliseconds.',
      '  path: "m" does not begin with a slash, so the URL of the target would be broken.',
      "    Fix: path: '/m'",
    ]);
  });
});

describe('TLS', () => {
  test.each<[string, any, string]>([
    ['a certificate', { cert: KeyReference.secret(key) }, 'tls.cert: stands without key'],
    ['a key', { key }, 'tls.key: stands without cert'],
  ])('refuses %s alone', (_title, tls, problem) => {
    expect(problemsOf({ tls })).toEqual([
      `  ${problem}, and the Operator rejects a monitor with half a pair.`,
      '    Fix: give both cert and key, or neither.',
    ]);
  });

  test('refuses a lowest version above the highest', () => {
    expect(problemsOf({ tls: { minVersion: TlsVersion.TLS13, maxVersion: TlsVersion.TLS12 } })).toEqual([
      '  tls.minVersion: TLS13 is above maxVersion TLS12, and the Operator rejects such a monitor.',
      '    Fix: make minVersion at most TLS12.',
    ]);
    expect(problemsOf({ tls: { minVersion: TlsVersion.TLS12, maxVersion: TlsVersion.TLS12 } })).toEqual([]);
  });

  test('implies HTTPS, and refuses HTTP', () => {
    expect(renderScrapeOptions({ tls: { insecureSkipVerify: true } }).scheme).toBe('https');
    expect(renderScrapeOptions({}).scheme).toBeUndefined();
    expect(problemsOf({ tls: {}, scheme: Scheme.HTTP })).toEqual([
      '  scheme: HTTP is given together with tls, which then has no effect.',
      '    Fix: scheme: v1.Scheme.HTTPS, or leave out tls.',
    ]);
  });
});

describe('authentication', () => {
  const reference = { name: 'web', key: 'key' };

  test.each<[string, ScrapeAuth, any]>([
    [
      'basic',
      ScrapeAuth.basicAuth({ username: SecretKey.of('web', 'user'), password: key }),
      { basicAuth: { username: { name: 'web', key: 'user' }, password: reference } },
    ],
    ['bearer', ScrapeAuth.bearerToken(key), { authorization: { type: 'Bearer', credentials: reference } }],
    [
      'any other header',
      ScrapeAuth.authorization('Token', key),
      { authorization: { type: 'Token', credentials: reference } },
    ],
    [
      'OAuth2',
      ScrapeAuth.oauth2({
        clientId: KeyReference.configMap('oauth', 'id'),
        clientSecret: key,
        tokenUrl: 'https://id/token',
        scopes: ['read'],
        endpointParams: { a: 'b' },
      }),
      {
        oauth2: {
          clientId: { configMap: { name: 'oauth', key: 'id' } },
          clientSecret: reference,
          tokenUrl: 'https://id/token',
          scopes: ['read'],
          endpointParams: { a: 'b' },
        },
      },
    ],
  ])('%s', (_title, auth, expected) => {
    expect(renderScrapeOptions({ auth })).toMatchObject(expected);
  });

  test.each(['Basic', ' BASIC '])('type "%s" is refused where only other types may stand', (type) => {
    expect(() => ScrapeAuth.authorization(type, key)).toThrow(
      `authorization: type "${type}" is refused by the Operator, which would reject the whole monitor. Fix: use ScrapeAuth.basicAuth({ username, password }).`,
    );
  });
});

describe('Secrets', () => {
  function secretIn(namespace: string | undefined): SecretKey {
    const secret = new Secret(newChart(), 'Secret', { metadata: { name: 'web', namespace } });
    return SecretKey.fromSecretValue({ secret, key: 'key' });
  }
  const oauth2 = (clientId: SecretKey, clientSecret: SecretKey) =>
    ScrapeAuth.oauth2({ clientId: KeyReference.secret(clientId), clientSecret, tokenUrl: 'https://id/token' });

  test('of cdk8s-plus render by name and key, and never by value', () => {
    const secret = new Secret(newChart(), 'Secret', { metadata: { name: 'web' }, stringData: { key: 'hidden' } });
    const auth = ScrapeAuth.bearerToken(SecretKey.fromSecretValue({ secret, key: 'key' }));
    expect(renderScrapeOptions({ auth }).authorization.credentials).toEqual({ name: 'web', key: 'key' });
  });

  test('imported into cdk8s-plus have no namespace that could be compared', () => {
    const secret = Secret.fromSecretName(newChart({ namespace: 'other' }), 'Secret', 'web');
    expect(SecretKey.fromSecretValue({ secret, key: 'key' })).toMatchObject({
      secretName: 'web',
      namespace: undefined,
    });
  });

  test.each<[string, (secret: SecretKey) => ScrapeOptions]>([
    ['auth', (secret) => ({ auth: ScrapeAuth.bearerToken(secret) })],
    ['auth', (secret) => ({ auth: ScrapeAuth.basicAuth({ username: key, password: secret }) })],
    ['auth', (secret) => ({ auth: oauth2(secret, key) })],
    ['auth', (secret) => ({ auth: oauth2(key, secret) })],
    ['tls.ca', (secret) => ({ tls: { ca: KeyReference.secret(secret) } })],
    ['tls.cert', (secret) => ({ tls: { cert: KeyReference.secret(secret), key } })],
    ['tls.key', (secret) => ({ tls: { cert: KeyReference.secret(key), key: secret } })],
  ])('of another namespace are refused in %s', (field, options) => {
    expect(problemsOf(options(secretIn('vault')), { namespace: 'shop' })).toEqual([
      `  ${field}: Secret "web" is in namespace "vault", but the Operator reads it in the monitor's namespace "shop" and rejects the monitor when it is not there.`,
      '    Fix: create the Secret in "shop".',
    ]);
    expect(problemsOf(options(secretIn('shop')), { namespace: 'shop' })).toEqual([]);
    expect(problemsOf(options(secretIn(undefined)), { namespace: 'shop' })).toEqual([]);
    expect(problemsOf(options(secretIn('vault')), {})).toEqual([]);
  });
});

describe('options of the whole monitor', () => {
  function monitorProblemsOf(options: any): string[] {
    const problems = new Problems('Thing');
    checkMonitorOptions(options, '', problems);
    return problems.render().split('\n').slice(1);
  }

  test.each([
    'sampleLimit',
    'targetLimit',
    'labelLimit',
    'labelNameLengthLimit',
    'labelValueLengthLimit',
    'keepDroppedTargets',
  ])('%s is a whole number', (name) => {
    for (const limit of [-1, 1.5, Number.NaN]) {
      expect(monitorProblemsOf({ [name]: limit })).toEqual([
        `  ${name}: ${limit} is not a whole number of at least 0, and the API server refuses it.`,
        `    Fix: ${name}: a whole number, or leave it out for no limit.`,
      ]);
    }
    expect(monitorProblemsOf({ [name]: 0 })).toEqual([]);
  });

  test('so is the limit of histogram buckets, and their growth is a number', () => {
    expect(monitorProblemsOf({ nativeHistograms: { bucketLimit: 1.5, minBucketFactor: Number.NaN } })).toEqual([
      '  nativeHistograms.bucketLimit: 1.5 is not a whole number of at least 0, and the API server refuses it.',
      '    Fix: bucketLimit: a whole number, or leave it out for no limit.',
      '  nativeHistograms.minBucketFactor: NaN is no growth factor, and the API server refuses it.',
      '    Fix: minBucketFactor: 1.1, for example.',
    ]);
  });

  test('a scrape class has a name', () => {
    expect(monitorProblemsOf({ scrapeClass: '' })).toEqual([
      '  scrapeClass: is empty, and the API server refuses it.',
      '    Fix: leave it out for the default class.',
    ]);
  });

  test('a list of protocols is not empty', () => {
    expect(monitorProblemsOf({ scrapeProtocols: [] })).toEqual([
      '  scrapeProtocols: is an empty list, and Prometheus refuses its whole configuration over it.',
      '    Fix: leave it out, or name at least one protocol.',
    ]);
  });

  test('node metadata can be asked for and, where a scrape class asks for it, refused', () => {
    expect(renderMonitorOptions({ attachNodeMetadata: false }).attachMetadata).toEqual({ node: false });
    expect(renderMonitorOptions({}).attachMetadata).toBeUndefined();
  });
});
