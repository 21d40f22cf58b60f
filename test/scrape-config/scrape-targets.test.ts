import { Duration } from 'cdk8s';
import { DnsRecordType } from '../../imports/monitoring.coreos.com/v1alpha1/enums';
import { ScrapeAuth } from '../../lib/monitor/scrape-auth';
import { SecretKey } from '../../lib/monitor/secret-key';
import { KubernetesRole } from '../../lib/scrape-config/kubernetes-role';
import { ScrapeTargets } from '../../lib/scrape-config/scrape-targets';
import { messageOf } from '../private/synth';

const auth = ScrapeAuth.bearerToken(SecretKey.of('discovery', 'token'));

describe('addresses', () => {
  test('with labels make a static config', () => {
    const targets = ScrapeTargets.addresses(['10.0.0.1:9100', '[2001:db8::1]:9100'], { labels: { site: 'a' } });
    expect([targets.field, targets.toManifest()]).toEqual([
      'staticConfigs',
      { targets: ['10.0.0.1:9100', '[2001:db8::1]:9100'], labels: { site: 'a' } },
    ]);
  });

  test('that Prometheus would not scrape are told at once', () => {
    expect(
      messageOf(() =>
        ScrapeTargets.addresses(['https://a:9100/m', 'b:9100/m', 'c', 'd:http', 'e:1', 'e:1', 'f:70000']),
      ),
    ).toMatchSnapshot();
  });

  test('must be there', () => {
    expect(messageOf(() => ScrapeTargets.addresses([]))).toContain('addresses: is an empty list');
  });
});

describe('HTTP', () => {
  test('asks a URL, with all that a request may need', () => {
    const targets = ScrapeTargets.http('https://cmdb/targets', {
      auth,
      tls: { serverName: 'cmdb' },
      refreshInterval: Duration.minutes(5),
      followRedirects: false,
      enableHttp2: false,
      proxyUrl: 'http://proxy:3128',
    });
    expect([targets.field, targets.toManifest()]).toEqual([
      'httpSDConfigs',
      {
        url: 'https://cmdb/targets',
        refreshInterval: '5m',
        authorization: { type: 'Bearer', credentials: { name: 'discovery', key: 'token' } },
        tlsConfig: { serverName: 'cmdb' },
        followRedirects: false,
        enableHTTP2: false,
        proxyUrl: 'http://proxy:3128',
      },
    ]);
  });

  test('refuses what is no URL, and a time of zero', () => {
    const message = messageOf(() => ScrapeTargets.http('cmdb/targets', { refreshInterval: Duration.seconds(0) }));
    expect(message).toContain('url: "cmdb/targets" is no http or https URL');
    expect(message).toContain('refreshInterval: is zero');
  });
});

describe('the DNS', () => {
  test('is asked for records of a type', () => {
    const options = {
      names: ['a.example.com'],
      type: DnsRecordType.A,
      port: 9100,
      refreshInterval: Duration.minutes(1),
    };
    const targets = ScrapeTargets.dns(options);
    expect([targets.field, targets.toManifest()]).toEqual(['dnsSDConfigs', { ...options, refreshInterval: '1m' }]);
  });

  test('is asked for SRV records, which hold the port', () => {
    expect(ScrapeTargets.dns({ names: ['_metrics._tcp.example.com'] }).toManifest()).toEqual({
      names: ['_metrics._tcp.example.com'],
    });
  });

  test.each([
    [{ names: ['a'], type: DnsRecordType.A }, 'port: is not given, and the Operator rejects records of type A'],
    [{ names: ['a'], port: 9100 }, 'port: would not take effect'],
    [{ names: ['a'], type: DnsRecordType.SRV, port: 9100 }, 'port: would not take effect'],
    [{ names: ['a'], type: DnsRecordType.A, port: 0 }, 'port: 0 is no port number'],
    [{ names: [] }, 'names: is an empty list'],
    [{ names: [''] }, 'names: holds an empty text'],
  ])('is not asked with %j', (options, why) => {
    expect(messageOf(() => ScrapeTargets.dns(options))).toContain(why);
  });
});

describe('files', () => {
  test('are read by absolute path, with one star', () => {
    const targets = ScrapeTargets.files(['/etc/targets/*.yml'], { refreshInterval: Duration.minutes(5) });
    expect([targets.field, targets.toManifest()]).toEqual([
      'fileSDConfigs',
      { files: ['/etc/targets/*.yml'], refreshInterval: '5m' },
    ]);
  });

  test.each([
    ['/etc/targets/a.txt', 'is refused by the API server'],
    ['/etc/*/a.yml', 'is refused by the API server'],
    ['targets/a.yml', "Fix: '/targets/a.yml'"],
  ])('%s is refused', (file, why) => {
    expect(messageOf(() => ScrapeTargets.files([file]))).toContain(why);
  });

  test('are named once', () => {
    expect(messageOf(() => ScrapeTargets.files(['/a.yml', '/a.yml']))).toContain('files[1]: "/a.yml" is given twice');
  });
});

