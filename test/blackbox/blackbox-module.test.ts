import { Duration } from 'cdk8s';
import { TlsVersion } from '../../imports/monitoring.coreos.com/v1/enums';
import { BlackboxModule } from '../../lib/blackbox/blackbox-module';
import {
  type BlackboxDnsOptions,
  type BlackboxGrpcOptions,
  type BlackboxHttpOptions,
  type BlackboxIcmpOptions,
  BlackboxIpProtocol,
  type BlackboxModuleOptions,
  type BlackboxTcpOptions,
} from '../../lib/blackbox/module-options';
import { KeyReference } from '../../lib/monitor/key-reference';
import type { ScrapeTls } from '../../lib/monitor/scrape-tls';
import { SecretKey } from '../../lib/monitor/secret-key';
import { messageOf } from '../private/synth';

const key = (name: string) => SecretKey.of('shop', name);

const common: Required<BlackboxModuleOptions> = {
  timeout: Duration.seconds(90),
  preferredIpProtocol: BlackboxIpProtocol.IP6,
  ipProtocolFallback: false,
  additionalFields: { source_ip_address: '10.0.0.1' },
};

const tls: Required<ScrapeTls> = {
  ca: KeyReference.configMap('ca', 'ca.crt'),
  cert: KeyReference.secret(key('tls.crt')),
  key: key('tls.key'),
  serverName: 'shop',
  insecureSkipVerify: false,
  minVersion: TlsVersion.TLS12,
  maxVersion: TlsVersion.TLS13,
};

test('a module for HTTP tries IPv4 first, and leaves the rest to the exporter', () => {
  expect(BlackboxModule.http().toConfig()).toEqual({
    prober: 'http',
    http: { preferred_ip_protocol: 'ip4', ip_protocol_fallback: true },
  });
});

test('every option reaches the configuration', () => {
  const http: Required<Omit<BlackboxHttpOptions, 'basicAuth' | 'failIfTls'>> = {
    ...common,
    method: 'POST',
    validStatusCodes: [200, 301],
    headers: { Accept: 'text/html' },
    body: 'ping',
    followRedirects: false,
    failIfNotTls: true,
    failIfBodyMatches: ['error'],
    failIfBodyNotMatches: ['ok'],
    bearerToken: key('token'),
    tls,
  };
  const tcp: Required<BlackboxTcpOptions> = {
    ...common,
    tls,
    queryResponse: [{ expect: '^220', send: 'STARTTLS', startTls: true }],
  };
  const dns: Required<BlackboxDnsOptions> = {
    ...common,
    queryName: 'example.com',
    queryType: 'SOA',
    overTcp: true,
    validRcodes: ['NXDOMAIN'],
    failIfAnswerNotMatches: ['ns1'],
  };
  const icmp: Required<BlackboxIcmpOptions> = { ...common, payloadBytes: 64, ttl: 3 };
  const grpc: Required<BlackboxGrpcOptions> = { ...common, service: 'shop', tls };
  expect(
    [
      BlackboxModule.http(http),
      BlackboxModule.tcp(tcp),
      BlackboxModule.dns(dns),
      BlackboxModule.icmp(icmp),
      BlackboxModule.grpc(grpc),
    ].map((module) => module.toConfig()),
  ).toMatchSnapshot();
});

test('credentials are read from mounted files', () => {
  const module = BlackboxModule.http({ basicAuth: { username: key('user'), password: key('password') } });
  expect(module.toConfig().http.basic_auth).toEqual({
    username_file: '/etc/blackbox_files/secrets/shop/user',
    password_file: '/etc/blackbox_files/secrets/shop/password',
  });
  expect(module.files.map((file) => file.toManifest())).toEqual([
    { secret: { name: 'shop', key: 'user' } },
    { secret: { name: 'shop', key: 'password' } },
  ]);
});

test('TLS without settings is switched on and no more', () => {
  expect(BlackboxModule.tcp({ tls: {} }).toConfig().tcp).toEqual({
    preferred_ip_protocol: 'ip4',
    ip_protocol_fallback: true,
    tls: true,
  });
});

test('all problems of a module for HTTP are told at once', () => {
  expect(
    messageOf(() =>
      BlackboxModule.http({
        timeout: Duration.millis(0),
        validStatusCodes: [2],
        headers: { authorization: 'Bearer x' },
        failIfBodyMatches: ['(?=x)'],
        failIfBodyNotMatches: ['('],
        failIfTls: true,
        failIfNotTls: true,
        basicAuth: { username: key('user'), password: key('password') },
        bearerToken: key('token'),
        tls: { cert: tls.cert, minVersion: TlsVersion.TLS13, maxVersion: TlsVersion.TLS12 },
        additionalFields: { oauth2: { client_secret: 'x' } },
      }),
    ),
  ).toMatchSnapshot();
});

test.each<[string, () => unknown, string]>([
  ['tcp', () => BlackboxModule.tcp({ queryResponse: [{}, { expect: '(' }] }), 'queryResponse[1].expect: "("'],
  ['tcp', () => BlackboxModule.tcp({ tls: { key: tls.key } }), 'tls.key: stands without cert'],
  ['dns', () => BlackboxModule.dns({ queryName: '' }), 'queryName: is empty'],
  ['dns', () => BlackboxModule.dns({ queryName: 'a', failIfAnswerNotMatches: ['('] }), 'failIfAnswerNotMatches'],
  ['icmp', () => BlackboxModule.icmp({ ttl: 256, payloadBytes: -1 }), 'has 2 problems'],
  ['grpc', () => BlackboxModule.grpc({ tls: { cert: tls.cert } }), 'tls.cert: stands without key'],
  ['http', () => BlackboxModule.http({ timeout: '5s' as any }), 'timeout: "5s" is no Duration'],
  ['http', () => BlackboxModule.http({ validStatusCodes: [] }), 'validStatusCodes: is an empty list'],
])('a module for %s is refused that the exporter would refuse', (_name, act, why) => {
  expect(messageOf(act)).toContain(why);
});

describe('a raw module', () => {
  test('is taken as it is, with files by their paths', () => {
    const token = KeyReference.secret(key('token'));
    const config = { prober: 'http', http: { authorization: { credentials_file: BlackboxModule.pathOf(token) } } };
    const module = BlackboxModule.raw(config, [token]);
    expect(module.toConfig()).toEqual(config);
    expect(module.probesOver).toBe('http');
    expect(BlackboxModule.pathOf(token)).toBe('/etc/blackbox_files/secrets/shop/token');
  });

  test.each([
    [{ http: {} }, 'prober: undefined is none that the exporter has'],
    [{ prober: 'htp' }, 'prober: "htp" is none'],
    [{ prober: 'http', http: { basic_auth: { password: 'x' } } }, 'http.basic_auth.password: is a secret in plain'],
    [{ prober: 'http', http: { authorization: { credentials: 'x' } } }, 'use credentials_file'],
  ])('%j is refused', (config, why) => {
    expect(messageOf(() => BlackboxModule.raw(config))).toContain(why);
  });
});
