import { type Mutant, mutantsIn } from '../mutant';

/** What Prometheus refuses of jobs and Alertmanagers of one's own. */
export const OWN_CONFIG: readonly Mutant[] = [
  ...mutantsIn(
    'own-config/shape.ts',
    [
      'a field that Prometheus does not know is refused',
      '} else if (!isOther(name) && knowsFields(reader.version)) {',
      "} else if (!isOther(name) && name === ' ') {",
    ],
    [
      'a field that is there twice is refused',
      'if (seen.has(name)) {\n          reader.report(place,',
      "if (name === ' ') {\n          reader.report(place,",
    ],
    ['a field may come with a later version', '(since === undefined || atLeast(version, since))', 'true'],
    ['a field may go with a later version', '(until === undefined || !atLeast(version, until))', 'true'],
    [
      'yes and no are no other text',
      "type === 'bool' ? undefined : 'is neither true nor false'",
      'type as any && undefined',
    ],
    [
      'a duration has the form of one',
      "durationMilliseconds(value) === undefined ? 'is no duration' : undefined",
      'undefined',
    ],
    ['a size has the form of one', "isSize(value) ? undefined : 'is no size'", 'isSize(value) ? undefined : undefined'],
    ['a limit is not below zero', "type === 'number' && !value.startsWith('-')", "type === 'number'"],
    ['a single value is no list', "? 'is no single value'", '? undefined'],
    ['a list is no single value', "reader.report(path, 'is no list');", ''],
    [
      'an item of some lists is not empty',
      "one.kind === 'null' && empty === 'nothing refused'",
      "one.kind === 'unknown' && empty === 'nothing refused'",
    ],
    ['names of labels are plain for Prometheus 2', 'readableNames(version, dialect.nameValidation)', "'utf8'"],
  ),
  ...mutantsIn(
    'own-config/scrape-config-shape.ts',
    ['a job may ask only for protocols that its version has', 'atLeast(version, PROTOCOLS[name])', 'true'],
    ['a list of protocols is not empty', 'if (names.length === 0) {', 'if (names.length < 0) {'],
    ['a protocol stands in a list once', 'name !== undefined && names.indexOf(name) < i', "name === ' '"],
    ['a timeout is not longer than the interval', 'timeout > interval', 'timeout > interval * 1000'],
    [
      'a job without an interval takes that of its Prometheus',
      'own || durationMilliseconds(inherited) || 60_000',
      'own || 60_000',
    ],
    [
      'scrape_classic_histograms is a field of Prometheus 2',
      "scrape_classic_histograms: { shape: bool, until: '3.0.0' },",
      'scrape_classic_histograms: bool,',
    ],
    ['a job may have names of its own kind', '{ ...reader.dialect, nameValidation: scheme }', 'reader.dialect'],
    [
      'a static address with a path is allowed where a relabeling follows',
      'if (!relabeled) {',
      'if (!relabeled || values !== undefined) {',
    ],
  ),
  ...mutantsIn(
    'own-config/relabel-shape.ts',
    [
      'an empty action is refused',
      "if (values.isGiven('action') && action === '') {",
      "if (values.isGiven('action') && action === ' ') {",
    ],
    [
      'a relabeling must be sound',
      'for (const { field } of problems) {',
      'for (const { field } of problems.slice(99)) {',
    ],
  ),
  ...mutantsIn(
    'own-config/http-client-shape.ts',
    [
      'a client has one way to authenticate',
      "if (used.length > 1) {\n    reader.report(path, `has ${used.join(' and ')}, and only",
      "if (used.length > 99) {\n    reader.report(path, `has ${used.join(' and ')}, and only",
    ],
    ['a certificate needs a key', 'if (cert !== key) {', 'if (!cert && key) {'],
    ['a key needs a certificate', 'if (cert !== key) {', 'if (cert && !key) {'],
    [
      'a secret has one source',
      "if (used.length > 1) {\n    reader.report(path, `has ${used.join(' and ')}, of which",
      "if (used.length > 99) {\n    reader.report(path, `has ${used.join(' and ')}, of which",
    ],
    ['authorization is not of type Basic', "=== 'basic') {", "=== ' ') {"],
    ['some headers are set by Prometheus itself', 'RESERVED_HEADERS.includes(name.toLowerCase())', "name === ' '"],
    [
      'a client of OAuth 2 has an id and an address',
      "['client_id', 'token_url'].filter((one) => oauth.text(one) === '')",
      "['client_id', 'token_url'].filter((one) => oauth.text(one) === ' ')",
    ],
    [
      'a proxy comes from one place',
      'if (fromEnvironment && proxyUrl) {',
      'if (fromEnvironment && proxyUrl && noProxy) {',
    ],
    [
      'no_proxy needs a proxy',
      "if (noProxy && (fromEnvironment || !values.has('proxy_url'))) {",
      'if (noProxy && fromEnvironment && !noProxy) {',
    ],
    [
      'headers for a proxy need a proxy',
      'header.entries.length > 0 && !fromEnvironment && !proxyUrl',
      'header.entries.length > 99 && !fromEnvironment && !proxyUrl',
    ],
    ['the address of a proxy can be read', "whyNoUrl(value) === undefined ? undefined : 'is no address'", 'undefined'],
    [
      'a version of TLS is one of four',
      "['TLS10', 'TLS11', 'TLS12', 'TLS13']",
      "['TLS09', 'TLS10', 'TLS11', 'TLS12', 'TLS13']",
    ],
  ),
  ...mutantsIn(
    'own-config/discovery-shapes.ts',
    ['discovery in Kubernetes needs a role', "needed(values, 'role', path, reader);", ''],
    ['the address of an API server can be read', 'api_server: url,', 'api_server: text,'],
    ['an address to ask for targets can be read', "typeof read !== 'string' && [", "typeof read === 'string' || ["],
    ['an address to ask for targets is one of http', "['http', 'https'].includes(read.scheme) && ", ''],
    ['an address to ask for targets has a host', " && read.host !== ''", ''],
    ['a role is one of six', "'endpointslice', 'ingress'];", "'endpointslice', 'ingress', 'endpointslices'];"],
    [
      'who logs in to Kubernetes names its address',
      "if (login !== undefined && !values.has('api_server')) {",
      "if (login === ' ') {",
    ],
    ['discovery by files needs files', "needed(values, 'files', path, reader)", 'undefined'],
    ['files are of JSON or YAML', '(\\*[^/]*)?\\.(json|yml|yaml|JSON|YML|YAML)$/', '(\\*[^/]*)?.*$/'],
    ['discovery by HTTP needs an address', "needed(values, 'url', path, reader);", ''],
    [
      'records of DNS but SRV need a port',
      "['', '0'].includes(values.text('port') ?? '?')",
      "['-'].includes(values.text('port') ?? '?')",
    ],
    [
      'a static address has no path',
      "target.kind === 'scalar' && target.text.includes('/')",
      "target.kind === 'scalar' && target.text === ' '",
    ],
    [
      'a static address with a path is allowed before relabelings',
      "(relabelings?.kind === 'list' && relabelings.items.length > 0)",
      "relabelings?.kind === 'map'",
    ],
    [
      'of other ways to discover nothing is claimed',
      "return name.endsWith('_sd_configs');",
      "return name === '_sd_configs';",
    ],
  ),
  ...mutantsIn(
    'own-config/alertmanager-config-shape.ts',
    ['version 1 of the API is one of Prometheus 2', "reader.version.major < 3 ? ['v1', 'v2'] : ['v2']", "['v1', 'v2']"],
    ['Prometheus 2 knows version 1 of the API', "reader.version.major < 3 ? ['v1', 'v2'] : ['v2']", "['v2']"],
    ['sigv4 is a way to authenticate', "values.has('sigv4') && ['basic_auth'", "values.has('sigv5') && ['basic_auth'"],
  ),
  ...mutantsIn(
    'own-config/yaml-node.ts',
    ['yes stands for true', "['true', ['y', 'yes', 'true', 'on']],", "['true', ['true']],"],
    ['what is merged into a map gets lost', "filter(([key]) => key !== '<<')", "filter(([key]) => key !== ' ')"],
    ['an alias stands for what it names', 'return target === undefined ? UNKNOWN : read(target);', 'return UNKNOWN;'],
    [
      'a text in quotes is no number',
      "const quoted = node.type !== 'PLAIN' || node.tag !== undefined;",
      'const quoted = node.tag !== undefined;',
    ],
    ['a tilde stands for nothing', "['', '~', 'null', 'Null', 'NULL']", "['', 'null', 'Null', 'NULL']"],
  ),
];