describe('Kubernetes', () => {
  test('finds what a role stands for', () => {
    const targets = ScrapeTargets.kubernetes(KubernetesRole.NODE);
    expect([targets.field, targets.toManifest()]).toEqual(['kubernetesSDConfigs', { role: 'Node' }]);
  });

  test('is narrowed by namespaces and selectors', () => {
    const targets = ScrapeTargets.kubernetes(KubernetesRole.ENDPOINT_SLICE, {
      namespaces: ['shop'],
      ownNamespace: true,
      attachNodeMetadata: true,
      selectors: [
        { label: 'app=web' },
        { role: KubernetesRole.POD, field: 'spec.nodeName=a' },
        { role: KubernetesRole.SERVICE, label: 'tier' },
      ],
    });
    expect(targets.toManifest()).toEqual({
      role: 'EndpointSlice',
      namespaces: { names: ['shop'], ownNamespace: true },
      attachMetadata: { node: true },
      selectors: [
        { role: 'EndpointSlice', label: 'app=web' },
        { role: 'Pod', field: 'spec.nodeName=a' },
        { role: 'Service', label: 'tier' },
      ],
    });
  });

  test('is asked elsewhere with credentials', () => {
    const targets = ScrapeTargets.kubernetes(KubernetesRole.POD, { apiServer: 'https://other:6443', auth, tls: {} });
    expect(targets.toManifest()).toEqual({
      role: 'Pod',
      apiServer: 'https://other:6443',
      authorization: { type: 'Bearer', credentials: { name: 'discovery', key: 'token' } },
      tlsConfig: {},
    });
  });

  test.each([
    [KubernetesRole.POD, KubernetesRole.SERVICE],
    [KubernetesRole.SERVICE, KubernetesRole.POD],
    [KubernetesRole.INGRESS, KubernetesRole.SERVICE],
    [KubernetesRole.ENDPOINTS, KubernetesRole.ENDPOINT_SLICE],
    [KubernetesRole.ENDPOINT_SLICE, KubernetesRole.ENDPOINTS],
    [KubernetesRole.NODE, KubernetesRole.POD],
  ])('refuses a selector that the role does not take (%#)', (role, narrowed) => {
    const selectors = [{ role: narrowed, label: 'a' }];
    expect(messageOf(() => ScrapeTargets.kubernetes(role, { selectors }))).toContain(
      `selectors[0].role: ${narrowed.roleName} cannot be narrowed for role ${role.roleName}`,
    );
  });

  test('tells all other problems at once', () => {
    expect(
      messageOf(() =>
        ScrapeTargets.kubernetes(KubernetesRole.SERVICE, {
          namespaces: ['Shop'],
          attachNodeMetadata: true,
          selectors: [{ label: 'a' }, { field: 'b' }, {}],
          auth,
          tls: {},
          proxyUrl: 'http://proxy',
          followRedirects: false,
          enableHttp2: false,
        }),
      ),
    ).toMatchSnapshot();
  });

  test('refuses another API server together with the own namespace', () => {
    const options = { apiServer: 'other:6443', ownNamespace: true };
    const message = messageOf(() => ScrapeTargets.kubernetes(KubernetesRole.POD, options));
    expect(message).toContain('apiServer: "other:6443" is no http or https URL');
    expect(message).toContain('ownNamespace: stands beside apiServer');
  });

  test('lets be said what holds anyway', () => {
    const options = { followRedirects: true, enableHttp2: true };
    expect(ScrapeTargets.kubernetes(KubernetesRole.POD, options).toManifest()).toMatchObject({ followRedirects: true });
  });

  test('refuses an empty list of namespaces', () => {
    expect(messageOf(() => ScrapeTargets.kubernetes(KubernetesRole.POD, { namespaces: [] }))).toContain('means all');
  });

  test('refuses a role that is a text', () => {
    expect(messageOf(() => ScrapeTargets.kubernetes('Pod' as any))).toContain('role: is no KubernetesRole');
  });
});

describe('any other discovery', () => {
  test('is taken as it is', () => {
    const targets = ScrapeTargets.other('ec2SDConfigs', { region: 'eu-central-1' });
    expect([targets.field, targets.toManifest()]).toEqual(['ec2SDConfigs', { region: 'eu-central-1' }]);
  });

  test.each([
    ['kubernetesSDConfigs', 'Fix: ScrapeTargets.kubernetes(…)'],
    ['staticConfigs', 'Fix: ScrapeTargets.addresses(…)'],
    ['relabelings', 'is no list of discoveries'],
  ])('is not %s', (field, why) => {
    expect(messageOf(() => ScrapeTargets.other(field, {}))).toContain(why);
  });

  test('is one item and no list', () => {
    expect(messageOf(() => ScrapeTargets.other('ec2SDConfigs', [{}] as any))).toContain('config: is no map');
  });
});
