import { type Mutant, mutantsIn } from '../mutant';

/** What the Operator lets pass, and for which Prometheus refuses its whole configuration. */
export const POISONS: readonly Mutant[] = [
  ...mutantsIn(
    'operator/poisons.ts',
    [
      'RoleSelector adds a second selector to that of an agent as a DaemonSet',
      "if (daemonSet && kind === 'PodMonitor' && usesRoleSelector(monitor)) {",
      "if (daemonSet && kind === ' ' && usesRoleSelector(monitor)) {",
    ],
    [
      'a token from a file beside another way to authenticate is refused',
      'if (file && withFile.length > 0) {',
      'if (file && withFile.length > 99) {',
    ],
    [
      'a token from a file beside authorization is refused',
      "const withFile = [...others, ...(present(endpoint.authorization) ? ['authorization'] : [])];",
      'const withFile = others;',
    ],
    [
      'authorization of a scrape class beside another way to authenticate is refused',
      'if (fromClass && scrapeClass && besideClass.length > 0) {',
      'if (fromClass && scrapeClass && besideClass.length > 99) {',
    ],
    [
      'authorization of a scrape class beside a token from a file is refused',
      "const besideClass = [...others, ...(file ? ['bearerTokenFile'] : [])];",
      'const besideClass = others;',
    ],
    [
      'an endpoint with authorization of its own takes over that of its class',
      'const fromClass = !present(endpoint.authorization) &&',
      'const fromClass = true &&',
    ],
    ['a port that is no regular expression is refused', '  if (why) {', "  if (why === '') {"],
    [
      'a targetPort that does not count does no harm',
      "const named = (endpoint.port ?? '') !== '';",
      "const named = (endpoint.port ?? '') !== '' && typeof endpoint.targetPort !== 'string';",
    ],
    [
      'a targetPort beside a portNumber does no harm',
      "['targetPort', numbered ? '' : targetPort]",
      "['targetPort', targetPort]",
    ],
    ['a monitor without endpoints does no harm', 'return endpointsOf(monitor).length > 0 && !(', 'return !('],
    [
      'a ServiceMonitor does no harm to an agent as a DaemonSet',
      "!(settings.daemonSet && monitor.object.kind !== 'PodMonitor')",
      "!(settings.daemonSet && monitor.object.kind === ' ')",
    ],
  ),
  ...mutantsIn(
    'operator/instance-poisons.ts',
    ['a scrape class that no monitor uses does no harm', '.filter((one) => used.has(one))', ''],
    [
      'relabelings of a scrape class count',
      'checkRefusedRelabelings(spec?.[list], `${field}.${list}`, instance, relabel, problems);',
      '',
    ],
    [
      'podTargetLabels of a Prometheus must make names',
      "checkRefusedLabels(settings.podTargetLabels, 'spec.podTargetLabels', scheme, problems);",
      '',
    ],
    [
      'an API server that nobody calls does no harm',
      'if (discovers && present(apiserverConfig)) {',
      'if (present(apiserverConfig)) {',
    ],
  ),
  ...mutantsIn(
    'operator/operator-crashes.ts',
    [
      'authorization for a Prometheus before 2.26 crashes the Operator',
      'return version !== undefined && !atLeast(version, PROMETHEUS_FEATURES.authorization);',
      'return false;',
    ],
    ['a crash leaves no configuration', 'return /\\/operator-(?:crash|failure)$/.test(code);', 'return false;'],
  ),
  ...mutantsIn(
    'operator/refused-relabelings.ts',
    ['names of sourceLabels can be read', 'if (!isLabelName(String(label), names)) {', "if (label === ' ') {"],
    [
      'Prometheus 2 refuses names of sourceLabels with other characters',
      'isLabelName(String(label), names)',
      "label !== ''",
    ],
    [
      'an empty name in sourceLabels is refused',
      'isLabelName(String(label), names)',
      "(label === '' || isLabelName(String(label), names))",
    ],
  ),
  ...mutantsIn(
    'operator/refused-globals.ts',
    [
      'PrometheusText1.0.0 alone leaves Prometheus 2 without a protocol',
      "atLeast(version, '2.49.0') &&",
      "atLeast(version, '3.49.0') &&",
    ],
    [
      'PrometheusText1.0.0 beside another protocol does no harm',
      'protocols.every((protocol) =>',
      'protocols.some((protocol) =>',
    ],
    [
      'PrometheusText1.0.0 alone does no harm to Prometheus 3',
      "!atLeast(version, '3.0.0-rc.0')",
      "!atLeast(version, '9.0.0')",
    ],
    [
      'an empty scrapeInterval is refused',
      "checkRefusedDuration(settings.scrapeInterval, 'spec.scrapeInterval', problems);",
      '',
    ],
  ),
  ...mutantsIn(
    'operator/refused-clients.ts',
    ['two ways to authenticate are refused', 'if (used.length > 1) {', 'if (used.length > 99) {'],
    ['an empty client id is refused', "found.value === '')", "found.value === ' ')"],
  ),
  ...mutantsIn(
    'operator/refused-remotes.ts',
    ['two remotes of one name are refused', 'names.indexOf(name) < i) {', 'names.indexOf(name) < -1) {'],
    [
      'a header that Prometheus sets itself is refused',
      'if (isAuthorization || RESERVED_HEADERS.includes(name.toLowerCase())) {',
      'if (isAuthorization) {',
    ],
    ['shards are not at least more than at most', 'minShards > maxShards) {', 'minShards > maxShards + 99) {'],
  ),
  ...mutantsIn('operator/refused-alerting.ts', [
    'name and port of an Alertmanager are regular expressions',
    'if (why !== undefined) {',
    "if (why === '') {",
  ]),
  ...mutantsIn('operator/refused-tracing.ts', [
    'Secrets for TLS of tracing are not in the pods',
    '.filter((one) => !loaded.has(one.key))',
    '.filter((one) => loaded.has(one.key))',
  ]),
  ...mutantsIn(
    'size-text.ts',
    ['units of a size are of one family', "['iB', 'B'].map(", "['iB', 'B', 'i?B'].map("],
    ['a size of nothing has no unit', '(?:0|(?:', '(?:(?:'],
    ['a size has a unit', '(?:B|[KMGTPE]', '(?:B?|[KMGTPE]'],
  ),
  ...mutantsIn(
    'operator/refused-values.ts',
    [
      'a duration must be one that Prometheus can hold',
      'durationMilliseconds(value) === undefined) {',
      "value === ' ') {",
    ],
    ['a size must be one', "value !== '' && !isSize(value)) {", "value === ' ') {"],
    ['a label that is copied must make a name', 'if (!isLabelName(name, scheme)) {', "if (name === '') {"],
  ),
  ...mutantsIn(
    'operator/name-scheme.ts',
    [
      'Prometheus 3 may be told to keep to the names of old',
      "nameValidationScheme === 'Legacy' &&",
      "nameValidationScheme === 'None' &&",
    ],
    [
      'a flag for new names is there from Prometheus 2.55 on',
      "atLeast(version, '2.55.0-0')",
      "atLeast(version, '2.0.0')",
    ],
    ['a suffix does not make the flag for new names go', "atLeast(version, '2.55.0-0')", "atLeast(version, '2.55.0')"],
  ),
  ...mutantsIn(
    'operator/own-configs.ts',
    ["a job of one's own needs a name", "if (name === '') {", "if (name === ' ') {"],
    [
      "two jobs of one's own with one name are refused",
      '} else if (name !== undefined && names.indexOf(name) < i) {',
      '} else if (name !== undefined && names.indexOf(name) < -1) {',
    ],
    [
      "a job of one's own with the name of a job of a monitor is refused",
      'if (name !== undefined && generated.has(name)) {',
      "if (name === ' ' && generated.has(name)) {",
    ],
    ["a job of one's own must be sound", "shape(item, '', { version, dialect: dialectAt(instance), report });", ''],
  ),
  ...mutantsIn(
    'operator/scrape-class.ts',
    ['a monitor that names no class gets the default one', '?? classes.fallback;', '?? undefined;'],
    ['a monitor gets the class that it names', '(present(name) ? classes.byName.get(name) : undefined)', 'undefined'],
    [
      'only a class with default: true is the default one',
      'if (scrapeClass?.default === true) {',
      'if (scrapeClass?.default !== false) {',
    ],
    [
      'attachMetadata of the monitor goes before that of the class',
      'return monitorSpec?.[field] ?? scrapeClass?.spec[field] ?? undefined;',
      'return scrapeClass?.spec[field] ?? monitorSpec?.[field] ?? undefined;',
    ],
    [
      'credentials that are missing come from the class',
      ': { ...authorization, credentials: ofClass.credentials };',
      ': authorization;',
    ],
    [
      'an empty tlsConfig of a ServiceMonitor counts as set',
      "if (kind === 'ServiceMonitor' ? !present(tls) : isZero(tls)) {",
      'if (isZero(tls)) {',
    ],
    ['files that are missing come from the class', 'files[file] = ofClass[file];', ''],
    ['empty authorization counts as absent', 'if (isZero(authorization)) {', 'if (!present(authorization)) {'],
  ),
];
