import { readUrl, whyNoUrl } from '../go-url';
import { type ClientParts, WHOLE_CLIENT } from './check-client';

/** What the Operator asks of one way in which a ScrapeConfig finds targets. */
export interface DiscoveryRules {
  /** The parts of its client that are looked at. */
  readonly client: ClientParts;
  /** Fields that need a version of Prometheus; with a value, only where they have that. */
  readonly versions?: readonly { readonly path: string; readonly value?: string; readonly since: string }[];
  /** Fields that refer to a Secret. */
  readonly secrets?: readonly string[];
  /** Fields that are not set and have to be. */
  readonly required?: (config: any) => readonly string[];
  /** Whether nothing else is looked at. */
  readonly complete?: (config: any) => boolean;
  /** The field with an address, and why a text is none. */
  readonly address?: string;
  readonly whyNot?: (address: string) => string | undefined;
}

const ALL = WHOLE_CLIENT;
const WITHOUT_BASIC_AUTH = WHOLE_CLIENT.filter((part) => part !== 'basicAuth');

/**
 * Ways of discovery by the list that they stand in; those of Kubernetes apart.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, from `validateConsulSDConfigs` to
 * `validateIonosSDConfigs`.
 */
export const DISCOVERIES: { readonly [list: string]: DiscoveryRules } = {
  httpSDConfigs: { client: ALL, address: 'url', whyNot: whyNoUrl },
  consulSDConfigs: {
    client: ALL,
    secrets: ['tokenRef'],
    versions: [
      { path: 'pathPrefix', since: '2.45.0' },
      { path: 'filter', since: '3.0.0' },
      { path: 'healthFilter', since: '3.11.2' },
    ],
  },
  dnsSDConfigs: {
    client: [],
    required: ({ type, port }) => ((type ?? 'SRV') !== 'SRV' && (port ?? undefined) === undefined ? ['port'] : []),
  },
  ec2SDConfigs: { client: ['tlsConfig', 'proxy'], secrets: ['accessKey', 'secretKey'] },
  azureSDConfigs: {
    client: ALL,
    secrets: ['clientSecret'],
    versions: [
      { path: 'authenticationMethod', value: 'SDK', since: '2.52.0' },
      { path: 'authenticationMethod', value: 'WorkloadIdentity', since: '3.11.0' },
    ],
    complete: ({ authenticationMethod }) =>
      ['ManagedIdentity', 'SDK', 'WorkloadIdentity'].includes(authenticationMethod),
    required: (config) => ['tenantID', 'clientID', 'clientSecret'].filter((path) => (config[path] ?? '') === ''),
  },
  openstackSDConfigs: {
    client: ['tlsConfig'],
    secrets: ['password', 'applicationCredentialSecret'],
    versions: [{ path: 'role', value: 'LoadBalancer', since: '3.2.0' }],
  },
  digitalOceanSDConfigs: { client: WITHOUT_BASIC_AUTH },
  kumaSDConfigs: {
    client: ALL,
    versions: [{ path: 'clientID', since: '2.50.0' }],
    address: 'server',
    whyNot: whyNoServer,
  },
  eurekaSDConfigs: { client: ALL },
  dockerSDConfigs: {
    client: ALL,
    versions: [{ path: 'matchFirstNetwork', since: '2.54.1' }],
    address: 'host',
    whyNot: whyNoUrl,
  },
  linodeSDConfigs: { client: WITHOUT_BASIC_AUTH },
  hetznerSDConfigs: { client: ALL, versions: [{ path: 'labelSelector', since: '3.5.0' }] },
  nomadSDConfigs: { client: ALL, address: 'server', whyNot: whyNoServer },
  dockerSwarmSDConfigs: { client: ALL, address: 'host', whyNot: whyNoUrl },
  puppetDBSDConfigs: { client: ALL, address: 'url', whyNot: whyNoHttpUrl },
  lightSailSDConfigs: { client: ALL, secrets: ['accessKey', 'secretKey'] },
  ovhcloudSDConfigs: { client: [], secrets: ['applicationSecret', 'consumerKey'] },
  scalewaySDConfigs: { client: ['tlsConfig', 'proxy'], secrets: ['secretKey'] },
  ionosSDConfigs: { client: WITHOUT_BASIC_AUTH },
};

/** Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateServer`. */
function whyNoServer(server: string): string | undefined {
  const url = readUrl(server);
  return typeof url === 'string'
    ? url
    : url.scheme === '' || url.host === ''
      ? 'it needs a scheme and a host'
      : undefined;
}

function whyNoHttpUrl(text: string): string | undefined {
  const url = readUrl(text);
  if (typeof url === 'string') {
    return url;
  }
  return !/^https?$/.test(url.scheme)
    ? 'it must begin with http:// or https://'
    : url.host === ''
      ? 'it names no host'
      : undefined;
}
