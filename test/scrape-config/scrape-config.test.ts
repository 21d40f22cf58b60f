import { type Chart, Duration, Size } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { DnsRecordType } from '../../imports/monitoring.coreos.com/v1alpha1/enums';
import { ScrapeAuth } from '../../lib/monitor/scrape-auth';
import { SecretKey } from '../../lib/monitor/secret-key';
import { KubernetesRole } from '../../lib/scrape-config/kubernetes-role';
import { ScrapeConfig, type ScrapeConfigProps } from '../../lib/scrape-config/scrape-config';
import { ScrapeTargets } from '../../lib/scrape-config/scrape-targets';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { allMonitorOptions, allScrapeOptions } from '../monitor/fixtures';
import { describeWithCrds, schemaProblems } from '../private/crd-schema';
import { manifestOf, messageOf, newChart, synth } from '../private/synth';
import { stack } from '../probe/fixtures';

const targets = [ScrapeTargets.addresses(['10.0.0.1:9100'])];

function chartWith(props: Partial<ScrapeConfigProps> = {}): Chart {
  const chart = newChart({ namespace: 'shop' });
  new ScrapeConfig(chart, 'ScrapeConfig', { targets, ...props });
  return chart;
}

test('writes the targets and the labels by which it is selected, and no more', () => {
  expect(manifestOf(chartWith({ prometheus: stack(), metadata: { name: 'nodes' } }), 'ScrapeConfig')).toEqual({
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'ScrapeConfig',
    metadata: { name: 'nodes', namespace: 'shop', labels: { release: 'stack' } },
    spec: { staticConfigs: [{ targets: ['10.0.0.1:9100'] }] },
  });
});

/** Every prop; a new one makes this fail to compile, so that its way into the manifest gets tested. */
function allProps(): Required<ScrapeConfigProps> {
  const { followRedirects, filterRunning, additionalFields, ...request } = allScrapeOptions();
  const { jobLabel, podTargetLabels, attachNodeMetadata, ...job } = allMonitorOptions();
  return {
    ...job,
    ...request,
    additionalSpecFields: { nameValidationScheme: 'Legacy' },
    bodySizeLimit: Size.mebibytes(10),
    prometheus: stack(),
    metadata: { name: 'nodes' },
    jobName: 'nodes',
    enableCompression: false,
    targets: [
      ...targets,
      ScrapeTargets.addresses(['10.0.0.2:9100'], { labels: { site: 'b' } }),
      ScrapeTargets.http('https://cmdb/targets', { enableHttp2: false, followRedirects: false, tls: {} }),
      ScrapeTargets.dns({ names: ['a'], type: DnsRecordType.AAAA, port: 1, refreshInterval: Duration.minutes(2) }),
      ScrapeTargets.files(['/a/*.json'], { refreshInterval: Duration.minutes(3) }),
      ScrapeTargets.kubernetes(KubernetesRole.ENDPOINTS, {
        namespaces: ['shop'],
        apiServer: 'https://other:6443',
        attachNodeMetadata: true,
        selectors: [{ role: KubernetesRole.POD, label: 'a=b' }],
      }),
      ScrapeTargets.other('ec2SDConfigs', { region: 'eu-central-1' }),
    ],
  };
}

test('every prop reaches the manifest', () => {
  expect(manifestOf(chartWith(allProps()), 'ScrapeConfig')).toMatchSnapshot();
});

describeWithCrds('the CRD', () => {
  test('takes every prop', () => {
    expect(schemaProblems(manifestOf(chartWith(allProps()), 'ScrapeConfig'))).toEqual([]);
  });
});

test('targets that are added join those of their kind', () => {
  const chart = newChart();
  const config = new ScrapeConfig(chart, 'ScrapeConfig', { targets });
  config.addTargets(ScrapeTargets.addresses(['b:1']), ScrapeTargets.files(['/a.yml']));
  expect(manifestOf(chart, 'ScrapeConfig').spec).toEqual({
    staticConfigs: [{ targets: ['10.0.0.1:9100'] }, { targets: ['b:1'] }],
    fileSDConfigs: [{ files: ['/a.yml'] }],
  });
});

test('targets that are added are checked', () => {
  const config = new ScrapeConfig(newChart(), 'ScrapeConfig', { targets });
  expect(messageOf(() => config.addTargets('b:1' as any))).toContain('targets[1]: is no ScrapeTargets');
});

test('all problems of the props are told at once', () => {
  const secret = new Secret(newChart({ namespace: 'other' }), 'Secret', { metadata: { name: 'token' } });
  const auth = ScrapeAuth.bearerToken(SecretKey.fromSecretValue({ secret, key: 'token' }));
  const message = messageOf(() =>
    chartWith({
      targets: [
        ScrapeTargets.addresses(['a:1'], { labels: { 'my.team': 'x' } }),
        ScrapeTargets.http('https://cmdb', { auth }),
        ScrapeTargets.dns({ names: ['a'], type: DnsRecordType.NS, port: 1 }),
        {} as any,
      ],
      prometheus: stack({ version: '2.39.1', scrapeConfigNamespaceSelector: NamespaceSelector.own() }),
      interval: Duration.seconds(10),
      scrapeTimeout: Duration.seconds(20),
      path: 'metrics',
      jobName: '',
      bodySizeLimit: '10MB' as any,
      metadata: { namespace: 'Shop' },
      auth,
    }),
  );
  expect(message).toMatchSnapshot();
});

test('no targets at all are refused', () => {
  expect(messageOf(() => chartWith({ targets: [] }))).toContain('targets: is empty, so nothing would be scraped');
});

test.each(['2.40.0', '3.0.0', undefined])('Prometheus %s takes it', (version) => {
  expect(synth(chartWith({ prometheus: stack({ version }) }))).toHaveLength(1);
});

test('records of type NS are for Prometheus 2.49 and later', () => {
  const ns = [ScrapeTargets.dns({ names: ['a'], type: DnsRecordType.NS, port: 1 })];
  expect(synth(chartWith({ targets: ns, prometheus: stack({ version: '2.49.0' }) }))).toHaveLength(1);
  expect(messageOf(() => chartWith({ targets: ns, prometheus: stack({ version: '2.48.1' }) }))).toContain(
    'targets[0].type: NS needs 2.49.0',
  );
});

test('a label that is changed later is told at synth', () => {
  const chart = newChart({ namespace: 'shop' });
  const { apiObject } = new ScrapeConfig(chart, 'ScrapeConfig', { targets, prometheus: stack() });
  apiObject.metadata.addLabel('release', 'other');
  expect(messageOf(() => synth(chart))).toContain('the label "release" is "other"');
});
