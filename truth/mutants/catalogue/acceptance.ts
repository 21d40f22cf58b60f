import { type Mutant, mutantsIn } from '../mutant';

/** For what the Operator rejects a monitor. */
export const ACCEPTANCE: readonly Mutant[] = [
  ...mutantsIn(
    'operator/reject-monitor.ts',
    [
      'a malformed selector rejects',
      "compileSelector(spec.selector, 'spec.selector').problems) {",
      "compileSelector(spec.selector, 'spec.selector').problems.slice(99)) {",
    ],
    [
      'RoleSelector needs Prometheus 2.17',
      '!atLeast(rules.prometheusVersion, PROMETHEUS_FEATURES.roleSelector)',
      "rules.prometheus === ''",
    ],
    [
      'a mistake in any endpoint rejects the whole monitor',
      'for (const { endpoint, field } of endpointsOf(monitor)) {',
      'for (const { endpoint, field } of endpointsOf(monitor).slice(0, 1)) {',
    ],
    [
      'an unknown scrape class rejects',
      "if (scrapeClass !== '' && !rules.scrapeClassNames.includes(scrapeClass)) {",
      'if (scrapeClass === null) {',
    ],
    [
      'files are rejected where the Prometheus forbids them',
      'if (isServiceMonitor && rules.denyFiles) {',
      'if (isServiceMonitor && rules.denyFiles === undefined) {',
    ],
    [
      'files are accepted unless the Prometheus forbids them',
      'if (isServiceMonitor && rules.denyFiles) {',
      'if (isServiceMonitor) {',
    ],
    [
      'PodMonitors with two ways to authenticate are rejected',
      'if (isServiceMonitor || comparesMethods) {',
      'if (isServiceMonitor) {',
    ],
    [
      'before Operator 0.86 PodMonitors may have two ways to authenticate',
      'if (isServiceMonitor || comparesMethods) {',
      'if (isServiceMonitor || !comparesMethods || comparesMethods) {',
    ],
    [
      'a token whose Secret has no name is not looked up',
      "present(token) && (token.name ?? '') !== '' &&",
      'present(token) &&',
    ],
    ['a token of a PodMonitor without key is not looked up', "(isServiceMonitor || (token.key ?? '') !== '')", 'true'],
    [
      'the Secret of a token must be there',
      "problems.resolve('Secret', token, joinPath(field, 'bearerTokenSecret'));",
      '',
    ],
    ['basicAuth is looked at', 'checkBasicAuth(endpoint.basicAuth,', 'checkBasicAuth(undefined,'],
    [
      'tlsConfig is looked at',
      "(endpoint.tlsConfig, joinPath(field, 'tlsConfig'), problems)",
      '(undefined, field, problems)',
    ],
    ['oauth2 is looked at', 'checkOauth2(endpoint.oauth2,', 'checkOauth2(undefined,'],
    [
      'authorization is looked at',
      'checkSafeAuthorization(endpoint.authorization,',
      'checkSafeAuthorization(undefined,',
    ],
    ['proxies are looked at', 'checkProxy(endpoint, field, problems);', ''],
    ['interval and timeout are looked at', 'checkTiming(endpoint, field,', 'checkTiming({}, field,'],
    [
      'relabelings are looked at',
      "for (const list of ['relabelings', 'metricRelabelings']) {",
      "for (const list of ['metricRelabelings']) {",
    ],
    [
      'metricRelabelings are looked at',
      "for (const list of ['relabelings', 'metricRelabelings']) {",
      "for (const list of ['relabelings']) {",
    ],
    [
      'each relabeling of a list is looked at',
      'Array.isArray(relabelings) ? relabelings : []',
      'Array.isArray(relabelings) ? relabelings.slice(0, 1) : []',
    ],
    ['certFile is a file, too', "...['caFile', 'certFile', 'keyFile'].map(", "...['caFile', 'keyFile'].map("],
    ['bearerTokenFile is a file, too', "[joinPath(field, 'bearerTokenFile'), endpoint.bearerTokenFile],", ''],
  ),
  ...mutantsIn(
    'operator/check-authentication.ts',
    ['two ways to authenticate are refused', 'if (used.length > 1) {', 'if (used.length > 2) {'],
    ['oauth2 is a way to authenticate', "'bearerTokenSecret', 'oauth2'];", "'bearerTokenSecret'];"],
    ['bearerTokenSecret is a way to authenticate', "'bearerTokenSecret', 'oauth2'];", "'oauth2'];"],
    ['authorization is a way to authenticate', "['authorization', 'basicAuth',", "['basicAuth',"],
    [
      'authorization needs credentials',
      '  if (!present(authorization.credentials)) {',
      '  if (!present(authorization.credentials)) {\n    return;\n  }\n  if (authorization.credentials === null) {',
    ],
    [
      'credentials whose Secret has no name are not looked up',
      "} else if ((authorization.credentials.name ?? '') !== '') {",
      '} else {',
    ],
    [
      'the Secret of credentials must be there',
      "problems.resolve('Secret', authorization.credentials, joinPath(field, 'credentials'));",
      '',
    ],
    ['Basic is refused in any letter case', "type.trim().toLowerCase() === 'basic'", "type.trim() === 'basic'"],
    [
      'credentials and credentialsFile exclude each other',
      "present(authorization.credentials) && (authorization.credentialsFile ?? '') !== ''",
      "present(authorization.credentials) && authorization.credentialsFile === ' '",
    ],
    ['the user name of basicAuth is looked up', "['username', 'password']", "['password']"],
    ['the password of basicAuth is looked up', "['username', 'password']", "['username']"],
    ['oauth2 needs a tokenUrl', "(oauth2.tokenUrl ?? '') === ''", "oauth2.tokenUrl === ' '"],
    ['oauth2 needs a clientId', 'if (!present(secret) && !present(configMap)) {', 'if (secret === 0) {'],
    ['a clientId has one source', '} else if (present(secret) && present(configMap)) {', '} else if (secret === 0) {'],
    ['a clientId is looked up', "resolveEither(oauth2.clientId, joinPath(field, 'clientId'), problems);", ''],
    [
      'a clientSecret is looked up',
      "problems.resolve('Secret', oauth2.clientSecret, joinPath(field, 'clientSecret'));",
      '',
    ],
    ['the proxy of oauth2 is looked at', 'checkProxy(oauth2, field, problems);', ''],
    ['the tlsConfig of oauth2 is looked at', 'checkSafeTls(oauth2.tlsConfig,', 'checkSafeTls(undefined,'],
  ),
  ...mutantsIn(
    'operator/check-timing.ts',
    ['a timeout may be as long as the interval', 'timeout > interval', 'timeout >= interval'],
    ['a timeout is not longer than the interval', 'timeout > interval', 'timeout > interval * 1000'],
    ['an endpoint may have an interval of its own', "const own = config[names.interval] ?? '';", "const own = '';"],
    ['a timeout needs an interval that can be read', 'if (interval === undefined) {', 'if (interval === -1) {'],
  ),
  ...mutantsIn(
    'operator/check-tls.ts',
    [
      'a certificate has one source',
      'if (present(tls[part]?.secret) && present(tls[part]?.configMap)) {',
      'if (tls[part] === 0) {',
    ],
    ['a file beside a reference is refused', 'if (given(tls[part]) && tls[`${part}File`]) {', 'if (tls[part] === 0) {'],
    [
      'a keyFile beside a keySecret is refused',
      'if (present(tls.keySecret) && tls.keyFile) {',
      'if (tls.keyFile === 0) {',
    ],
    ['a certificate needs a key', 'if (cert !== key) {', 'if (!cert && key) {'],
    ['a key needs a certificate', 'if (cert !== key) {', 'if (cert && !key) {'],
    ['a certFile is a certificate', 'given(tls.cert) || Boolean(tls.certFile)', 'given(tls.cert)'],
    ['maxVersion is not below minVersion', 'String(maxVersion) < String(minVersion)', "String(maxVersion) === ''"],
    ['a CA is a certificate in PEM form', 'if (texts.ca && !certificateOf(texts.ca)) {', "if (texts.ca === ' ') {"],
    [
      'a certificate and its key belong together',
      'if (texts.cert && texts.key && !isPair(texts.cert, texts.key)) {',
      "if (texts.cert === ' ') {",
    ],
    [
      'a keySecret is looked up',
      "texts.key = problems.resolve('Secret', tls.keySecret, joinPath(field, 'keySecret'));",
      '',
    ],
  ),
  ...mutantsIn(
    'operator/check-proxy.ts',
    [
      'proxyConnectHeader needs a proxy',
      'if (headers.length > 0 && !fromEnvironment && !url) {',
      'if (headers.length > 99 && !fromEnvironment && !url) {',
    ],
    [
      'proxyFromEnvironment is a proxy',
      'if (headers.length > 0 && !fromEnvironment && !url) {',
      'if (headers.length > 0 && !url) {',
    ],
    [
      'a proxyUrl beside proxyFromEnvironment is refused',
      'if (fromEnvironment && url) {',
      'if (fromEnvironment && url && noProxy) {',
    ],
    ['noProxy needs a proxyUrl', '} else if (noProxy && !url) {', '} else if (noProxy && headers.length > 99) {'],
    ['a proxyUrl is an address', 'const why = url ? whyNoUrl(config.proxyUrl) : undefined;', 'const why = undefined;'],
    [
      'a header of a proxy has a Secret',
      'if (!Array.isArray(selectors) || selectors.length === 0) {',
      'if (!Array.isArray(selectors)) {',
    ],
    ['the Secret of a header is looked up', "problems.resolve('Secret', selector, joinPath(path, i));", ''],
  ),
  ...mutantsIn(
    'operator/key-reference.ts',
    [
      'a Secret of another namespace does not count',
      'const found = objects.find(kind, namespace, name);',
      'const found = objects.byKind(kind).find(({ object }) => object.metadata.name === name);',
    ],
    ['the key must be there', 'if (Object.hasOwn(data, key)) {', "if (Object.hasOwn(data, key) || key !== '') {"],
    ['stringData counts as data', "...(kind === 'Secret' ? object.stringData : {})", ''],
    ['binaryData of a ConfigMap does not count', '{ ...object.data, ', '{ ...object.binaryData, ...object.data, '],
    [
      'that a reference is optional does not count',
      "  if (name === '') {",
      "  if (selector?.optional === true) {\n    return { outcome: 'known', value: undefined };\n  }\n  if (name === '') {",
    ],
    [
      'every namespace has a ConfigMap kube-root-ca.crt',
      "kind === 'ConfigMap' && name === 'kube-root-ca.crt' && key === 'ca.crt'",
      "name === ' '",
    ],
    [
      'a Secret for the token of a service account is filled',
      "object.type === 'kubernetes.io/service-account-token' &&",
      "object.type === ' ' &&",
    ],
    ['data is encoded', "isPlain ? written : Buffer.from(written, 'base64').toString('utf8')", 'written'],
    [
      'a Secret without keys and with annotations may be filled',
      'Object.keys(data).length === 0 &&',
      'Object.keys(data).length < 0 &&',
    ],
    [
      'an ExternalSecret may make a Secret',
      'const maker = own ?? objects.releasesInto(namespace)[0];',
      'const maker = objects.releasesInto(namespace)[0];',
    ],
    [
      'a release of a chart may make a Secret',
      'const maker = own ?? objects.releasesInto(namespace)[0];',
      'const maker = own;',
    ],
    [
      'a placeholder is no value',
      'return PLACEHOLDER.test(written) || PLACEHOLDER.test(text) ? undefined : text;',
      'return text;',
    ],
  ),
  ...mutantsIn(
    'operator/secret-or-config-map.ts',
    [
      'a ConfigMap is looked up',
      "? problems.resolve('ConfigMap', reference.configMap, joinPath(field, 'configMap'))",
      '? undefined',
    ],
    [
      'a Secret is looked up',
      "return problems.resolve('Secret', reference.secret, joinPath(field, 'secret'));",
      'return undefined;',
    ],
    ['null is the same as absent', 'return value !== undefined && value !== null;', 'return value !== undefined;'],
  ),
  ...mutantsIn('operator/problem-list.ts', [
    'a reference without the name of a Secret rejects',
    "case 'no-name':",
    "case 'no-name':\n        return undefined;\n      case 'nameless' as any:",
  ]),
];
