import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { repositoryRoot } from '../packaging/built-package';

const assembly = JSON.parse(readFileSync(path.join(repositoryRoot, '.jsii'), 'utf8'));

/** Names of the props of a struct, inherited ones included. */
function propsOf(struct: string): string[] {
  const { properties = [], interfaces = [] } = assembly.types[`cdk8s-prometheus.${struct}`];
  return [
    ...properties.map(({ name }: any) => name),
    ...interfaces.flatMap((fqn: string) => propsOf(fqn.slice('cdk8s-prometheus.'.length))),
  ];
}

/** Names of the static factories of a class. */
function staticsOf(name: string): string[] {
  return (assembly.types[`cdk8s-prometheus.${name}`].methods ?? [])
    .filter((method: any) => method.static)
    .map((method: any) => method.name);
}

test.each<[page: string, structs: string[], classes: string[]]>([
  [
    'monitored-app',
    ['MonitoredAppProps', 'AppServiceOptions', 'AppNetworkPolicyOptions'],
    ['AppWorkload', 'NetworkPeer'],
  ],
  [
    'service-monitor',
    ['ServiceMonitorProps', 'ServiceMonitorEndpoint', 'ScrapeTls', 'NativeHistogramOptions', 'OAuth2Options'],
    ['ScrapeAuth', 'SecretKey', 'KeyReference'],
  ],
  ['prometheus', ['PrometheusSelectors'], ['LabelSelector', 'NamespaceSelector', 'OperatorScope']],
  ['relabeling', [], ['Relabeling']],
  ['probe', ['ProbeProps', 'ProberServiceOptions', 'ProbeIngressesOptions', 'IProber'], ['ProbeTargets', 'Prober']],
  [
    'blackbox-exporter',
    [
      'BlackboxExporterProps',
      'BlackboxHttpOptions',
      'BlackboxTcpOptions',
      'BlackboxQueryResponse',
      'BlackboxDnsOptions',
      'BlackboxIcmpOptions',
      'BlackboxGrpcOptions',
    ],
    ['BlackboxModule'],
  ],
  [
    'scrape-config',
    [
      'ScrapeConfigProps',
      'ScrapeAddressesOptions',
      'HttpDiscoveryOptions',
      'DnsDiscoveryOptions',
      'FileDiscoveryOptions',
      'KubernetesDiscoveryOptions',
      'KubernetesDiscoverySelector',
    ],
    ['ScrapeTargets'],
  ],
  [
    'stack-delivery',
    [
      'StackApplicationProps',
      'StackApplicationSetProps',
      'StackHelmReleaseProps',
      'StackHelmChartProps',
      'StackNamespaceProps',
      'StackGitValues',
      'StackClusterElement',
      'StackIgnoreDifferenceOptions',
      'StackDriftIgnore',
      'StackDependency',
      'StackValuesReferenceOptions',
    ],
    [
      'StackApplication',
      'StackDestination',
      'StackGenerator',
      'StackIgnoreDifference',
      'StackChartSource',
      'StackValuesReference',
    ],
  ],
  ['proof', ['ProofProps', 'Target', 'UnknownTarget', 'Finding', 'Fix'], ['Proof', 'Targets', 'Findings']],
])('the page %s names every option', (page, structs, classes) => {
  const text = readFileSync(path.join(repositoryRoot, 'docs', 'constructs', `${page}.md`), 'utf8');
  const missing = [...structs.flatMap(propsOf), ...classes.flatMap(staticsOf)].filter(
    (name) => !new RegExp(`\\b${name}\\b`).test(text),
  );
  expect(missing).toEqual([]);
});
