import { type Mutant, mutantsIn } from '../mutant';

/** What becomes of ScrapeConfigs, and of the jobs that they have in common with Probes. */
export const SCRAPE_CONFIGS: readonly Mutant[] = [
  ...mutantsIn(
    'operator/reject-scrape-config.ts',
    [
      'an old Prometheus gets no ScrapeConfig',
      'if (!atLeast(prometheusVersion, SCRAPE_CONFIG_SINCE)) {',
      'if (false) {',
    ],
    ['fields of a discovery need a version', '!atLeast(rules.prometheusVersion, since)', 'false'],
    ['Azure may do without a secret', 'if (discovery.complete?.(config) === true) {', 'if (false) {'],
    ['a discovery has fields that it needs', 'discovery.required?.(config) ?? []', '[]'],
    ['Secrets of a discovery have to be there', 'discovery.secrets ?? []', '[]'],
    ['credentials of a ScrapeConfig have to be there', "checkClient(spec, 'spec', WHOLE_CLIENT, problems);", ''],
    ['labels of static targets are checked', "items(spec, 'staticConfigs')", "items(spec, 'none')"],
    ['discovery in Kubernetes is checked', "items(spec, 'kubernetesSDConfigs')", "items(spec, 'none')"],
    [
      'the timeout of a ScrapeConfig is compared with its scrapeInterval',
      "{ interval: 'scrapeInterval', timeout: 'scrapeTimeout' }",
      "{ interval: 'interval', timeout: 'timeout' }",
    ],
    ['relabelings of a ScrapeConfig are checked', 'checkRelabelings(spec[list],', 'checkRelabelings([],'],
  ),
  ...mutantsIn(
    'operator/discovery-rules.ts',
    ['records of DNS have no port but SRV', "(type ?? 'SRV') !== 'SRV'", "type === ' '"],
    ['Azure needs a tenant', "['tenantID', 'clientID', 'clientSecret']", "['clientID', 'clientSecret'].slice(2)"],
    ['a token of Consul has to be there', "secrets: ['tokenRef'],", ''],
    ['a filter of Consul needs Prometheus 3', "{ path: 'filter', since: '3.0.0' },", ''],
  ),
  ...mutantsIn('operator/check-client.ts', [
    'credentials of a client have to be there',
    "if (parts.includes('basicAuth')) {",
    'if (false) {',
  ]),
  ...mutantsIn(
    'operator/check-kubernetes-discovery.ts',
    ['another cluster has no own namespace', 'config.namespaces?.ownNamespace === true', 'false'],
    [
      'a selector is about a role that the discovery has',
      "if (!allowed.includes(String(selector?.role ?? '').toLowerCase())) {",
      'if (false) {',
    ],
    ['a label selector can be read', "return parseTextSelector(text, '').problems[0]?.message;", 'return undefined;'],
    ['a field selector compares', 'return bad === undefined ?', 'return true ?'],
  ),
  ...mutantsIn(
    'operator/poison-scrape-config.ts',
    ["a client of one's own needs an API server", 'if (own.length > 0) {', 'if (false) {'],
    [
      'a redirect that is followed is as usual',
      'filter((name) => config[name] === false),',
      'filter((name) => name in config),',
    ],
    ['TLS that says nothing is as usual', ' && value !== false);', ');'],
    ['a discovery may authenticate in one way only', 'checkOneOf(methods, field, problems);', ''],
    [
      'the address of a server has a host',
      "read.host === '' ? 'it names no host' : undefined",
      "read.host === ' ' ? '' : undefined",
    ],
    [
      'the address of an API server can be read',
      "joinPath(field, 'apiServer'), whyNoUrl, problems);",
      "joinPath(field, 'apiServer'), () => undefined, problems);",
    ],
  ),
  ...mutantsIn('operator/generation-failures.ts', [
    'the Operator fails over a secret of Azure that it did not look for',
    "kind === 'ScrapeConfig' && Array.isArray",
    "kind === ' ' && Array.isArray",
  ]),
  ...mutantsIn(
    'jobs/scrape-config-plan.ts',
    ['the namespace is enforced only where there are relabelings', '...(given.length > 0 ?', '...(true ?'],
    ['one shard alone has no rules of shards', 'settings.shards === 1 ||', ''],
    ['a ScrapeConfig may share its targets out itself', "rules.some(({ action }) => action === 'hashmod')", 'false'],
    ['a ScrapeConfig names its path', "spec.metricsPath ?? '/metrics'", "'/metrics'"],
    ['the own namespace is that of the Prometheus', '[...names, prometheusNamespace]', 'names'],
    ['without namespaces all are searched', 'return all.length === 0 ||', 'return'],
    ['labels of static targets are labels of theirs', 'labels: config.labels ?? {},', 'labels: {},'],
    ["label selectors are the API server's to apply", '[role, selectorOf(label)]', '[role, {}]'],
  ),
  ...mutantsIn(
    'jobs/generate-direct-jobs.ts',
    ['a ScrapeConfig has an interval of its own', 'interval: spec.scrapeInterval,', ''],
    ['a Probe has an interval of its own', '...timing(spec, settings) }', '...timing({}, settings) }'],
  ),
  ...mutantsIn('discovery/service-targets.ts', [
    'role service gives the name of a Service',
    '${metadata.name}.${namespace}.svc:',
    '${metadata.name}.${namespace}:',
  ]),
  ...mutantsIn(
    'targets/direct-targets.ts',
    ['a static target is scraped', 'all.__address__ = String(address);', "all.__address__ = '';"],
    [
      'Endpoints are selected by their own labels',
      'firstFailure(selector, labels) === undefined ? targets : []',
      'targets',
    ],
  ),
  ...mutantsIn(
    'chain/direct-break.ts',
    ['what only a cluster knows is no fault', 'if (targets.unknown.length > 0) {', 'if (false) {'],
    [
      'a selector that takes no Ingress is not an Ingress without rules',
      'return targets.ingresses.length > 0',
      'return targets.ingresses.length >= 0',
    ],
  ),
  ...mutantsIn(
    'jobs/searching-of.ts',
    [
      'Ingresses are asked for by their role',
      "role: 'ingress', attachNodeMetadata: false",
      "role: 'pod', attachNodeMetadata: false",
    ],
    [
      'a role of Kubernetes is asked for in its namespaces',
      'attachNodeMetadata: source.attachNodeMetadata, namespaces: source.namespaces',
      'attachNodeMetadata: source.attachNodeMetadata, namespaces: undefined',
    ],
    ['nodes are asked for too', 'source.role === undefined', "source.kind === 'unknown'"],
  ),
];
