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
    [
      'Prometheus 2 refuses names of sourceLabels with other characters',
      '(legacy !== undefined && !LEGACY_NAME.test(String(label)))',
      "label === ' '",
    ],
    [
      'Prometheus 3 takes names of sourceLabels with any characters',
      'version && version.major < 3 ? formatVersion(version) : undefined',
      'version ? formatVersion(version) : undefined',
    ],
    ['an empty name in sourceLabels is refused', "if (label === '' || (legacy", 'if (label === null || (legacy'],
    [
      'sourceLabels of metricRelabelings count',
      "    for (const list of ['relabelings', 'metricRelabelings']) {\n      checkSourceLabels(endpoint[list],",
      "    for (const list of ['relabelings']) {\n      checkSourceLabels(endpoint[list],",
    ],
    [
      'an empty scrapeInterval is refused',
      "if (settings.scrapeInterval === '') {",
      "if (settings.scrapeInterval === ' ') {",
    ],
    ['a scrape class that no monitor uses does no harm', '.filter((one) => used.has(one))', ''],
    [
      'sourceLabels of a scrape class count',
      'checkSourceLabels(spec?.[list], `${field}.${list}`, instance, problems);',
      '',
    ],
    ['remote read with two ways to authenticate is refused', 'if (used.length > 1) {', 'if (used.length > 99) {'],
    ['a monitor without endpoints does no harm', 'return endpointsOf(monitor).length > 0 && !(', 'return !('],
    [
      'a ServiceMonitor does no harm to an agent as a DaemonSet',
      "!(settings.daemonSet && monitor.object.kind === 'ServiceMonitor')",
      "!(settings.daemonSet && monitor.object.kind === ' ')",
    ],
    [
      'authorization for a Prometheus before 2.26 crashes the Operator',
      'if (!version || atLeast(version, since)) {',
      'if (!version || version.major > 0) {',
    ],
  ),
  ...mutantsIn(
    'operator/own-jobs.ts',
    [
      'a job of its own needs a name',
      "if (name === undefined || name === null || name === '') {",
      "if (name === ' ') {",
    ],
    [
      'two jobs of its own with one name are refused',
      '} else if (names.indexOf(name) < i) {',
      '} else if (names.indexOf(name) < -1) {',
    ],
    [
      'a job of its own with the name of a job of a monitor is refused',
      'if (generated.has(String(name))) {',
      "if (generated.has(String(name)) && name === ' ') {",
    ],
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
