import { type Mutant, mutantsIn } from '../mutant';

/** For what the Operator fails on a whole instance, or on its pods. */
export const FREEZES: readonly Mutant[] = [
  ...mutantsIn(
    'operator/freeze-instance.ts',
    ['a version that is none freezes', 'if (settings.version === undefined) {', "if (settings.versionText === '') {"],
    [
      'an agent as a DaemonSet without the gate freezes',
      'if (settings.daemonSet && !operator.gates.PrometheusAgentDaemonSet) {',
      'if (settings.daemonSet && operator.gates.PrometheusAgentDaemonSet === undefined) {',
    ],
    [
      'a malformed selector freezes, whatever it is for',
      "['serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig', 'rule'].flatMap(",
      "['serviceMonitor', 'podMonitor', 'scrapeConfig'].flatMap(",
    ],
    ['a malformed namespace selector freezes', '  `${kind}NamespaceSelector`,\n', ''],
    [
      'a missing StorageClass freezes no agent',
      "if (kind === 'Prometheus') {\n    checkStorageClass(",
      "if (kind !== ' ') {\n    checkStorageClass(",
    ],
    [
      'only with shards the Operator looks into jobs of its own',
      'const sharded = settings.shards > 1 && !settings.daemonSet;',
      'const sharded = !settings.daemonSet;',
    ],
    ['two default scrape classes freeze', 'if (defaults.length > 1) {', 'if (defaults.length > 2) {'],
    [
      'relabelings of a scrape class are looked at',
      'checkRelabelings(scrapeClass?.[relabelings],',
      'checkRelabelings([],',
    ],
    [
      'authorization of a scrape class is looked at',
      'checkAuthorization(scrapeClass?.authorization,',
      'checkAuthorization(undefined,',
    ],
    ['tlsConfig of a scrape class is looked at', 'checkTls(scrapeClass?.tlsConfig,', 'checkTls(undefined,'],
    [
      'a scrapeTimeout above the scrapeInterval freezes',
      '{ scrapeInterval: settings.scrapeInterval, scrapeTimeout: settings.scrapeTimeout },',
      "{ scrapeInterval: settings.scrapeInterval, scrapeTimeout: '' },",
    ],
    ['additional configurations are looked up', 'checkReferences(spec, kind, settings, problems);', ''],
    ['additional configurations are lists of YAML', 'if (problem !== undefined) {', "if (problem === '') {"],
    ['the client of the API server is looked at', "['spec.apiserverConfig', spec.apiserverConfig],", ''],
    ['remote write is looked at', 'const remotes = [...remoteWrite, ', 'const remotes = ['],
    [
      'remote read is looked at',
      "[...remoteWrite, ...(kind === 'Prometheus' ? listOf(spec.remoteRead, 'spec.remoteRead') : [])]",
      'remoteWrite',
    ],
    ['Alertmanagers are looked at', ', ...alertmanagers];', '];'],
    ['basicAuth of a client is looked up', 'checkBasicAuth(config.basicAuth, `${field}.basicAuth`, problems);', ''],
    ['tlsConfig of a client is looked at', 'checkTls(config.tlsConfig, `${field}.tlsConfig`, problems);', ''],
    ['oauth2 of a client is looked at', 'checkOauth2(config.oauth2, `${field}.oauth2`, problems);', ''],
    ['proxies of a client are looked at', 'checkProxy(config, field, problems);', ''],
    ['remote write has one way to authenticate', 'checkRemoteWrite(config, field, version, problems);', ''],
    [
      'an Alertmanager has relabelings that are looked at',
      'checkAlertmanager(config, field, version, relabel, problems);',
      '',
    ],
    [
      'credentials of a client are looked up',
      "problems.resolve('Secret', config.authorization.credentials, `${field}.authorization.credentials`);",
      '',
    ],
    ['options are looked at', 'checkOptions(spec, settings.version, problems);', ''],
    [
      'references of an unmanaged instance are not looked up',
      'return managed ? problems.found : problems.found.filter(({ code }) => !LOADED.test(code));',
      'return problems.found;',
    ],
    [
      'the timing of an unmanaged instance is not looked at',
      '  if (managed) {',
      "  if (managed || kind === 'Prometheus') {",
    ],
  ),
  ...mutantsIn(
    'operator/kinds-before-failing.ts',
    ['a StorageClass that is not there is noticed before monitors', "if (has('storage-class')) {", "if (has(' ')) {"],
    [
      'of an agent the version is noticed before monitors',
      "code === 'frozen/version' ||",
      "code === 'frozen/version-of-an-agent' ||",
    ],
    [
      'of an agent the lack of a gate is noticed before monitors',
      "code === 'frozen/daemon-set-gate' ||",
      "code === 'frozen/gate' ||",
    ],
    [
      'of an agent scrape classes are looked at before monitors',
      "if (kind === 'PrometheusAgent') {",
      "if (kind === ' ') {",
    ],
    [
      'of a Prometheus scrape classes are looked at after monitors',
      "if (kind === 'PrometheusAgent') {",
      "if (kind !== ' ') {",
    ],
    ['what classes refer to is looked up after monitors', ' && !LOADED.test(code)', ''],
    [
      'a malformed selector of ServiceMonitors is noticed before monitors',
      "if (has('selector', 'spec.serviceMonitor')) {",
      "if (has('selector', 'spec.service ')) {",
    ],
    [
      'a malformed selector of PodMonitors is noticed after ServiceMonitors',
      "return has('selector', 'spec.podMonitor') ? ['ServiceMonitor'] : KINDS;",
      "return has('selector', 'spec.podMonitor') ? [] : KINDS;",
    ],
    [
      'a malformed selector of PodMonitors is noticed before PodMonitors',
      "return has('selector', 'spec.podMonitor') ? ['ServiceMonitor'] : KINDS;",
      'return KINDS;',
    ],
  ),
  ...mutantsIn('operator/problem-list.ts', [
    'an additional configuration may be optional',
    'if (selector?.optional !== true) {',
    'if (selector !== undefined) {',
  ]),
  ...mutantsIn(
    'operator/additional-configs.ts',
    [
      'an additional configuration is a list',
      '  if (!Array.isArray(data)) {',
      '  if (!Array.isArray(data)) {\n    return { items: [] };\n  }\n  if (data.length < 0) {',
    ],
    ['items of an additional configuration are maps', 'return odd < 0 ? { items } :', 'return odd < 99 ? { items } :'],
    [
      'an item of an additional configuration may be a list of maps',
      'return Array.isArray(item) && item.every(',
      'return Array.isArray(item) && item.length > 99 && item.every(',
    ],
    [
      'with shards relabel_configs of a job of its own are a list of maps',
      'Array.isArray(value) && value.every(isMap)',
      'Array.isArray(value) || value !== undefined',
    ],
    [
      'an additional configuration without a value is fine',
      'if (data === undefined || data === null) {',
      'if (data === undefined) {',
    ],
    ['the Operator does not mind a key that is there twice', 'uniqueKeys: false,', 'uniqueKeys: true,'],
    ['an additional configuration is YAML', 'if (error !== undefined) {', 'if (error === null) {'],
    [
      'of several documents the first counts',
      'Array.isArray(documents) ? (documents[0] as Document | undefined)',
      'Array.isArray(documents) ? (documents.at(-1) as Document | undefined)',
    ],
  ),
  ...mutantsIn(
    'operator/check-options.ts',
    ['OTLP needs Prometheus 2.55', "if (!atLeast(version, '2.55.0')) {", "if (!atLeast(version, '2.0.0')) {"],
    [
      'NoUTF8EscapingWithSuffixes is nothing for legacy names',
      "strategy === 'NoUTF8EscapingWithSuffixes' && nameValidationScheme === 'Legacy'",
      "strategy === ' '",
    ],
    ['NoTranslation needs Prometheus 3.4', "NoTranslation: '3.4.0',", "NoTranslation: '3.0.0',"],
    [
      'attributes are not promoted one by one beside all of them',
      'if (all && length(otlp.promoteResourceAttributes) > 0) {',
      'if (all && length(otlp.promoteResourceAttributes) > 99) {',
    ],
    [
      'attributes are ignored only where all are promoted',
      'if (!all && length(otlp.ignoreResourceAttributes) > 0) {',
      'if (!all && length(otlp.ignoreResourceAttributes) > 99) {',
    ],
    [
      'before Prometheus 3.5 nobody compares attributes',
      "if (atLeast(version, '3.5.0')) {",
      "if (atLeast(version, '3.0.0')) {",
    ],
    ['a share is between 0 and 1', '(number < 0 || number > 1)', 'number < 0'],
    [
      'the encoding Xor holds no start timestamps',
      "spec.tsdb?.chunkEncoding?.floats === 'Xor'",
      "spec.tsdb?.chunkEncoding?.floats === ' '",
    ],
    ['tlsConfig of tracing is looked at', 'validateTls(spec.tracingConfig.tlsConfig,', 'validateTls(undefined,'],
    ['samples of traces are a share', 'checkFraction(spec.tracingConfig.samplingFraction,', "checkFraction('',"],
  ),
  ...mutantsIn(
    'operator/check-remote.ts',
    [
      'sigv4 is a way to authenticate at remote write',
      "'authorization', 'sigv4', 'azureAd'];",
      "'authorization', 'azureAd'];",
    ],
    ['Alertmanagers have one way to authenticate', 'checkMethods(config, field, ALERTMANAGER_METHODS, problems);', ''],
    [
      'remote write has one of several ways to authenticate',
      'checkMethods(config, field, REMOTE_WRITE_METHODS, problems);',
      '',
    ],
    ['Azure needs a way to get a token', 'if (used.length !== 1) {', 'if (used.length > 1) {'],
    ['Azure has one way to get a token', 'if (used.length !== 1) {', 'if (used.length < 1) {'],
    ['the SDK of Azure needs Prometheus 2.52', "['sdk', '2.52.0'],", "['sdk', '2.45.0'],"],
    [
      'a managed identity without clientId needs Prometheus 3.5',
      "!azure.managedIdentity.clientId && !atLeast(version, '3.5.0')",
      "azure.managedIdentity.clientId === ' '",
    ],
    ['credentials of AWS are two', 'if (others.length === 0) {', 'if (others.length > 9) {'],
    ['credentials of AWS are looked up', "problems.resolve('Secret', sigv4[key], joinPath(field, key));", ''],
    ['some fields of Azure are UUIDs', "if (text !== '' && !isUuid(text)) {", "if (text === ' ') {"],
    ['a UUID may be written without hyphens', '|${HEX}{32})$', ')$'],
    [
      'the clientSecret of Azure is looked up',
      "problems.resolve('Secret', azure.oauth.clientSecret, joinPath(joinPath(path, 'oauth'), 'clientSecret'));",
      '',
    ],
    ['relabelings of Alertmanagers are looked at', "['relabelings', 'alertRelabelings']", "['alertRelabelings']"],
    ['alertRelabelings of Alertmanagers are looked at', "['relabelings', 'alertRelabelings']", "['relabelings']"],
  ),
  ...mutantsIn(
    'operator/stuck-pods.ts',
    [
      'a missing StorageClass keeps pods of an agent from being made',
      "if (kind === 'PrometheusAgent' && !daemonSet) {",
      "if (kind === ' ' && !daemonSet) {",
    ],
    [
      'the Service that an instance names must be there',
      'if (service === undefined) {',
      'if (service === undefined) {\n    return;\n  }\n  if (service === null) {',
    ],
    ['the Service that an instance names must select its pods', 'if (odd !== undefined) {', 'if (odd === null) {'],
    [
      'an argument clashes with the one that switches it off',
      'const clash = [name, negated].find(',
      'const clash = [name].find(',
    ],
    [
      'from Prometheus 3.11 the Operator passes no retention',
      "['storage.tsdb.retention.size', Boolean(spec.retentionSize) && !since('3.11.0')],",
      "['storage.tsdb.retention.size', Boolean(spec.retentionSize)],",
    ],
    [
      'an argument that the Operator does not pass clashes with none',
      "['web.enable-admin-api', spec.enableAdminAPI === true],",
      "['web.enable-admin-api', true],",
    ],
    [
      'an agent as a DaemonSet has no Service',
      "typeof spec.serviceName === 'string' && !daemonSet",
      "typeof spec.serviceName === 'string'",
    ],
  ),
  ...mutantsIn('operator/check-storage-class.ts', [
    'a missing StorageClass is a mistake',
    'if (!classes.includes(name)) {',
    "if (name === ' ') {",
  ]),
  ...mutantsIn(
    'operator/quantity.ts',
    ['thousandths are written with an m', '  m: 1e-3,', '  m: 1,'],
    ['a quantity may have an exponent', '10 ** Number(exponent)', '1'],
  ),
];
